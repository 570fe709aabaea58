import { type Baseline, catalogNamed } from "../contract/baseline.js";
import type { Contract } from "../contract/contract.js";
import type { Site } from "../contract/location.js";
import type { DeprecationPolicy } from "../contract/policy.js";
import type { Origin } from "../contract/report.js";
import type { JudgingRuleId } from "./findings.js";
import { leavingCodes } from "./fingerprint.js";
import { isPastSunset } from "./lawful-exit.js";
import type { JudgeBase, VerdictChange } from "./types.js";

/** What judging found: who it is and the words. */
export interface Judgement {
  readonly rule: JudgingRuleId;
  readonly at: string;
  readonly message: string;
  readonly site: Site | null;
  readonly origin: Origin;
}

/**
 * The part of the deprecation policy that an acceptance of the removal does not satisfy: with `required`, a code must
 * have been deprecated in a released baseline, and with `pastSunset` or a window its sunset must have come. The spec
 * as a correction, and what was never in a full release, are free of it.
 */
export function skippedDeprecations(
  changes: readonly VerdictChange[],
  baseline: Baseline,
  policy: DeprecationPolicy,
  now: string,
): Judgement[] {
  if (!policy.required) return [];
  const skipped: Judgement[] = [];
  for (const change of changes) {
    const catalog = catalogNamed(baseline, change.catalog);
    if (catalog === null || change.lawful !== null || change.accepted?.correction) continue;
    for (const code of leavingCodes(change)) {
      const entry = catalog.codes[code];
      const missing =
        entry?.deprecated === undefined
          ? "was never deprecated in a release"
          : (policy.pastSunset || policy.windowDays > 0) && !isPastSunset(code, catalog, now)
            ? `is deprecated, but ${entry.sunset === undefined ? "has no sunset" : `its sunset is ${entry.sunset}`}`
            : null;
      if (missing === null) continue;
      const message = `\`${code}\` left, but ${missing}, as the deprecation policy demands.`;
      skipped.push({
        rule: "deprecation-skipped",
        at: code,
        message,
        site: change.site,
        origin: change.origin,
      });
    }
  }
  return skipped;
}

/**
 * Sunsets that leave less than the policy's window. They are judged when they are announced, on the day they are
 * judged: what a release let pass then stands, so that a baseline needs no dates of releases.
 */
export function hastySunsets(
  contract: Contract,
  baseline: Baseline,
  policy: DeprecationPolicy,
  now: string,
  base: JudgeBase | null,
): Judgement[] {
  if (policy.windowDays === 0) return [];
  const hasty: Judgement[] = [];
  const announcedAtBase = new Set(base?.changes.map(({ code, after }) => JSON.stringify([code, after])));
  for (const catalog of contract.catalogs) {
    const released = catalogNamed(baseline, catalog.name);
    for (const { code, deprecated, sunset, sites } of catalog.codes) {
      const entry = released?.codes[code];
      if (entry === undefined || !deprecated || sunset === null) continue;
      const announced =
        entry.deprecated !== undefined && entry.sunset !== undefined && entry.sunset <= sunset;
      const left = daysBetween(now, sunset);
      if (announced || left >= policy.windowDays) continue;
      const message = `The sunset of \`${code}\`, ${sunset}, is ${inDays(left)}, but the deprecation policy gives clients ${policy.windowDays} days.`;
      const origin = announcedAtBase.has(JSON.stringify([code, sunset])) ? "base" : "branch";
      hasty.push({ rule: "sunset-too-soon", at: code, message, site: sites[0] ?? null, origin });
    }
  }
  return hasty;
}

function inDays(days: number): string {
  if (days === 0) return "today";
  const count = Math.abs(days);
  return `${count} ${count === 1 ? "day" : "days"} ${days < 0 ? "ago" : "from now"}`;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
