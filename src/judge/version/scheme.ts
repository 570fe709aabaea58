import type { Bump } from "../../contract/change.js";

/** A longer text is no version, as `semver` has it: each is read again for many codes. */
export const longestVersion = 256;

/** How the versions of one kind are read and compared. Versions are strings as specs write them. */
export interface Scheme {
  /** Whether a text is a version of this scheme. */
  reads(version: string): boolean;
  /** Below 0, 0 or above 0, as for sorting; null when one of them is no version of this scheme. */
  compare(a: string, b: string): number | null;
  /**
   * The lowest version that covers a bump.
   *
   * @param stable the last full version, where `released` is a prerelease
   */
  required(released: string, bump: Exclude<Bump, "none">, stable: string | null): string;
  /** Whether `declared`, which is higher than `released`, covers what is required. */
  covers(declared: string, required: string): boolean;
}
