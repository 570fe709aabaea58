import { expect, test } from "vitest";
import { compare } from "../../src/compare/compare.js";
import { changeMessage } from "../../src/compare/message.js";
import type { Change } from "../../src/contract/change.js";
import type { Code, Contract } from "../../src/contract/contract.js";
import fc from "../support/fast-check.js";
import { catalog, code, contract, operation } from "./contracts.js";

const word = fc.constantFrom(
  "card",
  "user",
  "sandbox",
  "machine",
  "not",
  "found",
  "invalid",
  "expired",
  "v1",
  "v2",
  "quota",
);
const name = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom("_", "-", ".", ":"), fc.boolean())
  .map(([words, separator, upper]) => (upper ? words.join(separator).toUpperCase() : words.join(separator)));
/** Mostly names that could be renames of each other, and now and then anything at all. */
const text = fc.oneof(
  { weight: 9, arbitrary: name },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 8 }) },
);

const anyCode = (text: string): fc.Arbitrary<Code> =>
  fc
    .record({
      description: fc.option(
        fc.constantFrom("There is no such thing here.", "The card has expired.", "Try again later."),
      ),
      group: fc.option(fc.constantFrom("General", "Cards")),
      deprecated: fc.boolean(),
      sunset: fc.option(fc.constantFrom("2026-01-01", "2027-01-01")),
      statuses: fc.subarray(["400", "404", "410", "4XX", "default"]),
      messages: fc.subarray(["No such card today.", "It is over for now."]),
    })
    .map((said) => code(text, said));

const anyContract: fc.Arbitrary<Contract> = fc
  .uniqueArray(text, { maxLength: 12 })
  .chain((texts) =>
    fc.record({
      codes: fc.tuple(...texts.map(anyCode)),
      open: fc.constantFrom("closed" as const, "open" as const),
      responses: fc.dictionary(fc.constantFrom("404", "409", "default"), fc.subarray(texts), { maxKeys: 3 }),
      required: fc.boolean(),
    }),
  )
  .map(({ codes, open, responses, required }) => {
    const site = (index: number) => ({
      file: "openapi.yaml",
      pointer: `#/components/schemas/ErrorCode/enum/${index}`,
    });
    const placed = codes.map((one, index) => ({ ...one, sites: [site(index)] }));
    return contract(placed.length === 0 ? [] : [catalog(placed, { open })], {
      body: { code: { type: ["string"], required } },
      operations: [operation("GET /things", responses)],
    });
  });

const codesOf = (side: Contract) => side.catalogs.flatMap((one) => one.codes.map((entry) => entry.code));

/** Codes that a change takes away and those it brings. */
function moves(change: Change): { left: readonly string[]; came: readonly string[] } {
  if (change.kind === "code-renamed") return { left: [change.code ?? ""], came: change.to };
  if (change.kind === "code-removed") return { left: [change.code ?? ""], came: [] };
  if (change.kind === "catalog-removed") return { left: change.codes, came: [] };
  if (change.kind === "code-added") return { left: [], came: [change.code ?? ""] };
  return { left: [], came: [] };
}

test("a contract compared with itself gives nothing", () => {
  fc.assert(
    fc.property(anyContract, (one) => {
      expect(compare(one, one)).toEqual([]);
    }),
  );
});

test("a list in another order is the same contract, but for the kind that says so", () => {
  const shuffled = anyContract.chain((one) =>
    fc
      .tuple(
        ...one.catalogs.map((list) => fc.shuffledSubarray([...list.codes], { minLength: list.codes.length })),
      )
      .map((orders) => ({
        one,
        other: { ...one, catalogs: one.catalogs.map((list, i) => ({ ...list, codes: orders[i] ?? [] })) },
      })),
  );
  fc.assert(
    fc.property(shuffled, ({ one, other }) => {
      const kinds = new Set(compare(one, other).map((change) => change.kind));
      expect([...kinds].filter((kind) => kind !== "code-reordered")).toEqual([]);
    }),
  );
});

test("every code that left is in exactly one change, and none that stayed is", () => {
  fc.assert(
    fc.property(anyContract, anyContract, (before, after) => {
      const left = compare(before, after).flatMap((change) => moves(change).left);
      const now = new Set(codesOf(after));
      expect([...left].sort()).toEqual(
        codesOf(before)
          .filter((text) => !now.has(text))
          .sort(),
      );
    }),
  );
});

test("the changes, applied to the old codes, give the new ones", () => {
  fc.assert(
    fc.property(anyContract, anyContract, (before, after) => {
      const codes = new Set(codesOf(before));
      for (const change of compare(before, after)) {
        for (const text of moves(change).left) codes.delete(text);
        for (const text of moves(change).came) codes.add(text);
      }
      expect([...codes].sort()).toEqual(codesOf(after).sort());
    }),
  );
});

test("with the sides swapped, what came is what left", () => {
  fc.assert(
    fc.property(anyContract, anyContract, (before, after) => {
      const kept = new Set(codesOf(before).filter((text) => codesOf(after).includes(text)));
      const came = compare(before, after).flatMap((change) => moves(change).came);
      const left = compare(after, before).flatMap((change) => moves(change).left);
      // A merge into a code that was there brings nothing new.
      expect([...new Set(came)].filter((text) => !kept.has(text)).sort()).toEqual([...new Set(left)].sort());
    }),
  );
});

test("the result is the same on every run, and has no code twice among the renames' sources", () => {
  fc.assert(
    fc.property(anyContract, anyContract, (before, after) => {
      const first = compare(before, after);
      expect(compare(structuredClone(before), structuredClone(after))).toEqual(first);
      for (const change of first) {
        expect(changeMessage(change).length).toBeGreaterThan(0);
        if (change.confidence !== null) {
          expect(change.confidence).toBeGreaterThanOrEqual(0.6);
          expect(change.confidence).toBeLessThanOrEqual(1);
        }
      }
    }),
  );
});
