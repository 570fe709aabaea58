import { describe, expect, test } from "vitest";
import { baseline, listed } from "../contracts.js";
import { told } from "../told.js";

/** What is shown, the codes of a baseline, the codes of a document, and what became of those that left. */
type Row = readonly [string, string, string, readonly string[]];

const words = (text: string) => text.split(" ");

const names: Readonly<Record<string, readonly Row[]>> = {
  "the same words in another style are one name": [
    [
      "camel case for underscores",
      "SandboxNotFound x",
      "sandbox_not_found x",
      [
        "SandboxNotFound > sandbox_not_found: separator 0.98 (the same words in another style; the only code that left, and the only one that came)",
      ],
    ],
    [
      "an abbreviation in capitals before a word",
      "HTTPError x",
      "http_error x",
      [
        "HTTPError > http_error: separator 0.98 (the same words in another style; the only code that left, and the only one that came)",
      ],
    ],
    [
      "an abbreviation in capitals at the end",
      "userID x",
      "user_id x",
      [
        "userID > user_id: separator 0.98 (the same words in another style; the only code that left, and the only one that came)",
      ],
    ],
    [
      "a capital behind a digit",
      "v2Token x",
      "v2_token x",
      [
        "v2Token > v2_token: separator 0.98 (the same words in another style; the only code that left, and the only one that came)",
      ],
    ],
    [
      "digits within a word",
      "3dsRequired x",
      "3ds_required x",
      [
        "3dsRequired > 3ds_required: separator 0.98 (the same words in another style; the only code that left, and the only one that came)",
      ],
    ],
    [
      "letters outside of ASCII",
      "Größe_fehlt x",
      "größe-fehlt x",
      [
        "Größe_fehlt > größe-fehlt: separator 0.98 (the same words in another style; the only code that left, and the only one that came)",
      ],
    ],
    [
      "words of another script",
      "ошибка_сети x",
      "ОшибкаСети x",
      [
        "ошибка_сети > ОшибкаСети: separator 0.98 (the same words in another style; the only code that left, and the only one that came)",
      ],
    ],
    [
      "other marks between parts",
      "err:data:not_found x",
      "err.data/not#found x",
      [
        "err:data:not_found > err.data/not#found: separator 0.98 (the same words in another style; the only code that left, and the only one that came)",
      ],
    ],
    [
      "marks around a name",
      "not_found x",
      "[NotFound!] x",
      [
        "not_found > [NotFound!]: separator 0.98 (the same words in another style; the only code that left, and the only one that came)",
      ],
    ],
    [
      "another case alone",
      "Not_Found x",
      "not_found x",
      [
        "Not_Found > not_found: case 0.99 (only the case differs; the only code that left, and the only one that came)",
      ],
    ],
    [
      "combining marks within words",
      "café_zu x",
      "café-zu x",
      [
        "café_zu > café-zu: separator 0.98 (the same words in another style; the only code that left, and the only one that came)",
      ],
    ],
    ["names without letters are never alike", "---- x", "__ x", ["---- left"]],
    ["names of digits are never alike", "1001 x", "10-01 x", ["1001 left"]],
  ],
  "a slip in the spelling is a rename": [
    ["the first letter missing", "ender x", "lender x", ["ender > lender: typo 0.9 (a spelling corrected)"]],
    ["a letter before the first", "lender x", "ender x", ["lender > ender: typo 0.9 (a spelling corrected)"]],
    [
      "swapped neighbours",
      "invalid_reqeust x",
      "invalid_request x",
      ["invalid_reqeust > invalid_request: typo 0.9 (a spelling corrected)"],
    ],
    [
      "swapped neighbours at the beginning",
      "esnder x",
      "sender x",
      ["esnder > sender: typo 0.9 (a spelling corrected)"],
    ],
    [
      "swapped neighbours in a short word",
      "prase x",
      "parse x",
      ["prase > parse: typo 0.9 (a spelling corrected)"],
    ],
    [
      "a letter too few",
      "unathorized x",
      "unauthorized x",
      ["unathorized > unauthorized: typo 0.9 (a spelling corrected)"],
    ],
    [
      "a letter too few at the beginning",
      "lnder x",
      "lender x",
      ["lnder > lender: typo 0.9 (a spelling corrected)"],
    ],
    [
      "a letter too many",
      "authorrized x",
      "authorized x",
      ["authorrized > authorized: typo 0.9 (a spelling corrected)"],
    ],
    [
      "a letter too many in a short word",
      "greeen x",
      "green x",
      ["greeen > green: typo 0.9 (a spelling corrected)"],
    ],
    ["another letter in a word of seven", "captian x", "captein x", ["captian left"]],
    [
      "two slips in a word of nine",
      "reciepint x",
      "recipient x",
      ["reciepint > recipient: typo 0.9 (a spelling corrected)"],
    ],
    [
      "two slips apart in a long word",
      "authentifacation x",
      "authentication x",
      ["authentifacation > authentication: typo 0.9 (a spelling corrected)"],
    ],
    [
      "a slip in each of two words",
      "invlaid_reqeust x",
      "invalid_request x",
      ["invlaid_reqeust > invalid_request: typo 0.9 (a spelling corrected)"],
    ],
    [
      "a slip and a word taken apart",
      "apikey_mising x",
      "api_key_missing x",
      ["apikey_mising > api_key_missing: typo 0.9 (a spelling corrected)"],
    ],
    [
      "words that grew together with a slip in a long name",
      "notenoughfund_left x",
      "not_enough_funds_left x",
      ["notenoughfund_left > not_enough_funds_left: typo 0.9 (a spelling corrected)"],
    ],
  ],
  "what looks like a slip and is another word is none": [
    ["two letters that are no swap", "calendar x", "caledxar x", ["calendar left"]],
    ["one letter in a word of four", "card x", "cart x", ["card left"]],
    ["one letter in a word of five", "carts x", "cards x", ["carts left"]],
    ["one letter in a word of six", "parsed x", "pursed x", ["parsed left"]],
    ["the first letter", "sender x", "lender x", ["sender left"]],
    ["the first letter in a longer word", "ranking_x x", "banking_x x", ["ranking_x left"]],
    ["two slips in a word of eight", "calender x", "kalendar x", ["calender left"]],
    ["three slips in a long word", "authontifacatien x", "authentication x", ["authontifacatien left"]],
    ["endings that only look related", "cart_ion x", "cart_ity x", ["cart_ion left"]],
  ],
  "forms of one word are one name": [
    [
      "forms of a stem of four letters",
      "hosting_now x",
      "hosted_now x",
      [
        "hosting_now > hosted_now: token 0.81 (`hosting` and `hosted` are forms of one word; the only code that left, and the only one that came)",
      ],
    ],
    [
      "a word that only begins with an ending is no form",
      "host_down x",
      "hostship_down x",
      ["host_down left"],
    ],
    ["a word that only ends with an ending is no form", "host_down x", "hostess_down x", ["host_down left"]],
    [
      "a plural",
      "hosts_down x",
      "host_down x",
      [
        "hosts_down > host_down: token 0.81 (`hosts` and `host` are forms of one word; the only code that left, and the only one that came)",
      ],
    ],
    ["short words have no plural in es", "boxes_full x", "box_full x", ["boxes_full left"]],
    [
      "a participle",
      "bad_alias x",
      "bad_aliased x",
      ["bad_alias > bad_aliased: token 0.75 (`alias` and `aliased` are forms of one word)"],
    ],
    [
      "a present participle",
      "user_update x",
      "user_updating x",
      [
        "user_update > user_updating: token 0.81 (`update` and `updating` are forms of one word; the only code that left, and the only one that came)",
      ],
    ],
    [
      "a noun of a verb",
      "card_expiration x",
      "card_expired x",
      [
        "card_expiration > card_expired: token 0.81 (`expiration` and `expired` are forms of one word; the only code that left, and the only one that came)",
      ],
    ],
    ["a noun of a word too short to have forms", "payment_x x", "pay_x x", ["payment_x left"]],
    [
      "a verb behind y",
      "user_verify x",
      "user_verified x",
      [
        "user_verify > user_verified: token 0.81 (`verify` and `verified` are forms of one word; the only code that left, and the only one that came)",
      ],
    ],
    [
      "an adjective of a verb",
      "token_renewable x",
      "token_renewed x",
      [
        "token_renewable > token_renewed: token 0.81 (`renewable` and `renewed` are forms of one word; the only code that left, and the only one that came)",
      ],
    ],
    [
      "a quality of an adjective",
      "token_valid x",
      "token_validity x",
      [
        "token_valid > token_validity: token 0.81 (`valid` and `validity` are forms of one word; the only code that left, and the only one that came)",
      ],
    ],
    [
      "an adverb",
      "lock_weakly x",
      "lock_weak x",
      [
        "lock_weakly > lock_weak: token 0.81 (`weakly` and `weak` are forms of one word; the only code that left, and the only one that came)",
      ],
    ],
    ["short words have no forms", "runs x", "run x", ["runs left"]],
    ["a word that goes on is no form", "host_down x", "hostage_down x", ["host_down left"]],
    [
      "a stem of three letters has no forms",
      "key_used_x x",
      "key_uses_x x",
      [
        "key_used_x > key_uses_x: token 0.62 (both say `key_x`; the only code that left, and the only one that came)",
      ],
    ],
  ],
  "words in another order are one name": [
    [
      "two turned around",
      "pending_review x",
      "review_pending x",
      [
        "pending_review > review_pending: token 0.89 (the same words in another order; the only code that left, and the only one that came)",
      ],
    ],
    [
      "one moved to the end",
      "one_two_three_four x",
      "two_three_four_one x",
      [
        "one_two_three_four > two_three_four_one: token 0.89 (the same words in another order; the only code that left, and the only one that came)",
      ],
    ],
    [
      "the same word twice",
      "one_two_one_three x",
      "one_two_three_one x",
      [
        "one_two_one_three > one_two_three_one: token 0.89 (the same words in another order; the only code that left, and the only one that came)",
      ],
    ],
    [
      "two parts turned around",
      "a1:one_two:three b",
      "a1:three:one_two b",
      ["a1:one_two:three > a1:three:one_two: token 0.85 (the same words in another order)"],
    ],
    [
      "a word said twice before is a word less",
      "one_one_two_blue x",
      "one_two_blue x",
      [
        "one_one_two_blue > one_two_blue: prefix 0.72 (both say `one_two_blue`; the only code that left, and the only one that came)",
      ],
    ],
    ["another word said twice is another name", "one_one_two x", "one_two_two x", ["one_one_two left"]],
  ],
  "a word more or less may be one name": [
    [
      "before the others",
      "template_build_failed x",
      "build_failed x",
      [
        "template_build_failed > build_failed: prefix 0.66 (both say `build_failed`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "between the others",
      "template_failed x",
      "template_build_failed x",
      [
        "template_failed > template_build_failed: prefix 0.66 (both say `template_failed`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "behind the others",
      "full_disk x",
      "full_disk_alarm x",
      [
        "full_disk > full_disk_alarm: prefix 0.69 (both say `full_disk`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "two words more at once",
      "build_failed x",
      "build_failed_template_run x",
      ["build_failed left, build_failed_template_run?"],
    ],
    [
      "a label in front",
      "alpha x",
      "error_alpha x",
      [
        "alpha > error_alpha: prefix 0.76 (both say `alpha`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "a label behind",
      "alpha x",
      "alpha_service x",
      [
        "alpha > alpha_service: prefix 0.74 (both say `alpha`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "two labels at once",
      "api_alpha_error x",
      "alpha x",
      [
        "api_alpha_error > alpha: token 0.74 (both say `alpha`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "a label and a word that says something",
      "api_alpha_green x",
      "alpha x",
      ["api_alpha_green left, alpha?"],
    ],
    ["a word that all names have", "a_not_found x", "b_not_found x", ["a_not_found left"]],
    ["a bare failure and its thing", "not_found x", "user_not_found x", ["not_found left, user_not_found?"]],
    ["a thing and its bare failure", "user_not_found x", "not_found x", ["user_not_found left, not_found?"]],
    ["another bare failure and its thing", "card_has_expired x", "outdated x", ["card_has_expired left"]],
  ],
  "another word may be a rename": [
    [
      "in a phrase between the same words",
      "user_does_not_exist_now x",
      "user_not_found_now x",
      [
        "user_does_not_exist_now > user_not_found_now: token 0.79 (`does_not_exist` and `not_found` mean the same; the only code that left, and the only one that came)",
      ],
    ],
    [
      "around words that changed places",
      "red_one_two_six_ten_tan x",
      "gold_two_one_six_ten_gray x",
      ["red_one_two_six_ten_tan left, gold_two_one_six_ten_gray?"],
    ],
    [
      "around a word that moved ahead",
      "red_one_two_nine_four_tan x",
      "gold_nine_one_two_four_gray x",
      ["red_one_two_nine_four_tan left, gold_nine_one_two_four_gray?"],
    ],
    [
      "around words of which one is said twice",
      "red_one_two_one_nine_tan x",
      "gold_one_nine_one_two_gray x",
      ["red_one_two_one_nine_tan left"],
    ],
    [
      "that means the same",
      "account_limit_hit x",
      "member_limit_hit x",
      [
        "account_limit_hit > member_limit_hit: token 0.78 (`account` and `member` mean the same; the only code that left, and the only one that came)",
      ],
    ],
    [
      "that is short for it",
      "invalid_param x",
      "invalid_parameter x",
      ["invalid_param > invalid_parameter: token 0.7 (`param` and `parameter` mean the same)"],
    ],
    [
      "in a phrase of two words",
      "user_does_not_exist x",
      "user_not_found x",
      [
        "user_does_not_exist > user_not_found: token 0.78 (`does_not_exist` and `not_found` mean the same; the only code that left, and the only one that came)",
      ],
    ],
    [
      "as the whole name",
      "too_many_requests x",
      "rate_limit_exceeded x",
      [
        "too_many_requests > rate_limit_exceeded: other 0.6 (`too_many_requests` and `rate_limit_exceeded` mean the same)",
      ],
    ],
    [
      "as the whole name of one word",
      "forbidden x",
      "access_denied x",
      ["forbidden > access_denied: other 0.6 (`forbidden` and `access_denied` mean the same)"],
    ],
    [
      "on the other side of the name",
      "unknown_user x",
      "user_not_found x",
      [
        "unknown_user > user_not_found: token 0.78 (`unknown` and `not_found` mean the same; the only code that left, and the only one that came)",
      ],
    ],
    [
      "among three",
      "alpha_beta_gamma x",
      "alpha_delta_gamma x",
      ["alpha_beta_gamma left, alpha_delta_gamma?"],
    ],
    [
      "among four",
      "alpha_beta_gamma_pink x",
      "alpha_delta_gamma_pink x",
      [
        "alpha_beta_gamma_pink > alpha_delta_gamma_pink: token 0.66 (both say `alpha_gamma_pink`; the only code that left, and the only one that came)",
      ],
    ],
    ["of two", "alpha_beta x", "alpha_delta x", ["alpha_beta left"]],
    ["all but one of three", "alpha_beta_gamma x", "alpha_delta_epsilon x", ["alpha_beta_gamma left"]],
    ["all of them", "alpha_beta x", "gamma_delta x", ["alpha_beta left"]],
    [
      "with another label",
      "alpha_beta_service x",
      "alpha_beta_resource x",
      ["alpha_beta_service left, alpha_beta_resource?"],
    ],
    [
      "and a form of one",
      "hosts_down_alpha_beta x",
      "host_down_alpha_gamma x",
      [
        "hosts_down_alpha_beta > host_down_alpha_gamma: token 0.63 (both say `down_alpha`; the only code that left, and the only one that came)",
      ],
    ],
  ],
  "names of parts are compared part by part": [
    [
      "two parts with a word that moved to the other",
      "green:alpha_beta_now x",
      "alpha:white_beta_now x",
      [
        "green:alpha_beta_now > alpha:white_beta_now: token 0.63 (both say `beta_now`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "three parts with a word that moved to the next",
      "green:alpha_beta_now:end x",
      "alpha:white_beta_now:end x",
      [
        "green:alpha_beta_now:end > alpha:white_beta_now:end: prefix 0.66 (both end in `end`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "a mark at the end is no part",
      "alpha:thing_bad_now: x",
      "beta:thing_bad_now: x",
      [
        "alpha:thing_bad_now: > beta:thing_bad_now:: prefix 0.67 (both end in `thing_bad_now`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "another middle part",
      "err:main:abc x",
      "err:side:abc x",
      [
        "err:main:abc > err:side:abc: prefix 0.66 (both end in `abc`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "another middle part before a longer leaf",
      "err:main:abc_defgh x",
      "err:side:abc_defgh x",
      [
        "err:main:abc_defgh > err:side:abc_defgh: prefix 0.67 (both end in `abc_defgh`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "another first part",
      "alpha:thing_bad x",
      "beta:thing_bad x",
      [
        "alpha:thing_bad > beta:thing_bad: prefix 0.66 (both end in `thing_bad`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "more parts before the same leaf",
      "data:thing_stale x",
      "data:more:thing_stale x",
      [
        "data:thing_stale > data:more:thing_stale: prefix 0.69 (both end in `thing_stale`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "parts before what had none are words more",
      "not_found x",
      "err:not_found x",
      [
        "not_found > err:not_found: prefix 0.76 (both say `not_found`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "two parts more before what had none",
      "user_not_found_here x",
      "a:b:user_not_found_here x",
      [
        "user_not_found_here > a:b:user_not_found_here: prefix 0.69 (both say `user_not_found_here`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "another last part",
      "data:user:thing_gone x",
      "data:user:order_gone x",
      [
        "data:user:thing_gone > data:user:order_gone: token 0.61 (both say `data_user_gone`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "a part in another one's words",
      "data:user_green:thing_blue_now x",
      "data:user_lilac:thing_blue_now x",
      [
        "data:user_green:thing_blue_now > data:user_lilac:thing_blue_now: prefix 0.69 (both end in `thing_blue_now`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "addresses with another path",
      "https://a.example/probs/out-of-credit x",
      "https://a.example/problems/out-of-credit x",
      [
        "https://a.example/probs/out-of-credit > https://a.example/problems/out-of-credit: prefix 0.69 (both end in `out_of_credit`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "the same leaf of a single word is little",
      "err:main:stale x",
      "err:side:stale x",
      ["err:main:stale left"],
    ],
  ],
  "names that differ in a number, or a mark as short as one, are two": [
    [
      "digits apart are another number",
      "one_thing_a12_gone x",
      "one_thing_a1_green_2_gone x",
      ["one_thing_a12_gone left"],
    ],
    ["a version", "v1_expired x", "v2_expired x", ["v1_expired left"]],
    ["a number at the end", "user_gone_1 x", "user_gone_2 x", ["user_gone_1 left"]],
    ["a number on one side alone", "user_gone x", "user_gone_2 x", ["user_gone left"]],
    ["digits in other groups", "a1_b2_thing x", "a12_b_thing x", ["a1_b2_thing left"]],
    [
      "another number beside a word that means the same",
      "user_unknown_1 x",
      "user_not_found_2 x",
      ["user_unknown_1 left"],
    ],
    [
      "the same number beside a word that means the same",
      "user_unknown_1 x",
      "user_not_found_1 x",
      [
        "user_unknown_1 > user_not_found_1: token 0.79 (`unknown` and `not_found` mean the same; the only code that left, and the only one that came)",
      ],
    ],
    ["a currency", "fee_not_paid_usd x", "fee_not_paid_eur x", ["fee_not_paid_usd left"]],
    [
      "a currency and a longer word",
      "fee_not_paid_usd x",
      "fee_not_paid_euro x",
      ["fee_not_paid_usd left, fee_not_paid_euro?"],
    ],
    [
      "a mark more",
      "fee_not_paid x",
      "fee_not_paid_usd x",
      [
        "fee_not_paid > fee_not_paid_usd: prefix 0.68 (both say `fee_not_paid`; the only code that left, and the only one that came)",
      ],
    ],
    ["digits of other scripts", "code_١ x", "code_٢ x", ["code_١ left"]],
    [
      "a number that ends as a status does",
      "limit_1404_green x",
      "limit_2404_green x",
      ["limit_1404_green left"],
    ],
    [
      "a number that begins as a status does",
      "limit_4041_green x",
      "limit_4042_green x",
      ["limit_4041_green left"],
    ],
    [
      "a version in an address, once",
      "https://a.example/v1/bad_query x",
      "https://a.example/v2/bad_query x",
      ["https://a.example/v1/bad_query left"],
    ],
  ],
  "names that say the contrary are two": [
    [
      "roles the other way around",
      "payee_invalid_name x",
      "payer_invalid_name x",
      ["payee_invalid_name left"],
    ],
    [
      "a negation before the word is that before its prefix",
      "order_not_legal_here_now x",
      "order_illegal_here_now x",
      [
        "order_not_legal_here_now > order_illegal_here_now: token 0.69 (both say `order_here_now`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "a negation before a prefix is none",
      "order_legal_here_now x",
      "order_not_illegal_here_now x",
      [
        "order_legal_here_now > order_not_illegal_here_now: token 0.69 (both say `order_here_now`; the only code that left, and the only one that came)",
      ],
    ],
    ["a negation", "card_active x", "card_not_active x", ["card_active left"]],
    ["the word `not`", "user_not_known_here x", "user_known_here x", ["user_not_known_here left"]],
    ["the word `no`", "user_no_known_here x", "user_known_here x", ["user_no_known_here left"]],
    ["the word `non`", "user_non_known_here x", "user_known_here x", ["user_non_known_here left"]],
    ["the word `never`", "user_never_known_here x", "user_known_here x", ["user_never_known_here left"]],
    [
      "the word `without`",
      "user_without_known_here x",
      "user_known_here x",
      ["user_without_known_here left"],
    ],
    ["the word `cannot`", "user_cannot_known_here x", "user_known_here x", ["user_cannot_known_here left"]],
    ["the word `cant`", "user_cant_known_here x", "user_known_here x", ["user_cant_known_here left"]],
    ["the word `isnt`", "user_isnt_known_here x", "user_known_here x", ["user_isnt_known_here left"]],
    ["the word `wasnt`", "user_wasnt_known_here x", "user_known_here x", ["user_wasnt_known_here left"]],
    ["the word `doesnt`", "user_doesnt_known_here x", "user_known_here x", ["user_doesnt_known_here left"]],
    ["the word `dont`", "user_dont_known_here x", "user_known_here x", ["user_dont_known_here left"]],
    ["a negation taken away", "never_paid_thing x", "paid_thing x", ["never_paid_thing left"]],
    ["a contraction", "user_cannot_pay x", "user_can_pay x", ["user_cannot_pay left"]],
    ["a short contraction", "user_can_pay x", "user_cant_pay x", ["user_can_pay left"]],
    ["a contraction of is", "name_isnt_unique x", "name_is_unique x", ["name_isnt_unique left"]],
    [
      "a contraction of does",
      "key_does_match_lock x",
      "key_doesnt_match_lock x",
      ["key_does_match_lock left"],
    ],
    ["un-", "authorized x", "unauthorized x", ["authorized left"]],
    ["in-", "card_usable_complete x", "card_usable_incomplete x", ["card_usable_complete left"]],
    ["im-", "immature_name_green x", "mature_name_green x", ["immature_name_green left"]],
    ["il-", "legal_name_green x", "illegal_name_green x", ["legal_name_green left"]],
    ["ir-", "regular_name_green x", "irregular_name_green x", ["regular_name_green left"]],
    ["dis-", "connect_name_green x", "disconnect_name_green x", ["connect_name_green left"]],
    ["de-", "activate_name_green x", "deactivate_name_green x", ["activate_name_green left"]],
    ["non-", "nonfatal_name_green x", "fatal_name_green x", ["nonfatal_name_green left"]],
    ["mis-", "used_name_green x", "misused_name_green x", ["used_name_green left"]],
    ["anti-", "virus_name_green x", "antivirus_name_green x", ["virus_name_green left"]],
    [
      "a prefix of a word too short to have one",
      "name_undo_green x",
      "name_do_green x",
      ["name_undo_green left, name_do_green?"],
    ],
    ["an opposite", "quota_min_reached_now x", "quota_max_reached_now x", ["quota_min_reached_now left"]],
    ["opposite roles", "payer_invalid_name x", "payee_invalid_name x", ["payer_invalid_name left"]],
    [
      "opposite roles of the law",
      "assignor_missing_name x",
      "assignee_missing_name x",
      ["assignor_missing_name left"],
    ],
    [
      "two spellings of a role",
      "adviser_missing_name x",
      "advisor_missing_name x",
      [
        "adviser_missing_name > advisor_missing_name: typo 0.92 (a spelling corrected; the only code that left, and the only one that came)",
      ],
    ],
    ["a negation and a prefix", "not_unpaid_order x", "paid_order x", ["not_unpaid_order left"]],
    ["a negation for a prefix", "order_not_paid x", "order_unpaid x", ["order_not_paid left"]],
    [
      "an opposite and a negation in one phrase",
      "not_enabled_thing x",
      "disabled_thing x",
      [
        "not_enabled_thing > disabled_thing: token 0.77 (`not_enabled` and `disabled` mean the same; the only code that left, and the only one that came)",
      ],
    ],
  ],
  "names that say another failure of the same thing are two": [
    [
      "an excess and none",
      "one_two_lock_too_weak_here x",
      "one_two_lock_soft_here x",
      [
        "one_two_lock_too_weak_here > one_two_lock_soft_here: token 0.73 (both say `one_two_lock_here`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "two states of which one means the same",
      "token_malformed_expired_now x",
      "token_invalid_gone_now x",
      [
        "token_malformed_expired_now > token_invalid_gone_now: token 0.76 (both say `token_now`; the only code that left, and the only one that came)",
      ],
    ],
    ["two states", "card_declined x", "card_expired x", ["card_declined left"]],
    ["two states in the middle", "card_missing_green x", "card_invalid_green x", ["card_missing_green left"]],
    [
      "two states in one part of an address",
      "err:api:green_missing y",
      "err:api:green_expired y",
      ["err:api:green_missing left"],
    ],
    [
      "two forms of one state",
      "card_duplicated x",
      "card_duplicate x",
      [
        "card_duplicated > card_duplicate: token 0.79 (`duplicated` and `duplicate` mean the same; the only code that left, and the only one that came)",
      ],
    ],
    [
      "a state that means the same",
      "token_malformed x",
      "token_invalid x",
      [
        "token_malformed > token_invalid: token 0.79 (`malformed` and `invalid` mean the same; the only code that left, and the only one that came)",
      ],
    ],
    [
      "a state and a word that is none",
      "token_invalid_now x",
      "token_green_now x",
      [
        "token_invalid_now > token_green_now: token 0.66 (both say `token_now`; the only code that left, and the only one that came)",
      ],
    ],
    ["two states with nothing in common beside them", "declined x", "expired x", ["declined left"]],
    [
      "a state more",
      "card_declined x",
      "card_declined_expired x",
      [
        "card_declined > card_declined_expired: prefix 0.73 (both say `card_declined`; the only code that left, and the only one that came)",
      ],
    ],
    ["another excess", "password_too_weak x", "password_too_common x", ["password_too_weak left"]],
    [
      "another excess in other words before it",
      "password_too_green x",
      "the_password_too_common x",
      ["password_too_green left"],
    ],
    [
      "the same excess of another thing",
      "password_too_weak x",
      "passphrase_too_weak x",
      ["password_too_weak left"],
    ],
    [
      "an excess in another form",
      "lock_too_weak_for_this x",
      "lock_too_weakly_for_this x",
      [
        "lock_too_weak_for_this > lock_too_weakly_for_this: token 0.83 (`weak` and `weakly` are forms of one word; the only code that left, and the only one that came)",
      ],
    ],
    [
      "a name that ends where the excess would stand",
      "card_too x",
      "card_too_green x",
      [
        "card_too > card_too_green: prefix 0.66 (both say `card_too`; the only code that left, and the only one that came)",
      ],
    ],
    [
      "an excess that means the same",
      "name_too_big x",
      "name_too_large x",
      [
        "name_too_big > name_too_large: token 0.77 (`too_big` and `too_large` mean the same; the only code that left, and the only one that came)",
      ],
    ],
    [
      "an excess that means the same, said of the whole name",
      "too_big x",
      "too_long x",
      ["too_big > too_long: token 0.7 (`too_big` and `too_long` mean the same)"],
    ],
    [
      "an excess that means the same of something else",
      "name_too_big x",
      "label_too_large x",
      ["name_too_big left"],
    ],
  ],
};

for (const [rule, rows] of Object.entries(names)) {
  describe(rule, () => {
    test.each(rows)("%s", (_, before, after, lines) => {
      expect(told(baseline(...words(before)), listed(...words(after)))).toEqual(lines);
    });
  });
}

test("a very long name is like no other, however alike they begin", () => {
  const long = (end: string) => `${"green_".repeat(50)}${end}`;
  expect(told(baseline(long("alpha")), listed(long("beta")))).toEqual([`${long("alpha")} left`]);
  expect(told(baseline(long("alpha1")), listed(long("alpha2")))).toEqual([`${long("alpha1")} left`]);
  const within = (end: string) => `${"green_".repeat(49)}${end}`;
  expect(told(baseline(within("alpha")), listed(within("alphas")))).not.toEqual([`${within("alpha")} left`]);
});

test("a name of three hundred letters is read, and of a longer one nothing", () => {
  const of = (sign: string, end: string) => `${`ab${sign}`.repeat(99)}${end}`;
  const became = (from: string, to: string) => told(baseline(from, "x"), listed(to, "x"));
  for (const [from = "", to = ""] of [
    ["-", "_"],
    ["_", "-"],
  ])
    expect(became(of(from, "abc"), of(to, "abc"))).toEqual([
      `${of(from, "abc")} > ${of(to, "abc")}: separator 0.98 (the same words in another style; the only code that left, and the only one that came)`,
    ]);
  expect(became(of("-", "abcd"), of("_", "abcd"))).toEqual([`${of("-", "abcd")} left`]);
});

test("a name in small letters with a number or capitals at its end is read as any other", () => {
  expect(told(baseline("card_1", "x"), listed("card_2", "x"))).toEqual(["card_1 left"]);
  expect(told(baseline("card_A", "x"), listed("card_a", "x"))).toEqual([
    "card_A > card_a: case 0.99 (only the case differs; the only code that left, and the only one that came)",
  ]);
});
