import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { anchors, type Claim } from "../../src/docs/anchors.js";
import fc from "../support/fast-check.js";

const claim = (code: string, since: string | null = null, catalog = "code"): Claim => ({
  catalog,
  code,
  since,
});

test("an anchor is the code in lower case with hyphens", () => {
  const codes = [
    "sandbox_not_found",
    "QUOTA_EXCEEDED",
    "SIM_SWAP.UNKNOWN_NUMBER",
    "not found",
    "größe_ungültig",
  ];
  const of = anchors(codes.map((code) => claim(code)));
  expect(codes.map((code) => of("code", code))).toEqual([
    "sandbox-not-found",
    "quota-exceeded",
    "sim-swap-unknown-number",
    "not-found",
    "größe-ungültig",
  ]);
});

test("of two codes with one anchor the one that was released first keeps it, and the other has one of its own", () => {
  const of = anchors([claim("QUOTA_EXCEEDED", "1.10.0"), claim("quota_exceeded", "1.9.0")]);
  expect(of("code", "quota_exceeded")).toBe("quota-exceeded");
  expect(of("code", "QUOTA_EXCEEDED")).toMatch(/^quota-exceeded-[0-9a-f]{6}$/);
});

test("a code that is added later never takes the anchor of a released one, whatever its name", () => {
  const pool = ["a_b", "A_B", "a-b", "a.b", "A-b", "a b", "b", "B", "_b_", "__", "", "code"];
  fc.assert(
    fc.property(fc.shuffledSubarray(pool, { minLength: 2 }), fc.nat(pool.length), (codes, at) => {
      const released = codes.slice(0, at).map((code) => claim(code, "1.0.0"));
      const before = anchors(released);
      const after = anchors([...codes.slice(at).map((code) => claim(code)), ...released]);
      for (const { code } of released) expect(after("code", code)).toBe(before("code", code));
    }),
  );
});

test("anchors are unique, whatever the codes and however many catalogs", () => {
  const codes = fc.uniqueArray(
    fc.tuple(fc.constantFrom("code", "errors[].code"), fc.string({ unit: "binary" })),
    {
      selector: (pair) => JSON.stringify(pair),
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(codes, (pairs) => {
      const of = anchors(pairs.map(([catalog, code]) => claim(code, null, catalog)));
      const given = pairs.map(([catalog, code]) => of(catalog, code));
      expect(new Set(given).size).toBe(given.length);
      for (const anchor of given) expect(anchor).toMatch(/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u);
    }),
  );
});

test("codes that take every beginning of another's hash leave it an anchor of its own", () => {
  const hash = createHash("sha256")
    .update(JSON.stringify(["code", "a_b"]))
    .digest("hex");
  const beginnings = Array.from({ length: 59 }, (_, at) => `a-b-${hash.slice(0, at + 6)}`);
  const of = anchors(["A-b", "a_b", ...beginnings].map((code) => claim(code)));
  expect(of("code", "a_b")).toMatch(new RegExp(`^a-b-${hash}[0-9a-f]$`));
});

test("the main catalog's codes have the plain anchors", () => {
  const of = anchors([claim("busy", null, "error.code"), claim("busy", "0.1.0", "warnings[].code")]);
  expect(of("error.code", "busy")).toBe("busy");
  expect(of("warnings[].code", "busy")).toMatch(/^busy-/);
});

test("a very long code has an anchor of bearable length", () => {
  const of = anchors([claim("x".repeat(5000)), claim(`${"x".repeat(5000)}y`)]);
  expect(of("code", "x".repeat(5000)).length).toBeLessThan(100);
});
