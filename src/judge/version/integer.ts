import { longestVersion, type Scheme } from "./scheme.js";

/** Whole numbers: `3`, `v3`. They have no parts, so that any higher one covers any bump. */
export const integerScheme: Scheme = {
  reads: (version) => read(version) !== null,
  compare(a, b) {
    const [left, right] = [read(a), read(b)];
    if (left === null || right === null) return null;
    return left < right ? -1 : left > right ? 1 : 0;
  },
  required(released) {
    const version = read(released);
    if (version === null) return released;
    return `${/^v/i.exec(released)?.[0] ?? ""}${version + 1n}`;
  },
  covers: () => true,
};

function read(version: string): bigint | null {
  if (version.length > longestVersion) return null;
  const [, number = ""] = /^v?(\d{1,18})$/i.exec(version.trim()) ?? [];
  return number === "" ? null : BigInt(number);
}
