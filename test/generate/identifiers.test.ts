import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { identifiers } from "../../src/generate/identifiers.js";

const naming = { style: "upper", reserved: new Set<string>() } as const;
const hash = createHash("sha256").update("a-b").digest("hex");

test("names that would share an identifier are told apart by a hash", () => {
  const names = identifiers(["a_b", "a-b"], naming);
  expect([names.of("a_b"), names.of("a-b")]).toEqual(["A_B", `A_B_${hash.slice(0, 6)}`]);
});

test("a name that takes the beginnings of another's hash makes no identifier that is there twice", () => {
  const taking = Array.from({ length: 30 }, (_, at) => `a_b_${hash.slice(0, at + 6)}`);
  for (const order of [
    ["a_b", "a-b", ...taking],
    [...taking, "a_b", "a-b"],
  ]) {
    const names = identifiers(order, naming);
    const made = order.map((name) => names.of(name).toLowerCase());
    expect(new Set(made).size).toBe(order.length);
  }
});
