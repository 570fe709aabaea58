import { expect, test } from "vitest";
import type { Baseline } from "../../src/contract/baseline.js";
import type { Contract } from "../../src/contract/contract.js";
import { accept, contractOf, init, released, type Situation, update } from "./contracts.js";

function changelog(baseline: Baseline, contract: Contract, situation: Situation = {}): string {
  const result = update(baseline, contract, situation);
  if (result.state !== "released") throw new Error(`no release, but ${result.state}`);
  return result.changelog;
}

test("release notes tell what clients have to know, codes first", () => {
  const before = init(
    contractOf("1.0.0", {
      a: {},
      b: { statuses: ["404", "409"] },
      c: {},
      d: { deprecated: true, sunset: "2027-06-01" },
      e: {},
      f: { statuses: ["404", "410"] },
    }),
  );
  const retired = released(
    before,
    contractOf("2.0.0", {
      b: { statuses: ["404", "409"] },
      c: {},
      d: { deprecated: true, sunset: "2027-06-01" },
      e: {},
      f: { statuses: ["404", "410"] },
    }),
    { accept: [accept({ code: "a", reason: "never sent" })] },
  );
  const after = contractOf(
    "3.0.0",
    {
      a: {},
      d: { deprecated: true, sunset: "2027-01-01" },
      e: { deprecated: true, sunset: "2027-05-01", replacedBy: "x" },
      f: { statuses: ["404"] },
      n: { statuses: ["422", "4XX"] },
      x: {},
    },
    { body: { code: { type: ["string"], required: true }, error: { type: ["string"], required: false } } },
  );
  const text = changelog(retired, after, {
    accept: [
      accept({ code: "b", reason: "one *name*" }),
      accept({ code: "c", to: ["x"], reason: "clearer", correction: true }),
      accept({ kind: "code-reintroduced", code: "a", reason: "sent after all" }),
      accept({ kind: "code-status-removed", code: "f", reason: "moved" }),
      accept({ kind: "code-sunset-shortened", code: "d", reason: "agreed" }),
      accept({ kind: "body-field-optional", at: "error", reason: "sometimes empty" }),
    ],
  });
  expect(text).toBe(`## 3.0.0 (2026-11-22)

### Removed

- \`b\` (404, 409): one \\*name\\*

### Renamed

- \`c\` is now \`x\`. Correction: clearer

### Reintroduced

- \`a\` is back, though it was retired in 2.0.0. The reason was: never sent. Clients may still take it for what it meant then. Reason: sent after all

### Added

- \`n\` (422, 4XX)

### Deprecated

- \`e\` is now deprecated: it may leave from 2027-05-01 on, in favour of \`x\`.
- The sunset of \`d\` moved forward from 2027-06-01 to 2027-01-01. Reason: agreed

### Changed

- \`f\` no longer comes with 410. Reason: moved
- \`error\` of the error body is no longer required. Reason: sometimes empty
`);
});

test("release notes name every code of a catalog that is gone, with its reason", () => {
  const gone = contractOf("2.0.0", [], { body: contractOf("1.0.0", []).body });
  expect(
    changelog(init(contractOf("1.0.0", ["a", "b"])), gone, {
      accept: [accept({ kind: "catalog-removed", catalog: "code", reason: "problem types now" })],
    }),
  ).toBe("## 2.0.0 (2026-11-22)\n\n### Removed\n\n- `a`: problem types now\n- `b`: problem types now\n");
});

test("release notes name all that a code was split into", () => {
  expect(
    changelog(init(contractOf("1.0.0", ["a", "b"])), contractOf("2.0.0", ["a", "x", "y"]), {
      accept: [accept({ code: "b", to: ["x", "y"], reason: "two causes" })],
    }),
  ).toContain("### Renamed\n\n- `b` is now `x`, `y`. Reason: two causes\n");
});

test("release notes say so where no code changed, and leave out what demands nothing", () => {
  const before = init(contractOf("1.0.0", ["a"]));
  expect(changelog(before, contractOf("1.0.1", ["a"]))).toBe("## 1.0.1 (2026-11-22)\n\nNo code changed.\n");
  const body = { ...contractOf("1.0.0", []).body, extra: { type: ["string"], required: false } };
  const free = { "body-field-added": { bump: "none" } } as const;
  const next = contractOf("1.0.1", ["a"], { body });
  expect(changelog(before, next, { policy: { changes: free } })).toBe(
    "## 1.0.1 (2026-11-22)\n\nNo code changed.\n",
  );
});
