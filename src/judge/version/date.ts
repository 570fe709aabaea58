import { byCodePoint } from "../../contract/record.js";
import { longestVersion, type Scheme } from "./scheme.js";

interface DateVersion {
  /** `YYYYMMDD`, or `YYYYMM`. */
  readonly day: string;
  readonly separator: string;
  /** `acacia` in `2024-06-20.acacia`, `preview` in `2024-06-20-preview`. */
  readonly suffix: string;
}

/**
 * Dates: `2026-03-01`, `2026-03`, `20260301`, `2026.03.01`, each with a suffix or a leading `v`. Any later date covers
 * any bump. Of one date, `-preview` and other suffixes with a hyphen come before it, those with a dot after it.
 */
export const dateScheme: Scheme = {
  reads: (version) => read(version) !== null,
  compare(a, b) {
    const [left, right] = [read(a), read(b)];
    if (left === null || right === null) return null;
    return (
      byCodePoint(left.day, right.day) || rank(left) - rank(right) || byCodePoint(left.suffix, right.suffix)
    );
  },
  required(released) {
    const version = read(released);
    if (version === null) return released;
    const prefix = /^v/i.exec(released)?.[0] ?? "";
    return prefix + next(version);
  },
  covers: () => true,
};

const pattern = /^v?(\d{4})([-./]?)(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01]))?((?:[-.+_](?!\d).*)?)$/i;

function read(version: string): DateVersion | null {
  if (version.length > longestVersion) return null;
  const [, year = "", separator = "", month = "", day, suffix = ""] = pattern.exec(version.trim()) ?? [];
  // `202603` could be any number; a date without separators has a day.
  if (year === "" || (separator === "" && day === undefined)) return null;
  if (Number(year) < 1990 || Number(year) > 2100) return null;
  return { day: year + month + (day ?? ""), separator, suffix };
}

function rank({ suffix }: DateVersion): number {
  return suffix.startsWith("-") ? 0 : 1;
}

function next({ day, separator }: DateVersion): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(4, 6))];
  const monthly = day.length === 6;
  const date = new Date(Date.UTC(year, monthly ? month : month - 1, monthly ? 1 : Number(day.slice(6)) + 1));
  const parts = date.toJSON().slice(0, 10).split("-");
  return parts.slice(0, monthly ? 2 : 3).join(separator);
}
