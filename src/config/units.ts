import type { Limits } from "../contract/policy.js";
import type { Reader } from "../tree/reader.js";

const bytes: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KIB: 1024,
  MIB: 1024 ** 2,
  GIB: 1024 ** 3,
};
const milliseconds: Readonly<Record<string, number>> = { MS: 1, S: 1000, MIN: 60_000 };
const days: Readonly<Record<string, number>> = { D: 1, W: 7 };

/** `100MB`, `60s`, `90d`: a whole number of the smallest unit (bytes, milliseconds, days). */
function quantity(reader: Reader, units: Readonly<Record<string, number>>, example: string): number {
  const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?) ?([A-Za-z]*)$/.exec(reader.word()) ?? [];
  const factor = unit === "" ? 1 : units[unit.toUpperCase()];
  const value = factor === undefined ? Number.NaN : Number(number) * factor;
  if (number === "" || !Number.isSafeInteger(value))
    throw reader.problem(`must be a quantity like ${example}`);
  return value;
}

/** Days, from `90d` or `12w`. */
export function readDays(reader: Reader): number {
  const value = quantity(reader, days, "90d");
  if (value > 36_525) throw reader.problem("must be less than a hundred years");
  return value;
}

const readers = {
  bytes: (reader) => quantity(reader, bytes, "100MB"),
  depth: (reader) => quantity(reader, {}, "500"),
  nodes: (reader) => quantity(reader, {}, "10000000"),
  aliases: (reader) => quantity(reader, {}, "500000"),
  files: (reader) => quantity(reader, {}, "5000"),
  refs: (reader) => quantity(reader, {}, "1000000"),
  codes: (reader) => quantity(reader, {}, "25000"),
  responses: (reader) => quantity(reader, {}, "250000"),
  text: (reader) => quantity(reader, bytes, "5MB"),
  exchange: (reader) => quantity(reader, bytes, "5MB"),
  findings: (reader) => quantity(reader, {}, "150000"),
  places: (reader) => quantity(reader, bytes, "300MB"),
  time: (reader) => quantity(reader, milliseconds, "60s"),
  run: (reader) => quantity(reader, {}, "300000"),
  runTime: (reader) => quantity(reader, milliseconds, "5min"),
  ruleset: (reader) => quantity(reader, milliseconds, "4s"),
  consumerBytes: (reader) => quantity(reader, bytes, "4MB"),
  consumerFiles: (reader) => quantity(reader, {}, "200000"),
  patternSteps: (reader) => quantity(reader, {}, "50000000"),
} satisfies Record<keyof Limits, (reader: Reader) => number>;

export const limitNames = Object.keys(readers) as (keyof Limits)[];

/** Reads `limits` of a config: only those that it sets. @throws Problem `config-shape` for no size, count or time */
export function readLimits(reader: Reader): Partial<Limits> {
  const found = reader.members(limitNames);
  const limits: { -readonly [Name in keyof Limits]?: Limits[Name] } = {};
  for (const name of limitNames) {
    const value = found[name];
    if (value === undefined) continue;
    limits[name] = readers[name](value);
    if (limits[name] === 0) throw value.problem("must be more than 0");
  }
  return limits;
}
