import type { Limits } from "../contract/policy.js";

/**
 * What one spec may cost, by default. Several times what the largest public specs need (13 MB, 21 levels, 260,000
 * values, 1,000 files), and little enough to end within seconds and a gigabyte whatever the input is.
 */
export const defaultLimits: Limits = {
  /** Of all files of a spec together. */
  bytes: 100_000_000,
  /** Nesting of mappings and lists, with aliases expanded. */
  depth: 500,
  /** Values, with aliases expanded, so that whoever walks a document ends. */
  nodes: 10_000_000,
  /** Aliased mappings and lists, and keys brought in by merge keys. */
  aliases: 500_000,
  files: 5_000,
  refs: 1_000_000,
  codes: 25_000,
  responses: 250_000,
  text: 5_000_000,
  exchange: 5_000_000,
  findings: 150_000,
  places: 300_000_000,
  time: 60_000,
  run: 300_000,
  runTime: 300_000,
  ruleset: 4_000,
  consumerBytes: 4 * 1024 * 1024,
  consumerFiles: 200_000,
  patternSteps: 50_000_000,
};
