import { describe, expect, test } from "vitest";
import { neverPassesFalsely } from "./false-pass.js";
import { gate, specFile } from "./gate.js";
import { releaseOf, shapes } from "./shapes.js";

const runs = Number(process.env.ERRLOCK_FUZZ_RUNS ?? 40);

describe("whatever happens to a spec, a code that is not declared any more fails the gate", () => {
  test.each(Object.entries(shapes))(
    "%s",
    (name, documents) => neverPassesFalsely(documents, releaseOf(name), runs),
    3_600_000,
  );
});

test.each(Object.entries(shapes))("%s, untouched, passes", async (name, documents) => {
  const files = Object.fromEntries(
    Object.entries(documents).map(([path, value]) => [path, JSON.stringify(value)]),
  );
  const { status, left, stdout } = await gate(files, files, ...releaseOf(name));
  expect(status, stdout).toBe(0);
  expect(left).toEqual(new Set());
  expect(Object.keys(documents)).toContain(specFile);
});
