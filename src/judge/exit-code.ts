import type { Level } from "../contract/change.js";
import type { JudgedChange, JudgedFinding, Summary } from "../contract/report.js";

type Weighed = Pick<JudgedChange, "level" | "origin" | "accepted"> & Partial<Pick<JudgedFinding, "known">>;

/** Counts everything once: what fails, and everything that does not, by its reason. */
export function summarize(
  specs: readonly { readonly changes: readonly Weighed[]; readonly findings: readonly Weighed[] }[],
): Summary {
  const summary = { errors: 0, warnings: 0, infos: 0, accepted: 0, known: 0, hidden: 0, base: 0 };
  for (const { changes, findings } of specs) {
    for (const weighed of [...changes, ...findings]) summary[countedAs(weighed)] += 1;
  }
  return summary;
}

function countedAs({ level, origin, accepted, known }: Weighed): keyof Summary {
  if (level === "off") return "hidden";
  if (accepted !== null) return "accepted";
  if (known) return "known";
  if (origin === "base") return "base";
  return level === "error" ? "errors" : level === "warn" ? "warnings" : "infos";
}

/** The exit code of a run: 2 where something could not be judged, 1 where something reaches `failOn`, else 0. */
export function exitCode(
  {
    summary,
    specs,
    error = null,
  }: {
    readonly summary: Summary;
    readonly specs: readonly { readonly error: unknown }[];
    readonly error?: unknown;
  },
  failOn: Exclude<Level, "off">,
): 0 | 1 | 2 {
  if (error !== null || specs.some((spec) => spec.error !== null)) return 2;
  const { errors, warnings, infos } = summary;
  const failing = { error: errors, warn: errors + warnings, info: errors + warnings + infos }[failOn];
  return failing > 0 ? 1 : 0;
}
