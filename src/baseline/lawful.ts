import { compare } from "../compare/compare.js";
import type { Baseline } from "../contract/baseline.js";
import type { Contract } from "../contract/contract.js";
import type { Finding } from "../contract/finding.js";
import type { Policy } from "../contract/policy.js";
import { judgingRules } from "../judge/findings.js";
import { placeOf } from "../judge/fingerprint.js";
import { lawfulBecause } from "../judge/lawful-exit.js";
import { weigh } from "../judge/levels.js";
import { compareVersions, requiredVersion, schemeOf, stableOf, versionState } from "../judge/version.js";
import { requiredBumpOf } from "../judge/version-verdict.js";
import { toContract } from "./contract.js";
import { checkCatalogs } from "./lawful/catalogs.js";
import { checkKnown } from "./lawful/known.js";
import { between, type Span, type Unlawful, unlawful } from "./lawful/span.js";
import { checkSpec } from "./lawful/spec.js";
import { formatBaseline } from "./write.js";

export interface StepContext {
  /** The policy of the base. */
  readonly policy: Policy;
  /** ISO date. */
  readonly now: string;
}

/**
 * Whether a baseline is a lawful successor of another: equal but for known findings that are gone, or what one or more
 * releases made of it. Every difference that no release makes is a `baseline-edited` finding that names it.
 *
 * @param contract the spec as it was in the commit that wrote `after`; null where that is not at hand, and then what
 *   only it can tell is not judged
 * @returns nothing for a lawful step
 */
export function checkStep(
  before: Baseline,
  after: Baseline,
  contract: Contract | null,
  context: StepContext,
): Finding[] {
  const scheme = schemeOf(context.policy, before);
  const span = between(before.version, after.version, scheme);
  const found: Unlawful[] = checkKnown(before, after);
  if (after.version === before.version) {
    found.push(...checkUnreleased(before, after));
  } else {
    found.push(
      ...checkVersion(before, after, contract, context, span),
      ...checkCatalogs(before, after, span),
      ...checkCorrections(before, after, span),
      ...(contract === null ? [] : checkSpec(after, contract, context.policy)),
    );
  }
  return found.map(({ at, message }) => ({
    rule: "baseline-edited",
    level: judgingRules["baseline-edited"].level,
    at,
    message,
    cause: null,
    location: null,
  }));
}

/** Without a release nothing but `known` may differ. */
function checkUnreleased(before: Baseline, after: Baseline): Unlawful[] {
  const [old, next] = [
    { ...before, known: {} },
    { ...after, known: {} },
  ]
    .map(formatBaseline)
    .map((text) => text.split("\n"));
  const had = new Set(old);
  const has = new Set(next);
  const bare = (line: string) => line.trim().replace(/,$/, "");
  const lost = [...had].filter(
    (line) => !has.has(line) && !has.has(`${line},`) && !has.has(line.replace(/,$/, "")),
  );
  const gained = [...has].filter(
    (line) => !had.has(line) && !had.has(`${line},`) && !had.has(line.replace(/,$/, "")),
  );
  return [
    ...lost.map((line) => unlawful(keyOf(line), `the line ${bare(line)} is gone, without a release`)),
    ...gained.map((line) => unlawful(keyOf(line), `the line ${bare(line)} is new, without a release`)),
  ];
}

function keyOf(line: string): string {
  return /"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? line.trim();
}

function checkVersion(
  before: Baseline,
  after: Baseline,
  contract: Contract | null,
  { policy, now }: StepContext,
  span: Span,
): Unlawful[] {
  const found: Unlawful[] = [];
  const { scheme } = span;
  if (after.scheme !== before.scheme) found.push(unlawful("scheme", "the scheme of the versions changed"));
  if (contract !== null && scheme !== "none" && contract.version !== after.version) {
    const declared = contract.version ?? "none";
    found.push(
      unlawful("version", `the version ${after.version} is not the one that the spec declares, ${declared}`),
    );
  }
  if (!stables(before, after, span).includes(after.stable)) {
    found.push(unlawful("stable", `the last full version is given as ${after.stable ?? "nothing"}`));
  }
  const changes = compare(toContract(before), toContract(after), { examples: true }).map((change) => {
    const weight = weigh(change.kind, policy.changes);
    const corrected =
      policy.corrections === "allow" &&
      after.corrected
        .slice(before.corrected.length)
        .some(
          ({ kind, catalog, code, at }) =>
            kind === change.kind &&
            (catalog ?? null) === change.catalog &&
            (code ?? null) === change.code &&
            (at ?? "") === placeOf(change),
        );
    const free = lawfulBecause(change, before, now, scheme) === "unstable";
    const bump = free
      ? ("none" as const)
      : corrected && weight.bump !== "none"
        ? ("patch" as const)
        : weight.bump;
    return { kind: change.kind, bump };
  });
  const bump = requiredBumpOf(changes);
  const state = versionState(before, after.version, bump, scheme);
  if (state === "none" || state === "covered") return found;
  const required = requiredVersion(before, bump, scheme) ?? before.version;
  const message =
    state === "too-small"
      ? `the version ${after.version} does not cover what changed since ${before.version}: at least ${required} does`
      : `the version ${after.version} is not higher than ${before.version}`;
  return [...found, unlawful("version", message)];
}

/** What may stand as `stable`: of several releases at once, also a full version that lies between. */
function stables(before: Baseline, after: Baseline, span: Span): readonly (string | undefined)[] {
  const expected = stableOf(before, after.version, span.scheme);
  const { stable } = after;
  const isPassed =
    stable !== undefined &&
    stableOf(before, after.version, span.scheme) !== undefined &&
    stableOf({ version: stable }, after.version, span.scheme) === stable &&
    span.contains(stable) &&
    (compareVersions(stable, after.version, span.scheme) ?? 0) < 0;
  return isPassed ? [expected, stable] : [expected];
}

/** Corrections are kept like tombstones; new ones belong to the new versions. */
function checkCorrections(before: Baseline, after: Baseline, span: Span): Unlawful[] {
  const kept = before.corrected.every(
    (entry, index) => JSON.stringify(entry) === JSON.stringify(after.corrected[index]),
  );
  const fresh = after.corrected.slice(before.corrected.length);
  return [
    ...(kept ? [] : [unlawful("corrected", "a correction of an earlier release was changed or dropped")]),
    ...fresh
      .filter(({ version }) => !span.contains(version))
      .map(({ version }) =>
        unlawful("corrected", `a new correction is of ${version}, not of the new version`),
      ),
  ];
}
