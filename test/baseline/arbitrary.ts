import type { Baseline, BaselineCatalog, BaselineCode } from "../../src/baseline/format.js";
import type { Tombstone } from "../../src/contract/contract.js";
import { record } from "../../src/contract/record.js";
import fc from "../support/fast-check.js";

/** Strings that break parsers: keys of Object.prototype, quotes, controls, separators, lone surrogates, digits. */
export const hostile = fc.oneof(
  fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "",
    "404",
    "-1",
    '"',
    "\\",
    "a b",
    "\u2028",
    "\ud800",
    "\u0000",
    "<<<<<<< HEAD",
    "código",
    "a\nb",
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.stringMatching(/^[a-z]+(_[a-z]+){0,2}$/),
);
const name = hostile.filter((value) => value.trim() !== "");
const date = fc.constantFrom("2026-01-31", "2026-12-31", "2024-02-29");
const texts = fc.uniqueArray(hostile, { maxLength: 3 }).map((values) => [...values].sort(compare));
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function safeRecord<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Record<string, Value>> {
  return fc.uniqueArray(fc.tuple(hostile, value), { maxLength: 6, selector: ([key]) => key }).map(record);
}

const tombstone: fc.Arbitrary<Tombstone> = fc.record(
  {
    since: name,
    retired: name,
    reason: name,
    replacedBy: fc.oneof(hostile, texts),
  },
  { requiredKeys: ["since", "retired", "reason"] },
);

const code: fc.Arbitrary<BaselineCode> = fc.record(
  {
    since: name,
    deprecated: fc.oneof(name, fc.constant(true as const)),
    sunset: date,
    replacedBy: hostile,
    statuses: texts,
    reintroduced: name,
    past: fc.array(tombstone, { maxLength: 2 }),
  },
  { requiredKeys: ["since"] },
);

const catalog: fc.Arbitrary<BaselineCatalog> = fc
  .record({
    open: fc.constantFrom("closed" as const, "open" as const, "extensible" as const),
    codes: safeRecord(code),
    retired: safeRecord(tombstone),
  })
  .map((value) => ({
    ...value,
    retired: record(Object.entries(value.retired).filter(([key]) => !(key in value.codes))),
  }));

export const anyBaseline: fc.Arbitrary<Baseline> = fc.record(
  {
    format: fc.constant(1 as const),
    version: name,
    stable: name,
    errors: fc.record({
      schemas: texts,
      code: name,
      linked: fc.constantFrom("responses" as const, "name" as const),
    }),
    main: catalog,
    body: safeRecord(fc.record({ type: texts, required: fc.boolean() })),
    catalogs: safeRecord(catalog),
    known: safeRecord(texts),
    corrected: fc.array(
      fc.record(
        { version: name, kind: name, catalog: hostile, code: hostile, at: hostile, reason: name },
        { requiredKeys: ["version", "kind", "reason"] },
      ),
      { maxLength: 2 },
    ),
  },
  {
    requiredKeys: ["format", "version", "errors", "main", "body", "catalogs", "known", "corrected"],
  },
);
