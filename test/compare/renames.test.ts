import { describe, expect, test } from "vitest";
import { compare } from "../../src/compare/compare.js";
import type { DeclaredRename } from "../../src/compare/rename/declared.js";
import type { Contract } from "../../src/contract/contract.js";
import { baseline, catalog, code, contract, listed, operation } from "./contracts.js";

/** Renames as `old > new`, with several new names in one string. */
function renames(before: Contract, after: Contract, declared?: readonly DeclaredRename[]): string[] {
  return compare(before, after, declared === undefined ? {} : { declared })
    .filter((change) => change.kind === "code-renamed")
    .map((change) => `${change.code} > ${change.to.join(" ")}`);
}

const words = (text: string) => text.split(" ");

/** Codes before and after, all on one line; every removed code must be paired in order, from a spec and a baseline. */
const recognised: readonly (readonly [string, string, string])[] = [
  ["a corrected typo", "invalid_reqeust busy", "invalid_request busy"],
  ["a missing letter", "unathorized busy", "unauthorized busy"],
  ["another spelling", "request_cancelled busy", "request_canceled busy"],
  ["another case", "QUOTA_EXCEEDED busy", "quota_exceeded busy"],
  ["camel case to snake case", "SandboxNotFound busy", "sandbox_not_found busy"],
  ["dots for dashes", "sandbox-not-found busy", "sandbox.not.found busy"],
  ["a common prefix dropped", "ERR_NOT_FOUND ERR_CONFLICT ERR_INTERNAL", "NOT_FOUND CONFLICT INTERNAL"],
  [
    "a common prefix added",
    "not_found conflict internal_error",
    "api.not_found api.conflict api.internal_error",
  ],
  [
    "one word swapped in two codes",
    "sandbox_not_found sandbox_busy full",
    "machine_not_found machine_busy full",
  ],
  [
    "one word swapped in many codes",
    "workspace_not_found workspace_exists workspace_full quota",
    "project_not_found project_exists project_full quota",
  ],
  [
    "a version in all codes, which many codes show to be one decision",
    "v1.user.missing v1.user.locked v1.org.missing v1.team.full",
    "v2.user.missing v2.user.locked v2.org.missing v2.team.full",
  ],
  [
    "a template, with categories of its own",
    "err:app:bad_gateway:host_down err:app:timeout:slow_upstream err:app:forbidden:firewall err:app:bad_request:no_host",
    "err:edge:upstream:host_down err:edge:upstream:slow_upstream err:edge:policy:firewall err:edge:request:no_host",
  ],
  [
    "problem types at another address",
    "https://example.com/probs/out-of-credit https://example.com/probs/no-such-user",
    "https://api.example.com/problems/out-of-credit https://api.example.com/problems/no-such-user",
  ],
  [
    "an inner segment",
    "err:core:internal:vm_selection_failed x",
    "err:core:internal:deployment_selection_failed x",
  ],
  ["a word less", "err:core:data:portal_config_not_found x", "err:core:data:portal_not_found x"],
  ["a synonym of one word", "forbidden x", "permission_denied x"],
  ["a synonym in a phrase", "user_does_not_exist x", "user_not_found x"],
  ["a synonym on the other side", "user_not_found x", "unknown_user x"],
  ["another word order", "pending_review x", "review_pending x"],
  ["an abbreviation", "invalid_param x", "invalid_parameter x"],
  ["a label that says nothing", "not_found conflict", "resource_not_found conflict"],
  ["slips in short words", "volume_busy volume_read_only full", "volume_bussy volume_read_olny full"],
  ["a letter too much in a small word", "too_many_requests full", "too_maany_requests full"],
  ["a slip in a synonym", "service_unavalible busy", "unavailable busy"],
  ["a negation at another place", "no_such_wallet_initialized full", "wallet_not_initialized full"],
  ["a limit that is reached", "account_limit_exceeded x", "account_limit_reached x"],
  [
    "a synonym, though other codes use both words",
    "currency_not_supported item_unsupported gift_not_supported",
    "currency_unsupported item_unsupported gift_not_supported",
  ],
  [
    "a status that stood in the names",
    "geo_422_area_not_covered geo_422_invalid_area x",
    "geo.area_not_covered geo.invalid_area x",
  ],
  [
    "problem types at an address without its version",
    "https://example.com/errors-v2/user/bad_query https://example.com/errors-v2/data/not_found",
    "https://example.com/errors/user/bad_query https://example.com/errors/data/not_found",
  ],
];

