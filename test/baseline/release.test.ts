import { describe, expect, test } from "vitest";
import { formatBaseline, parseBaseline } from "../../src/baseline/format.js";
import type { Baseline } from "../../src/contract/baseline.js";
import { accept, contractOf, init, released, update } from "./contracts.js";

const first = init(contractOf("1.0.0", ["a", "b", "c"]));

describe("a release", () => {
  test("stamps new codes and keeps the `since` of the others", () => {
    const next = released(first, contractOf("1.1.0", ["a", "b", "c", "d"]));
    expect(next.version).toBe("1.1.0");
    expect(Object.entries(next.main.codes).map(([code, { since }]) => `${code} ${since}`)).toEqual([
      "a 1.0.0",
      "b 1.0.0",
      "c 1.0.0",
      "d 1.1.0",
    ]);
  });

  test("makes an accepted removal a tombstone with its reason, and uses the acceptance up", () => {
    const entry = accept({ code: "b", reason: "never sent" });
    const other = accept({ kind: "error-response-required", at: "GET /healthz 503" });
    const result = update(first, contractOf("2.0.0", ["a", "c"]), { accept: [entry, other] });
    expect(result).toMatchObject({ state: "released", used: [entry] });
    if (result.state !== "released") return;
    expect(result.baseline.main.retired.b).toEqual({
      since: "1.0.0",
      retired: "2.0.0",
      reason: "never sent",
    });
    expect(result.counts).toEqual({ version: "2.0.0", added: 0, retired: 1, deprecated: 0, reintroduced: 0 });
  });

  test("is refused for what nobody accepted, whatever the version", () => {
    const result = update(first, contractOf("2.0.0", ["a", "c"]));
    expect(result).toMatchObject({ state: "refused", code: "not-accepted" });
  });

  test("is refused under a version that does not cover it", () => {
    const situation = { accept: [accept({ code: "b" })] };
    expect(update(first, contractOf("1.9.0", ["a", "c"]), situation)).toMatchObject({
      code: "version-too-small",
    });
    expect(update(first, contractOf("1.0.0", ["a", "c"]), situation)).toMatchObject({
      code: "version-pending",
    });
    expect(update(first, contractOf("0.9.0", ["a", "b", "c"]))).toMatchObject({ code: "version-too-small" });
    expect(update(first, contractOf(null, ["a", "b", "c"]))).toMatchObject({ code: "version-too-small" });
  });

  test("run again changes nothing, and prunes what an interrupted run left", () => {
    const contract = contractOf("2.0.0", ["a", "c"]);
    const entry = accept({ code: "b" });
    const next = released(first, contract, { accept: [entry] });
    expect(update(next, contract)).toEqual({ state: "unchanged", baseline: next, used: [] });
    expect(update(next, contract, { accept: [entry] })).toEqual({
      state: "unchanged",
      baseline: next,
      used: [entry],
    });
  });

  test("tells what replaced a code only where somebody said so", () => {
    const renamed = contractOf("2.0.0", ["a", "b_new", "c"]);
    const plain = released(first, renamed, { accept: [accept({ code: "b" })] });
    expect(plain.main.retired.b).not.toHaveProperty("replacedBy");
    const told = released(first, renamed, { accept: [accept({ code: "b", to: ["b_new"] })] });
    expect(told.main.retired.b?.replacedBy).toBe("b_new");
    const split = released(first, contractOf("2.0.0", ["a", "c", "x", "y"]), {
      accept: [accept({ code: "b", to: ["x", "y"] })],
    });
    expect(split.main.retired.b?.replacedBy).toEqual(["x", "y"]);
  });

  test("records a code that left also where the levels are off", () => {
    const off = { "code-removed": "off", "code-renamed": "off", "catalog-removed": "off" } as const;
    const next = released(first, contractOf("2.0.0", ["a", "c"]), { policy: { changes: off } });
    expect(next.main.retired.b).toEqual({
      since: "1.0.0",
      retired: "2.0.0",
      reason: "nobody was asked: the level was off",
    });
  });

  test("of a catalog that is gone retires all of its codes and still knows where they were", () => {
    const next = released(first, contractOf("2.0.0", [], { body: {} }), {
      accept: [accept({ kind: "catalog-removed", catalog: "code", reason: "problem types now" })],
    });
    expect(next.errors).toEqual(first.errors);
    expect(Object.keys(next.main.retired)).toEqual(["a", "b", "c"]);
    expect(parseBaseline(formatBaseline(next), "b.json")).toEqual(next);
  });

  test("writes release notes in which hostile words are inert", () => {
    const result = update(
      first,
      contractOf("2.0.0", { a: {}, c: {}, "`<quota-exceeded>`": { statuses: ["404"] } }),
      {
        accept: [accept({ code: "b", reason: "see <script> [x](y)" })],
      },
    );
    if (result.state !== "released") throw new Error("no release");
    expect(result.changelog).toContain("## 2.0.0 (2026-11-22)");
    expect(result.changelog).toContain("### Removed\n\n- `b`: see");
    expect(result.changelog).toContain("### Added");
    expect(result.changelog).not.toContain("<quota");
    expect(result.changelog).not.toContain("<script>");
  });

  test("keeps known findings only as long as they are found", () => {
    const known: Baseline = { ...first, known: { "error-response-required": ["GET /a 404", "GET /b 404"] } };
    const finding = {
      rule: "error-response-required",
      level: "error",
      at: "GET /b 404",
      message: "",
      cause: null,
      location: null,
      site: null,
    } as never;
    const contract = contractOf("1.0.0", ["a", "b", "c"]);
    expect(update(known, contract, { findings: [finding] }).state === "unchanged").toBe(true);
    expect(update(known, contract, { findings: [finding] })).toMatchObject({
      baseline: { known: { "error-response-required": ["GET /b 404"] } },
    });
    expect(
      update(known, contract, { policy: { rules: { "error-response-required": "off" } } }),
    ).toMatchObject({
      baseline: { known: known.known },
    });
  });
});

