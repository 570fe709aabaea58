import { describe, expect, test } from "vitest";
import { compare } from "../../src/compare/compare.js";
import type { Contract, Operation } from "../../src/contract/contract.js";
import { baseline, catalog, code, contract, listed } from "./contracts.js";

const within = (limit: number, before: Contract, after: Contract) =>
  compare(before, after, { places: { limit, file: "openapi.yaml" } });

const tooMany = (limit: number) =>
  expect.objectContaining({
    code: "too-many-places",
    message: `changes name operations, statuses and codes so often that their names have more than ${limit} characters`,
    hint: "Raise `limits.places` in the config if you trust the spec.",
    location: { file: "openapi.yaml" },
  });

/** Codes a to z, and operations by their statuses and lists of letters: the same list for the same letters. */
function api(
  operations: Readonly<Record<string, Readonly<Record<string, string>>>>,
  letters = "abcdefghijklmnopqrstuvwxyz",
): Contract {
  const lists = new Map<string, ReadonlySet<string>>();
  const site = { file: "openapi.yaml", pointer: "#/paths" };
  return contract([catalog([...letters].map((text) => code(text)))], {
    operations: Object.entries(operations).map(
      ([id, responses]): Operation => ({
        id,
        site,
        responses: Object.entries(responses).map(([status, texts]) => {
          const list = lists.get(texts) ?? new Set(texts);
          lists.set(texts, list);
          return { status, site, codes: new Map([["code", list]]) };
        }),
      }),
    ),
  });
}

const rest = { default: "abcdefghijklmnopqrstuvwxyz" };
const shared = (lists: Readonly<Record<string, string>>) =>
  api({ "GET /rest": rest, "GET /x": lists, "GET /y": lists });

/** What is shown, the least limit that does for it, and both sides. */
const rows: readonly (readonly [string, number, Contract, Contract])[] = [
  [
    "a code that came, with no operation, status or other code: 32 for each",
    96,
    baseline("a"),
    listed("a", "b"),
  ],
  [
    "a list of operations has those of a shorter one in it, which costs no list of its own",
    3 * (6 + 32) + 2 * (3 + 32) + 2 * (1 + 32),
    api(
      { "GET /1": { "404": "a", "409": "ab" }, "GET /2": { "404": "ab" }, "GET /3": { "409": "ab" } },
      "ab",
    ),
    contract([], { operations: null }),
  ],
  // The least limits of these two were found by trying: they change with every look at a list, more or less.
  [
    "lists that lost or gained a code are looked through for it, once for all that share them",
    2356,
    shared({ "404": "abcdefgh", "409": "ijklmn", "410": "opqrst" }),
    shared({ "404": "abcdefg", "409": "ijklmnz", "410": "opqrs" }),
  ],
  [
    "lists that stand at the place of others now are held against the largest",
    2264,
    shared({ "404": "abcdef", "409": "ijklmnop" }),
    shared({ "404": "ijklm", "409": "abcd" }),
  ],
];

describe("all that changes name and look at is within the limit, and nothing twice:", () => {
  test.each(rows)("%s", (_, limit, before, after) => {
    expect(within(limit, before, after)).toEqual(compare(before, after));
    expect(() => within(limit - 1, before, after)).toThrow(tooMany(limit - 1));
  });
});
