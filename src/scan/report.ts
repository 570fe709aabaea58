import type { ConsumerPreset } from "../config/types.js";
import type { Snippet } from "../contract/location.js";
import type { ConsumerFinding } from "./consumer.js";
import type { SkipReason } from "./skip.js";

/** What was found in one consumer. */
export interface ConsumerReport {
  readonly name: string;
  /** The spec under which its findings stand. */
  readonly spec: string;
  /** Files that were read, sorted. */
  readonly files: readonly string[];
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  /** Different codes that it names. */
  readonly named: number;
  readonly findings: readonly ShownFinding[];
  /** Codes with findings that `ignore` leaves out. */
  readonly ignored: readonly string[];
}

export interface ShownFinding extends ConsumerFinding {
  /** The lines around the first place that names it. */
  readonly snippet: Snippet | null;
}

export interface ScanReport {
  readonly consumers: readonly ConsumerReport[];
  /** Codes that no consumer names, sorted. Empty where there are no consumers. */
  readonly unmentioned: readonly string[];
}

/** A file that names codes, and that no consumer is configured for. */
export interface Suggestion {
  readonly file: string;
  readonly preset: ConsumerPreset;
  /** Different codes of the catalog that it names, and of those that it does not have. */
  readonly known: number;
  readonly unknown: number;
}
