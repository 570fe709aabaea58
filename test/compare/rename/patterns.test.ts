import { describe, expect, test } from "vitest";
import { baseline, listed } from "../contracts.js";
import { told } from "../told.js";

/** What is shown, the codes of a baseline, the codes of a document, and what became of those that left. */
type Row = readonly [string, string, string, readonly string[]];

const words = (text: string) => text.split(" ");

const patterns: Readonly<Record<string, readonly Row[]>> = {
  "one word that many codes swapped is one decision": [
    [
      "in two codes",
      "sandbox_full sandbox_idle x",
      "machine_full machine_idle x",
      [
        "sandbox_full > machine_full: token 0.81 (1 other code swaps sandbox for machine; no code says `sandbox` any more; both say `full`) [sandbox > machine]",
        "sandbox_idle > machine_idle: token 0.81 (1 other code swaps sandbox for machine; no code says `sandbox` any more; both say `idle`) [sandbox > machine]",
      ],
    ],
    [
      "in three codes",
      "sandbox_full sandbox_idle sandbox_green x",
      "machine_full machine_idle machine_green x",
      [
        "sandbox_full > machine_full: token 0.9 (2 other codes swap sandbox for machine; no code says `sandbox` any more; both say `full`) [sandbox > machine]",
        "sandbox_green > machine_green: token 0.9 (2 other codes swap sandbox for machine; no code says `sandbox` any more; both say `green`) [sandbox > machine]",
        "sandbox_idle > machine_idle: token 0.9 (2 other codes swap sandbox for machine; no code says `sandbox` any more; both say `idle`) [sandbox > machine]",
      ],
    ],
    [
      "in four codes",
      "sandbox_full sandbox_idle sandbox_green sandbox_lost x",
      "machine_full machine_idle machine_green machine_lost x",
      [
        "sandbox_full > machine_full: token 0.94 (3 other codes swap sandbox for machine; both say `full`; no code says `sandbox` any more) [sandbox > machine]",
        "sandbox_green > machine_green: token 0.94 (3 other codes swap sandbox for machine; both say `green`; no code says `sandbox` any more) [sandbox > machine]",
        "sandbox_idle > machine_idle: token 0.94 (3 other codes swap sandbox for machine; both say `idle`; no code says `sandbox` any more) [sandbox > machine]",
        "sandbox_lost > machine_lost: token 0.94 (3 other codes swap sandbox for machine; both say `lost`; no code says `sandbox` any more) [sandbox > machine]",
      ],
    ],
    ["in one code alone", "sandbox_full x", "machine_full x", ["sandbox_full left"]],
    [
      "while the old word is still in use",
      "sandbox_full sandbox_idle sandbox_x",
      "machine_full machine_idle sandbox_x",
      [
        "sandbox_full > machine_full: token 0.7 (1 other code swaps sandbox for machine; both say `full`) [sandbox > machine]",
        "sandbox_idle > machine_idle: token 0.7 (1 other code swaps sandbox for machine; both say `idle`) [sandbox > machine]",
      ],
    ],
    [
      "while the new word was in use before",
      "sandbox_full sandbox_idle machine_x",
      "machine_full machine_idle machine_x",
      [
        "sandbox_full > machine_full: token 0.7 (1 other code swaps sandbox for machine; both say `full`) [sandbox > machine]",
        "sandbox_idle > machine_idle: token 0.7 (1 other code swaps sandbox for machine; both say `idle`) [sandbox > machine]",
      ],
    ],
    [
      "while both words were and are in use",
      "sandbox_full sandbox_idle machine_x sandbox_y",
      "machine_full machine_idle machine_x sandbox_y",
      [
        "sandbox_full > machine_full: token 0.62 (1 other code swaps sandbox for machine; both say `full`) [sandbox > machine]",
        "sandbox_idle > machine_idle: token 0.62 (1 other code swaps sandbox for machine; both say `idle`) [sandbox > machine]",
      ],
    ],
    [
      "of which one part is still in use",
      "code_box_full code_box_idle box_x",
      "virtual_machine_full virtual_machine_idle box_x",
      [
        "code_box_full > virtual_machine_full: token 0.64 (1 other code swaps code_box for virtual_machine; both say `full`) [code_box > virtual_machine]",
        "code_box_idle > virtual_machine_idle: token 0.64 (1 other code swaps code_box for virtual_machine; both say `idle`) [code_box > virtual_machine]",
      ],
    ],
    [
      "while one word of the new phrase was in use before",
      "sandbox_full sandbox_idle machine_x",
      "virtual_machine_full virtual_machine_idle machine_x",
      [
        "sandbox_full > virtual_machine_full: token 0.65 (1 other code swaps sandbox for virtual_machine; both say `full`) [sandbox > virtual_machine]",
        "sandbox_idle > virtual_machine_idle: token 0.65 (1 other code swaps sandbox for virtual_machine; both say `idle`) [sandbox > virtual_machine]",
      ],
    ],
    [
      "while all words but one of the old phrase are in use",
      "code_box_full code_box_idle box_x machine_y virtual_z",
      "virtual_machine_full virtual_machine_idle box_x machine_y virtual_z",
      [
        "code_box_full > virtual_machine_full: token 0.67 (1 other code swaps code_box for virtual_machine; both say `full`) [code_box > virtual_machine]",
        "code_box_idle > virtual_machine_idle: token 0.67 (1 other code swaps code_box for virtual_machine; both say `idle`) [code_box > virtual_machine]",
      ],
    ],
    [
      "while all words but one of the new phrase were in use",
      "sandbox_full sandbox_idle sandbox_x machine_y",
      "virtual_machine_full virtual_machine_idle sandbox_x machine_y",
      [
        "sandbox_full > virtual_machine_full: token 0.67 (1 other code swaps sandbox for virtual_machine; both say `full`) [sandbox > virtual_machine]",
        "sandbox_idle > virtual_machine_idle: token 0.67 (1 other code swaps sandbox for virtual_machine; both say `idle`) [sandbox > virtual_machine]",
      ],
    ],
    [
      "beside others that are swapped once",
      "sandbox_full_green sandbox_idle_pink x",
      "machine_full_white machine_idle_gray x",
      ["sandbox_full_green left", "sandbox_idle_pink left"],
    ],
    [
      "dropped from two codes",
      "big_full big_idle x",
      "full idle x",
      [
        "big_full > full: prefix 0.78 (1 other code drops big; both say `full`) [big > ]",
        "big_idle > idle: prefix 0.78 (1 other code drops big; both say `idle`) [big > ]",
      ],
    ],
    [
      "dropped from three codes",
      "big_full big_idle big_green x",
      "full idle green x",
      [
        "big_full > full: prefix 0.88 (2 other codes drop big; both say `full`) [big > ]",
        "big_green > green: prefix 0.88 (2 other codes drop big; both say `green`) [big > ]",
        "big_idle > idle: prefix 0.88 (2 other codes drop big; both say `idle`) [big > ]",
      ],
    ],
    [
      "added to two codes",
      "full idle x",
      "big_full big_idle x",
      [
        "full > big_full: prefix 0.78 (1 other code adds big; both say `full`) [ > big]",
        "idle > big_idle: prefix 0.78 (1 other code adds big; both say `idle`) [ > big]",
      ],
    ],
    [
      "added to three codes",
      "full idle green x",
      "big_full big_idle big_green x",
      [
        "full > big_full: prefix 0.88 (2 other codes add big; both say `full`) [ > big]",
        "green > big_green: prefix 0.88 (2 other codes add big; both say `green`) [ > big]",
        "idle > big_idle: prefix 0.88 (2 other codes add big; both say `idle`) [ > big]",
      ],
    ],
    [
      "of several words",
      "code_box_full code_box_idle x",
      "virtual_machine_full virtual_machine_idle x",
      [
        "code_box_full > virtual_machine_full: token 0.78 (1 other code swaps code_box for virtual_machine; no code says `code_box` any more; both say `full`) [code_box > virtual_machine]",
        "code_box_idle > virtual_machine_idle: token 0.78 (1 other code swaps code_box for virtual_machine; no code says `code_box` any more; both say `idle`) [code_box > virtual_machine]",
      ],
    ],
    [
      "of several words, for one",
      "code_box_full code_box_idle x",
      "machine_full machine_idle x",
      [
        "code_box_full > machine_full: token 0.8 (1 other code swaps code_box for machine; no code says `code_box` any more; both say `full`) [code_box > machine]",
        "code_box_idle > machine_idle: token 0.8 (1 other code swaps code_box for machine; no code says `code_box` any more; both say `idle`) [code_box > machine]",
      ],
    ],
    [
      "beside another one",
      "sandbox_full_green sandbox_idle_green x",
      "machine_full_white machine_idle_white x",
      [
        "sandbox_full_green > machine_full_white: token 0.63 (no code says `sandbox_green` any more; 1 other code swaps sandbox for machine; both say `full`) [sandbox > machine]",
        "sandbox_idle_green > machine_idle_white: token 0.63 (no code says `sandbox_green` any more; 1 other code swaps sandbox for machine; both say `idle`) [sandbox > machine]",
      ],
    ],
    [
      "beside another one with more codes",
      "sandbox_full_green sandbox_idle_green tau_alpha_green x",
      "machine_full_white machine_idle_white tau_alpha_white x",
      [
        "sandbox_full_green > machine_full_white: token 0.69 (no code says `sandbox_green` any more; 2 other codes swap green for white; both say `full`) [green > white]",
        "sandbox_idle_green > machine_idle_white: token 0.69 (no code says `sandbox_green` any more; 2 other codes swap green for white; both say `idle`) [green > white]",
        "tau_alpha_green > tau_alpha_white: token 0.93 (2 other codes swap green for white; both say `tau_alpha`; no code says `green` any more) [green > white]",
      ],
    ],
    [
      "beside a word that it does not explain",
      "sandbox_full_alpha sandbox_idle_beta sandbox_gamma x",
      "machine_full_delta machine_idle_beta machine_gamma x",
      [
        "sandbox_full_alpha left, machine_full_delta?",
        "sandbox_gamma > machine_gamma: token 0.9 (2 other codes swap sandbox for machine; no code says `sandbox` any more; both say `gamma`) [sandbox > machine]",
        "sandbox_idle_beta > machine_idle_beta: token 0.93 (2 other codes swap sandbox for machine; both say `idle_beta`; no code says `sandbox` any more) [sandbox > machine]",
      ],
    ],
    [
      "in a version, three times",
      "v1_user_full v1_order_idle v1_team_green",
      "v2_user_full v2_order_idle v2_team_green",
      [
        "v1_order_idle > v2_order_idle: token 0.84 (2 other codes swap v1 for v2; no code says `v1` any more) [v1 > v2]",
        "v1_team_green > v2_team_green: token 0.84 (2 other codes swap v1 for v2; no code says `v1` any more) [v1 > v2]",
        "v1_user_full > v2_user_full: token 0.84 (2 other codes swap v1 for v2; no code says `v1` any more) [v1 > v2]",
      ],
    ],
    [
      "in a version, twice",
      "v1_user_full v1_order_idle x",
      "v2_user_full v2_order_idle x",
      ["v1_order_idle left", "v1_user_full left"],
    ],
    [
      "in codes of which only the pattern is alike",
      "sandbox_full sandbox_idle x",
      "machine_green machine_white x",
      ["sandbox_full left", "sandbox_idle left"],
    ],
    [
      "in a code that has two places for it",
      "sandbox_in_sandbox sandbox_idle x",
      "machine_in_machine machine_idle x",
      [
        "sandbox_idle > machine_idle: token 0.81 (1 other code swaps sandbox for machine; no code says `sandbox` any more; both say `idle`) [sandbox > machine]",
        "sandbox_in_sandbox > machine_in_machine: token 0.74 (1 other code swaps sandbox for machine; no code says `sandbox_sandbox` any more; both say `in`) [sandbox > machine]",
      ],
    ],
    [
      "in a code that swapped it for another thing too",
      "sandbox_full_sandbox sandbox_idle x",
      "machine_full_barrel machine_idle x",
      [
        "sandbox_full_sandbox > machine_full_barrel: token 0.63 (no code says `sandbox_sandbox` any more; 1 other code swaps sandbox for machine; both say `full`) [sandbox > machine]",
        "sandbox_idle > machine_idle: token 0.81 (1 other code swaps sandbox for machine; no code says `sandbox` any more; both say `idle`) [sandbox > machine]",
      ],
    ],
    [
      "in a code that swapped another thing for it too",
      "sandbox_full_barrel sandbox_idle x",
      "machine_full_machine machine_idle x",
      [
        "sandbox_full_barrel left",
        "sandbox_idle > machine_idle: token 0.81 (1 other code swaps sandbox for machine; no code says `sandbox` any more; both say `idle`) [sandbox > machine]",
      ],
    ],
    [
      "beside a word that it does not explain, among several that stayed",
      "sandbox_full_here_gold_alpha sandbox_idle x",
      "machine_full_here_gold_beta machine_idle x",
      [
        "sandbox_full_here_gold_alpha > machine_full_here_gold_beta: token 0.63 (1 other code swaps sandbox for machine; both say `full_here_gold`) [sandbox > machine]",
        "sandbox_idle > machine_idle: token 0.81 (1 other code swaps sandbox for machine; no code says `sandbox` any more; both say `idle`) [sandbox > machine]",
      ],
    ],
    [
      "is neither followed nor supported by a code that is the word alone",
      "sandbox sandbox_full x",
      "machine machine_full x",
      ["sandbox left", "sandbox_full left"],
    ],
    [
      "is not followed by a code that is the word alone, however many others follow it",
      "sandbox sandbox_full sandbox_idle x",
      "machine machine_full machine_idle x",
      [
        "sandbox left",
        "sandbox_full > machine_full: token 0.84 (1 other code swaps sandbox for machine; no code says `sandbox` any more; both say `full`) [sandbox > machine]",
        "sandbox_idle > machine_idle: token 0.84 (1 other code swaps sandbox for machine; no code says `sandbox` any more; both say `idle`) [sandbox > machine]",
      ],
    ],
    [
      "of two words is not that of one word of the same letters",
      "code_box_full codebox_idle x",
      "machine_full machine_idle x",
      ["code_box_full left", "codebox_idle left"],
    ],
    [
      "for two words is not that for one word of the same letters",
      "machine_full machine_idle x",
      "code_box_full codebox_idle x",
      ["machine_full left", "machine_idle left"],
    ],
    [
      "in contraries is none",
      "valid_full valid_idle valid_green x",
      "invalid_full invalid_idle invalid_green x",
      ["valid_full left", "valid_green left", "valid_idle left"],
    ],
    [
      "in two codes that became one",
      "sandbox_full sandbox_is_full x",
      "machine_full x",
      ["sandbox_full left", "sandbox_is_full left"],
    ],
    [
      "in one code, of words that were and are in use side by side",
      "user_note_green_here order_x user_y",
      "order_note_green_here order_x user_y",
      ["user_note_green_here left, order_note_green_here?"],
    ],
    [
      "in one code, while the old word is in use",
      "user_note_green_here order_x user_y",
      "team_note_green_here order_x user_y",
      [
        "user_note_green_here > team_note_green_here: token 0.66 (both say `note_green_here`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "in one code, while the new word was in use",
      "user_note_green_here order_x",
      "order_note_green_here order_x",
      [
        "user_note_green_here > order_note_green_here: token 0.66 (both say `note_green_here`; the only code that left, and the only one that came)",
      ],
    ],
  ],
  "words that stand in nearly all codes tell none from another": [
    [
      "in eight codes",
      "acme_a1 acme_b2 acme_c3 acme_d4 acme_e5 acme_f6 acme_green",
      "acme_a1 acme_b2 acme_c3 acme_d4 acme_e5 acme_f6 acme_white",
      ["acme_green left"],
    ],
    [
      "in seven codes they still count",
      "acme_a1 acme_b2 acme_c3 acme_d4 acme_e5 acme_tau_green_now",
      "acme_a1 acme_b2 acme_c3 acme_d4 acme_e5 acme_tau_white_now",
      [
        "acme_tau_green_now > acme_tau_white_now: token 0.62 (both say `acme_tau_now`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "in eight codes, beside a word of their own",
      "acme_a1 acme_b2 acme_c3 acme_d4 acme_e5 acme_f6 acme_tau_green_now",
      "acme_a1 acme_b2 acme_c3 acme_d4 acme_e5 acme_f6 acme_tau_white_now",
      ["acme_tau_green_now left, acme_tau_white_now?"],
    ],
    [
      "in nine of ten codes",
      "acme_a1 acme_b2 acme_c3 acme_d4 acme_e5 acme_f6 acme_g7 h8 acme_tau_green_now",
      "acme_a1 acme_b2 acme_c3 acme_d4 acme_e5 acme_f6 acme_g7 h8 acme_tau_white_now",
      ["acme_tau_green_now left, acme_tau_white_now?"],
    ],
    [
      "in eight of ten codes they still count",
      "acme_a1 acme_b2 acme_c3 acme_d4 acme_e5 acme_f6 g7 h8 acme_tau_green_now",
      "acme_a1 acme_b2 acme_c3 acme_d4 acme_e5 acme_f6 g7 h8 acme_tau_white_now",
      [
        "acme_tau_green_now > acme_tau_white_now: token 0.62 (both say `acme_tau_now`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "in eight codes, beside a pattern that explains all else",
      "acme_a1 acme_b2 acme_c3 acme_d4 acme_e5 acme_f6 acme_sandbox acme_sandbox_full",
      "acme_a1 acme_b2 acme_c3 acme_d4 acme_e5 acme_f6 acme_machine acme_machine_full",
      [
        "acme_sandbox > acme_machine: token 0.73 (1 other code swaps sandbox for machine; no code says `sandbox` any more) [sandbox > machine]",
        "acme_sandbox_full > acme_machine_full: token 0.81 (1 other code swaps sandbox for machine; no code says `sandbox` any more; both say `acme_full`) [sandbox > machine]",
      ],
    ],
    [
      "in eight codes, beside synonyms that are both in use",
      "acme_a1 acme_b2 acme_c3 acme_d4 acme_forbidden_x acme_denied_x acme_access_y acme_forbidden",
      "acme_a1 acme_b2 acme_c3 acme_d4 acme_forbidden_x acme_denied_x acme_access_y acme_access_denied",
      ["acme_forbidden > acme_access_denied: other 0.6 (`forbidden` and `access_denied` mean the same)"],
    ],
    [
      "in few codes count less the more have them",
      "tau_a1 tau_b2 tau_green_now x y",
      "tau_a1 tau_b2 tau_white_now x y",
      ["tau_green_now left, tau_white_now?"],
    ],
    [
      "fillers count less",
      "the_tau_of_green_x y",
      "the_tau_of_white_x y",
      [
        "the_tau_of_green_x > the_tau_of_white_x: token 0.63 (both say `the_tau_of_x`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "states count less",
      "tau_failed_green y",
      "tau_failed_white y",
      ["tau_failed_green left, tau_failed_white?"],
    ],
  ],
  "several codes may become one": [
    [
      "spellings of it",
      "NotFound not_found x",
      "NOT_FOUND x",
      [
        "NotFound > NOT_FOUND: merge 0.97 (the same words in another style)",
        "not_found > NOT_FOUND: merge 0.98 (only the case differs)",
      ],
    ],
    [
      "three spellings of it",
      "NotFound not_found Not-Found x",
      "NOT_FOUND x",
      [
        "Not-Found > NOT_FOUND: merge 0.97 (the same words in another style)",
        "NotFound > NOT_FOUND: merge 0.97 (the same words in another style)",
        "not_found > NOT_FOUND: merge 0.98 (only the case differs)",
      ],
    ],
    [
      "a slip and another order",
      "invalid_reqeust request_invalid x",
      "invalid_request x",
      [
        "invalid_reqeust > invalid_request: merge 0.9 (a spelling corrected)",
        "request_invalid > invalid_request: merge 0.85 (the same words in another order)",
      ],
    ],
    [
      "one that it clearly is, and one that is merely like it",
      "alpha_beta_green_now AlphaBetaWhiteNow x",
      "alpha_beta_white_now x",
      [
        "alpha_beta_green_now left",
        "AlphaBetaWhiteNow > alpha_beta_white_now: separator 0.97 (the same words in another style)",
      ],
    ],
    [
      "one with less confidence beside it",
      "invalid_reqeust invalid_tau_request x",
      "invalid_request x",
      ["invalid_tau_request left", "invalid_reqeust > invalid_request: typo 0.9 (a spelling corrected)"],
    ],
    [
      "one that it clearly is, and one whose words are in another order",
      "InvalidRequest request_invalid x",
      "invalid_request x",
      [
        "request_invalid left",
        "InvalidRequest > invalid_request: separator 0.97 (the same words in another style)",
      ],
    ],
    [
      "forms of it",
      "lock_weakly_here lock_weaks_here x",
      "lock_weak_here x",
      [
        "lock_weakly_here > lock_weak_here: merge 0.75 (`weakly` and `weak` are forms of one word)",
        "lock_weaks_here > lock_weak_here: merge 0.75 (`weaks` and `weak` are forms of one word)",
      ],
    ],
    [
      "none of two that only mean the same",
      "user_not_found user_does_not_exist x",
      "user_unknown x",
      ["user_does_not_exist left, user_unknown?", "user_not_found left"],
    ],
    [
      "none that is clear",
      "alpha_beta_tau_green alpha_beta_tau_white x",
      "alpha_beta_tau_black x",
      ["alpha_beta_tau_green left", "alpha_beta_tau_white left"],
    ],
    [
      "that was there already, as a spelling of it",
      "NotFound not_found x",
      "not_found x",
      ["NotFound > not_found: merge 0.97 (the same words in another style)"],
    ],
    [
      "that was there already, twice",
      "NotFound Not-Found not_found x",
      "not_found x",
      [
        "Not-Found > not_found: merge 0.97 (the same words in another style)",
        "NotFound > not_found: merge 0.97 (the same words in another style)",
      ],
    ],
    [
      "that was there already, by a slip of it",
      "invalid_reqeust invalid_request x",
      "invalid_request x",
      ["invalid_reqeust left"],
    ],
    ["that was there already, by digits alone", "1001 10-01 x", "10-01 x", ["1001 left"]],
    [
      "that was there already, while another came",
      "NotFound not_found x",
      "not_found not-found x",
      [
        "NotFound > not-found: separator 0.98 (the same words in another style; the only code that left, and the only one that came)",
      ],
    ],
    [
      "that was there already in two spellings",
      "NotFound not_found not-found x",
      "not_found not-found x",
      ["NotFound > not-found: merge 0.97 (the same words in another style)"],
    ],
    [
      "that was there already in two spellings, in whatever order",
      "NotFound not_found not-found x",
      "not-found not_found x",
      ["NotFound > not-found: merge 0.97 (the same words in another style)"],
    ],
    [
      "that was there already in eight spellings",
      "NotFound not_found not-found not.found NOT_FOUND Not_Found NOT-FOUND Not-found NOT.FOUND",
      "not_found not-found not.found NOT_FOUND Not_Found NOT-FOUND Not-found NOT.FOUND",
      ["NotFound > NOT-FOUND: merge 0.97 (the same words in another style)"],
    ],
    [
      "that was there already, but none of nine spellings",
      "NotFound not_found not-found not.found NOT_FOUND Not_Found NOT-FOUND Not-found NOT.FOUND not:found",
      "not_found not-found not.found NOT_FOUND Not_Found NOT-FOUND Not-found NOT.FOUND not:found",
      ["NotFound left"],
    ],
    [
      "though each has a second best beside it",
      "invalid_reqeust request_invalid x",
      "invalid_request invalid_request_now x",
      [
        "invalid_reqeust > invalid_request: merge 0.9 (a spelling corrected)",
        "request_invalid > invalid_request: merge 0.85 (the same words in another order)",
      ],
    ],
  ],
  "of several that could be it": [
    [
      "none is taken when two are as like",
      "alpha_beta_tau_green x",
      "alpha_beta_tau_white alpha_beta_tau_black x",
      ["alpha_beta_tau_green left"],
    ],
    [
      "none is taken when two are surely it",
      "NotFound x",
      "not_found not-found x",
      ["NotFound left, not-found?"],
    ],
    [
      "none is taken when two that left are as like",
      "alpha_beta_tau_green alpha_beta_tau_white x",
      "alpha_beta_tau_black x",
      ["alpha_beta_tau_green left", "alpha_beta_tau_white left"],
    ],
    [
      "none is taken of two and two",
      "alpha_beta_tau_green alpha_beta_tau_white x",
      "alpha_beta_tau_black alpha_beta_tau_pink x",
      ["alpha_beta_tau_green left", "alpha_beta_tau_white left"],
    ],
    [
      "the one with more in common is taken",
      "alpha_beta_tau_green x",
      "alphaBetaTauGreen alpha_beta_tau_black x",
      ["alpha_beta_tau_green > alphaBetaTauGreen: separator 0.97 (the same words in another style)"],
    ],
    [
      "the pairs that are most in all are taken",
      "invalid_request invalid_requests x",
      "invalidRequests invalidRequest_x x",
      [
        "invalid_request > invalidRequest_x: typo 0.66 (almost the same letters)",
        "invalid_requests > invalidRequests: separator 0.85 (the same words in another style)",
      ],
    ],
    [
      "the second best is taken where the best is another's",
      "invalid_request InvalidRequest invalid_token x",
      "invalid-request invalid_tokens x",
      [
        "InvalidRequest > invalid-request: merge 0.97 (the same words in another style)",
        "invalid_request > invalid-request: merge 0.97 (the same words in another style)",
        "invalid_token > invalid_tokens: token 0.75 (`token` and `tokens` are forms of one word)",
      ],
    ],
    [
      "a little better is less sure",
      "alpha_beta_green_now x",
      "alpha_beta_green_now_tau alpha_beta_white_now x",
      ["alpha_beta_green_now left, alpha_beta_green_now_tau?"],
    ],
    [
      "a question goes to the most alike",
      "seat_limit_hit_now x",
      "team_limit_hit_now team_limit_hit_soon x",
      ["seat_limit_hit_now left, team_limit_hit_now?"],
    ],
    [
      "words that many codes have are too little for a question",
      "seat_limit_hit_now gold_limit_hit_now x",
      "team_limit_hit_now x",
      ["gold_limit_hit_now left", "seat_limit_hit_now left"],
    ],
    [
      "a new name is asked about once",
      "seat_upper_limit_hit_now gold_upper_limit_hit_now x",
      "team_upper_limit_hit_now x",
      ["gold_upper_limit_hit_now left, team_upper_limit_hit_now?", "seat_upper_limit_hit_now left"],
    ],
    [
      "a code is asked about once",
      "seat_upper_limit_hit_now x",
      "gold_upper_limit_hit_now team_upper_limit_hit_now x",
      ["seat_upper_limit_hit_now left, gold_upper_limit_hit_now?"],
    ],
    [
      "the more alike asks first",
      "seat_limit_hit_now seat_limit_hit_today_now x",
      "team_limit_hit_today_now x",
      ["seat_limit_hit_now left", "seat_limit_hit_today_now left, team_limit_hit_today_now?"],
    ],
    [
      "two questions for two",
      "seat_limit_hit_now gold_card_old_here x",
      "team_limit_hit_now blue_card_old_here x",
      ["gold_card_old_here left, blue_card_old_here?", "seat_limit_hit_now left, team_limit_hit_now?"],
    ],
    [
      "a new name that is taken is not asked about",
      "seat_upper_limit_hit_now TeamUpperLimitHitNow x",
      "team_upper_limit_hit_now x",
      [
        "seat_upper_limit_hit_now left",
        "TeamUpperLimitHitNow > team_upper_limit_hit_now: separator 0.97 (the same words in another style)",
      ],
    ],
    [
      "the more alike asks first, whatever its name",
      "alpha_upper_limit_hit_now zone_team_upper_limit_hit_now x",
      "team_upper_limit_hit_now x",
      ["alpha_upper_limit_hit_now left", "zone_team_upper_limit_hit_now left, team_upper_limit_hit_now?"],
    ],
  ],
};

for (const [rule, rows] of Object.entries(patterns)) {
  describe(rule, () => {
    test.each(rows)("%s", (_, before, after, lines) => {
      expect(told(baseline(...words(before)), listed(...words(after)))).toEqual(lines);
    });
  });
}