/** Codes before and after that look alike or stand alike, and are not the same. */
const unrelated: readonly (readonly [string, string, string])[] = [
  ["a negation", "busy pending full", "busy not_pending full"],
  ["a negating prefix", "busy valid_until full", "busy invalid_until full"],
  ["an opposite", "busy name_too_long full", "busy name_too_short full"],
  ["an opposite with a similar spelling", "busy internal_call full", "busy external_call full"],
  ["opposite directions", "busy upload_failed full", "busy download_failed full"],
  ["the two ends", "busy start_date_invalid full", "busy end_date_invalid full"],
  ["the two roles", "busy payer_invalid full", "busy payee_invalid full"],
  ["another version", "busy v1_expired full", "busy v2_expired full"],
  ["another protocol", "busy 3ds1_required full", "busy 3ds2_required full"],
  ["numeric codes", "busy 1001 full", "busy 1002 full"],
  ["another number", "busy ERR_001 full", "busy ERR_002 full"],
  ["another failure of the same thing", "busy card_declined full", "busy card_expired full"],
  ["another complaint of the same field", "busy missing_api_key full", "busy invalid_api_key full"],
  ["the same failure of something else", "busy user_not_found full", "busy order_not_found full"],
  ["one letter that makes another word", "busy card_invalid full", "busy cart_invalid full"],
  ["two words a letter apart", "busy contact_not_found full", "busy contract_not_found full"],
  ["two long words of the same letters", "busy connection_not_found full", "busy collection_not_found full"],
  ["two words that a slip would make one", "busy invalid_content full", "busy invalid_context full"],
  ["a different currency", "busy invalid_currency_usd full", "busy invalid_currency_eur full"],
  [
    "three that left and three that came",
    "order_closed order_paid order_lost x",
    "cart_empty coupon_used invoice_void x",
  ],
  ["three of one form", "a_not_found b_not_found c_not_found k", "d_not_found e_not_found f_not_found k"],
  [
    "a removal beside unrelated additions",
    "HTTPS_ONLY INVALID_URL x",
    "x GONE UNPROCESSABLE_ENTITY BAD_GATEWAY",
  ],
];

describe("a rename is recognised by its name", () => {
  test.each(recognised)("%s", (_, before, after) => {
    const now = words(after);
    const old = words(before).filter((text) => !now.includes(text));
    const expected = old.map((text) => `${text} > ${now[words(before).indexOf(text)]}`).sort();
    expect(renames(listed(...words(before)), listed(...now)).sort()).toEqual(expected);
    expect(renames(baseline(...words(before)), listed(...now)).sort(), "from a baseline").toEqual(expected);
  });
});

describe("no rename is seen in", () => {
  test.each(unrelated)("%s", (_, before, after) => {
    expect(renames(listed(...words(before)), listed(...words(after)))).toEqual([]);
    expect(renames(baseline(...words(before)), listed(...words(after))), "from a baseline").toEqual([]);
  });
});

