import type { Baseline } from "../contract/baseline.js";

/** What a step from one baseline to a later one did to the codes. */
export interface StepCounts {
  readonly version: string;
  readonly added: number;
  readonly retired: number;
  readonly deprecated: number;
  readonly reintroduced: number;
}

/** How many codes were added, retired, deprecated and reintroduced from one baseline to the next, in all catalogs. */
export function countStep(before: Baseline, after: Baseline): StepCounts {
  let added = 0;
  let retired = 0;
  let deprecated = 0;
  let reintroduced = 0;
  const old = new Map(catalogs(before));
  for (const [name, { codes, retired: gone }] of catalogs(after)) {
    const was = old.get(name);
    for (const [code, entry] of Object.entries(codes)) {
      const earlier = was?.codes[code];
      if (entry.reintroduced !== undefined && entry.reintroduced !== earlier?.reintroduced) reintroduced += 1;
      else if (earlier === undefined) added += 1;
      if (entry.deprecated !== undefined && earlier?.deprecated === undefined) deprecated += 1;
    }
    for (const code of Object.keys(gone)) {
      if (was?.retired[code] === undefined) retired += 1;
    }
  }
  return { version: after.version, added, retired, deprecated, reintroduced };
}

/** The main catalog goes by its role: its name may move with its property. */
function catalogs({ main, catalogs: others }: Baseline) {
  return [
    ["", main] as const,
    ...Object.entries(others).map(([name, catalog]) => [`/${name}`, catalog] as const),
  ];
}

/** `releases 2.0.0: 3 added, 1 retired`. */
export function describeStep(counts: StepCounts): string {
  const parts = (["added", "retired", "deprecated", "reintroduced"] as const)
    .filter((what) => counts[what] > 0)
    .map((what) => `${counts[what]} ${what}`);
  return `releases ${counts.version}: ${parts.length === 0 ? "no code changed" : parts.join(", ")}`;
}