describe("the life of a code", () => {
  test("deprecated with a sunset that has come, it leaves without an acceptance, under a major version", () => {
    const sunset = contractOf("1.1.0", {
      a: {},
      b: { deprecated: true, sunset: "2026-12-01", replacedBy: "c" },
      c: {},
    });
    const deprecated = released(first, sunset);
    expect(deprecated.main.codes.b).toEqual({
      since: "1.0.0",
      deprecated: "1.1.0",
      sunset: "2026-12-01",
      replacedBy: "c",
    });
    const gone = contractOf("2.0.0", ["a", "c"]);
    expect(update(deprecated, gone, { now: "2026-11-30" })).toMatchObject({ code: "not-accepted" });
    expect(update(deprecated, contractOf("1.2.0", ["a", "c"]), { now: "2026-12-01" })).toMatchObject({
      code: "version-too-small",
    });
    expect(released(deprecated, gone, { now: "2026-12-01" }).main.retired.b).toEqual({
      since: "1.0.0",
      retired: "2.0.0",
      replacedBy: "c",
      reason: "its sunset, 2026-12-01, had come",
    });
  });

  test("retired, it comes back only when accepted, and keeps its tombstone as its past", () => {
    const retired = released(first, contractOf("2.0.0", ["a", "c"]), { accept: [accept({ code: "b" })] });
    const back = contractOf("3.0.0", ["a", "b", "c"]);
    expect(update(retired, back)).toMatchObject({ code: "not-accepted" });
    const returned = released(retired, back, { accept: [accept({ kind: "code-reintroduced", code: "b" })] });
    const tombstone = { since: "1.0.0", retired: "2.0.0", reason: "agreed" };
    expect(returned.main.codes.b).toEqual({ since: "1.0.0", reintroduced: "3.0.0", past: [tombstone] });
    const again = released(returned, contractOf("4.0.0", ["a", "c"]), { accept: [accept({ code: "b" })] });
    expect(again.main.retired.b).toEqual({
      since: "1.0.0",
      retired: "4.0.0",
      reason: "agreed",
      past: [tombstone],
    });
  });

  test("undeprecated, it loses the stamp and gets a new one the next time", () => {
    const on = released(first, contractOf("1.1.0", { a: { deprecated: true }, b: {}, c: {} }));
    const off = released(on, contractOf("1.1.1", ["a", "b", "c"]));
    const again = released(off, contractOf("1.2.0", { a: { deprecated: true }, b: {}, c: {} }));
    expect([on, off, again].map((baseline) => baseline.main.codes.a?.deprecated)).toEqual([
      "1.1.0",
      undefined,
      "1.2.0",
    ]);
  });
});