describe("beyond names", () => {
  const text = "The handset could not be identified from the request.";

  test("the same description, of no other code, pairs codes without a word in common", () => {
    const before = contract([catalog([code("unidentifiable_device", { description: text }), code("x")])]);
    const after = contract([catalog([code("x"), code("missing_identifier", { description: text })])]);
    expect(renames(before, after)).toEqual(["unidentifiable_device > missing_identifier"]);
  });

  test("a description that several codes share marks none of them", () => {
    const codes = (...names: string[]) =>
      contract([catalog(names.map((name) => code(name, { description: text })))]);
    expect(renames(codes("red_thing", "blue_thing_a"), codes("red_thing", "green_item_b"))).toEqual([]);
  });

  test("the same place in the list tells which of two names became which", () => {
    const before = listed("busy", "shared_wallet_pending", "shared_wallet_not_pending", "full");
    const after = listed("busy", "shared_wallet_incomplete", "shared_wallet_active", "full");
    expect(renames(before, after)).toEqual([
      "shared_wallet_not_pending > shared_wallet_active",
      "shared_wallet_pending > shared_wallet_incomplete",
    ]);
  });

  test("the same constant name stays with its code", () => {
    const before = contract([catalog([code("E17", { name: "CardExpired" })])]);
    const after = contract([catalog([code("expired_card", { name: "CardExpired" })])]);
    expect(renames(before, after)).toEqual(["E17 > expired_card"]);
  });

  test("the same text lifts a number, which else names another thing", () => {
    const of = (name: string) => contract([catalog([code(name, { description: text }), code("x")])]);
    expect(renames(of("device_1001"), of("device_2001"))).toEqual(["device_1001 > device_2001"]);
  });

  describe("responses", () => {
    const of = (responses: Readonly<Record<string, readonly string[]>>, ids = ["GET /things"]) => {
      const codes = new Set(Object.values(responses).flat());
      return contract([catalog([...codes].sort().map((text) => code(text)))], {
        operations: ids.map((id) => operation(id, responses)),
      });
    };
    const rest = { "401": ["unauthorized"], "409": ["conflict"], "429": ["slow_down"] };

    test("one code for one in a response that few codes have, with words in common", () => {
      expect(
        renames(
          of({ ...rest, "422": ["bad_range", "device_not_applicable"], "503": ["down"] }),
          of({ ...rest, "422": ["bad_range", "service_not_applicable"], "500": ["broken"] }),
        ),
      ).toEqual(["device_not_applicable > service_not_applicable"]);
    });

    test("the only code that left and the only one that came, in one place that is their own", () => {
      expect(
        renames(
          of({ ...rest, "403": ["era_not_supported", "forbidden"] }),
          of({ ...rest, "403": ["node_too_old", "forbidden"] }),
        ),
      ).toEqual(["era_not_supported > node_too_old"]);
    });

    test("a response that many operations share is one place", () => {
      const ids = ["GET /a", "GET /b", "GET /c", "GET /d", "GET /e"];
      expect(
        renames(
          of({ ...rest, "403": ["default_device_not_supported", "forbidden"], "503": ["down"] }, ids),
          of({ ...rest, "403": ["invalid_token_context", "forbidden"], "500": ["broken"] }, ids),
        ),
      ).toEqual([]);
    });

    test("operations at new paths do not speak against a pair", () => {
      const before = of({ ...rest, "403": ["scopes_not_allowed"] }, ["POST /verify"]);
      const after = of({ ...rest, "403": ["scopes_or_purpose_not_allowed"] }, ["POST /retrieve"]);
      expect(renames(before, after)).toEqual(["scopes_not_allowed > scopes_or_purpose_not_allowed"]);
    });

    test("beside the code that it clearly was, another new one makes no split", () => {
      expect(
        renames(
          of({ ...rest, "403": ["forbidden"] }),
          of({ ...rest, "403": ["permission_denied", "invalid_token_context"] }),
        ),
      ).toEqual(["forbidden > permission_denied"]);
      expect(
        renames(
          of({ ...rest, "409": ["Stale"] }),
          of({ ...rest, "409": ["STALE", "STALE_VERSION", "STALE_LOCK"] }),
        ),
      ).toEqual(["Stale > STALE"]);
    });
  });

  test("other statuses speak against a pair that the names suggest", () => {
    const of = (name: string, status: string) =>
      contract([catalog([code(name, { statuses: [status] }), code("x")])]);
    expect(renames(of("template_build_failed", "500"), of("build_failed", "500"))).toHaveLength(1);
    expect(renames(of("template_build_failed", "500"), of("build_failed", "422"))).toEqual([]);
  });

  test("what an acceptance says is fact, and outranks what the names suggest", () => {
    const declared = [{ from: "invalid_reqeust", to: ["quite_another"], catalog: null }];
    const after = listed("invalid_request", "quite_another");
    expect(renames(listed("invalid_reqeust"), after, declared)).toEqual(["invalid_reqeust > quite_another"]);
    expect(compare(listed("invalid_reqeust"), after, { declared })[0]).toMatchObject({
      how: "declared",
      confidence: 1,
    });
  });

  test("of a catalog that is named, it says nothing of the same code in another", () => {
    const lists = (text: string) =>
      contract(["code", "type"].map((name) => catalog([code(text), code("x"), code("other")], { name })));
    const before = contract(["code", "type"].map((name) => catalog([code("gone_zq"), code("x")], { name })));
    const declared = [{ from: "gone_zq", to: ["other"], catalog: "type" }];
    expect(
      compare(before, lists("fresh"), { declared }).map(({ kind, catalog }) => `${kind} ${catalog}`),
    ).toEqual([
      "code-removed code",
      "code-renamed type",
      "code-added code",
      "code-added code",
      "code-added type",
    ]);
  });

  test("an acceptance that names a code the spec lacks declares nothing", () => {
    const declared = [{ from: "old_name", to: ["nowhere"], catalog: null }];
    expect(renames(listed("old_name", "x"), listed("x"), declared)).toEqual([]);
  });

  test("`replacedBy` of the old contract says what the code became", () => {
    const before = contract([catalog([code("old_name", { deprecated: true, replacedBy: "new_thing" })])]);
    expect(renames(before, listed("new_thing"))).toEqual(["old_name > new_thing"]);
  });

  test("two spellings of a code that was there already are merged into it", () => {
    expect(renames(listed("NOT_FOUND", "not_found", "x"), listed("not_found", "x"))).toEqual([
      "NOT_FOUND > not_found",
    ]);
  });

  test("a retired code that is back is no new name for another", () => {
    const retired = { not_found: { since: "0.1.0", retired: "0.2.0", reason: "gone" } };
    const before = contract([catalog([code("NOT_FOUND")], { retired })], { operations: null });
    expect(compare(before, listed("not_found")).map((change) => change.kind)).toEqual([
      "code-removed",
      "code-reintroduced",
    ]);
  });

  test("too little evidence is a question, not a rename", () => {
    const [removed] = compare(baseline("member_limit_hit", "x"), listed("seat_limit_hit", "x"));
    expect(removed).toMatchObject({ kind: "code-removed", candidate: "seat_limit_hit", confidence: null });
  });

  test("many codes that share a swap name it as their pattern, with the codes that follow it", () => {
    const changes = compare(
      baseline("sandbox_full", "sandbox_busy", "sandbox_not_found"),
      listed("machine_full", "machine_busy", "machine_not_found"),
    );
    for (const change of changes) {
      expect(change).toMatchObject({ how: "token", pattern: { from: "sandbox", to: "machine" } });
      expect(change.evidence).toContain("2 other codes swap sandbox for machine");
    }
  });
});