describe("versions of every kind", () => {
  test("below 1.0.0 a removal is a minor version and an addition a patch", () => {
    const zero = init(contractOf("0.3.0", ["a", "b"]));
    const situation = { accept: [accept({ code: "b" })] };
    expect(update(zero, contractOf("0.3.1", ["a"]), situation)).toMatchObject({ code: "version-too-small" });
    expect(released(zero, contractOf("0.4.0", ["a"]), situation).version).toBe("0.4.0");
    expect(released(zero, contractOf("0.3.1", ["a", "b", "c"])).version).toBe("0.3.1");
  });

  test("a prerelease keeps the last full version, and codes younger than that are free", () => {
    const beta = released(first, contractOf("2.0.0-beta.1", ["a", "b", "c", "new"]));
    expect(beta.stable).toBe("1.0.0");
    const free = released(beta, contractOf("2.0.0-beta.2", ["a", "b", "c"]));
    expect(free.main.retired.new?.reason).toContain("never in a full release");
    expect(update(beta, contractOf("2.0.0-beta.2", ["a", "b", "new"]))).toMatchObject({
      code: "not-accepted",
    });
    const full = released(free, contractOf("2.0.0", ["a", "b", "c"]));
    expect(full).not.toHaveProperty("stable");
  });

  test("with dates any later one will do", () => {
    const dated = init(contractOf("2026-03-01", ["a", "b"]));
    const situation = { accept: [accept({ code: "b" })] };
    expect(released(dated, contractOf("2026-03-02", ["a"]), situation).version).toBe("2026-03-02");
    expect(update(dated, contractOf("2026-02-28", ["a"]), situation)).toMatchObject({
      code: "version-too-small",
    });
  });

  test("with integers any higher one will do", () => {
    const three = init(contractOf("v3", ["a", "b"]));
    expect(released(three, contractOf("v4", ["a"]), { accept: [accept({ code: "b" })] }).version).toBe("v4");
    expect(update(three, contractOf("v3", ["a", "b", "c"]))).toMatchObject({ code: "version-pending" });
  });

  test("without an order the release is named by hand, and no name is used twice in a row", () => {
    const wip = init(contractOf("wip", ["a", "b"]));
    const contract = contractOf("wip", ["a", "b", "c"]);
    expect(() => update(wip, contract)).toThrow(/name|order/);
    const spring = released(wip, contract, { as: "spring" });
    expect(spring.main.codes.c?.since).toBe("spring");
    expect(update(spring, contract)).toMatchObject({ state: "unchanged" });
    expect(update(spring, contract, { as: "spring" })).toMatchObject({ state: "unchanged" });
    expect(() => update(spring, contractOf("wip", ["a", "b", "c", "d"]), { as: "spring" })).toThrow(/spring/);
    expect(() => update(first, contractOf("1.1.0", ["a", "b", "c", "d"]), { as: "x" })).toThrow(/--as/);
  });

  test("a document without a version is named by hand from the first baseline on", () => {
    const named = init(contractOf(null, ["a"]), "1.0.0");
    expect(named.scheme).toBe("none");
    expect(update(named, contractOf(null, ["a"]))).toMatchObject({ state: "unchanged" });
    expect(released(named, contractOf(null, ["a", "b"]), { as: "1.1.0" })).toMatchObject({ scheme: "none" });
  });

  test("a correction needs a patch only, and stands in the record", () => {
    const entry = accept({ code: "b", correction: true, reason: "never sent" });
    const next = released(first, contractOf("1.0.1", ["a", "c"]), { accept: [entry] });
    expect(next.corrected).toEqual([
      { version: "1.0.1", kind: "code-removed", catalog: "code", code: "b", reason: "never sent" },
    ]);
    const forbidden = { accept: [entry], policy: { corrections: "forbid" as const } };
    expect(update(first, contractOf("2.0.0", ["a", "c"]), forbidden)).toMatchObject({ code: "not-accepted" });
  });

  test("wording alone never makes a release too small", () => {
    const contract = contractOf("1.0.0", { a: { description: "x" }, b: {}, c: {} });
    expect(update(first, contract)).toMatchObject({ state: "unchanged" });
  });
});
