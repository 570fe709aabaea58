import { changeMessage } from "../compare/message.js";
import type { Bump, Change, Level } from "../contract/change.js";
import type { Acceptance, VersionScheme } from "../contract/policy.js";
import { acceptedBy, byIdentity, fitsChange, isExpired, isFor, isNew } from "./accept.js";
import { isSpent } from "./acceptances.js";
import { changeFingerprint, leavingCodes } from "./fingerprint.js";
import { lawfulBecause } from "./lawful-exit.js";
import { reaches, weigh } from "./levels.js";
import { Origins } from "./origin.js";
import { acceptChange, type Naming } from "./remedy.js";
import { storyOf } from "./story.js";
import type { JudgeInput, VerdictChange } from "./types.js";
import { schemeOf } from "./version.js";

export interface JudgedChanges {
  readonly changes: readonly VerdictChange[];
  /** Acceptances that fit, also where they are past their end or a forbidden correction. */
  readonly fitting: ReadonlySet<Acceptance>;
}

/** What is found once for all changes. */
interface Weighing extends JudgeInput {
  readonly scheme: VersionScheme;
  readonly severalCatalogs: boolean;
}

/** Weighs each change: level and bump by policy, acceptances, what is lawful anyway, and who made it. */
export function judgeChanges(input: JudgeInput): JudgedChanges {
  const fitting = new Set<Acceptance>();
  const origins = new Origins(input);
  const named = byIdentity(input.acceptances);
  const meant = (change: Change) => named(change).filter((acceptance) => isFor(acceptance, input.spec));
  const weighing: Weighing = {
    ...input,
    scheme: schemeOf(input.policy, input.baseline),
    severalCatalogs: Object.keys(input.baseline.catalogs).length > 0,
  };
  const changes = input.changes.map((change) => {
    const acceptance = accepting(change, meant, weighing, fitting);
    return judgeChange(change, acceptance, origins, weighing);
  });
  return { changes, fitting };
}

function judgeChange(
  change: Change,
  acceptance: Acceptance | null,
  origins: Origins,
  input: Weighing,
): VerdictChange {
  const { scheme } = input;
  const weight = weigh(change.kind, input.policy.changes);
  const lawful = acceptance === null ? lawfulBecause(change, input.baseline, input.now, scheme) : null;
  const level: Level = lawful !== null && reaches(weight.level, "info") ? "info" : weight.level;
  const corrected = acceptance?.correction === true && weight.bump !== "none";
  const bump: Bump = lawful === "unstable" ? "none" : corrected ? "patch" : weight.bump;
  const fingerprint = changeFingerprint(input.spec, change);
  const failing = acceptance === null && input.acceptable !== false && reaches(level, "warn");
  const { kind, catalog, code, to, how, confidence, pattern, evidence, statuses, operations } = change;
  const { field, before, after, codes, candidate, site, beforeSite } = change;
  // Every member by its name: a spread with members behind it costs V8 ten times as much, and there may be many
  return {
    kind,
    catalog,
    code,
    to,
    how,
    confidence,
    pattern,
    evidence,
    statuses,
    operations,
    field,
    before,
    after,
    codes,
    candidate,
    site,
    beforeSite,
    level,
    bump,
    origin: origins.ofChange(change, acceptance !== null, input.contract),
    accepted:
      acceptance === null ? null : acceptedBy(acceptance, isNew(acceptance, input.base?.acceptances ?? null)),
    message: `${changeMessage(change)}${storyOf(change, lawful, input.baseline)}`,
    remedy: failing ? [acceptChange(change, namingFor(change, input), fingerprint)] : [],
    fingerprint,
    lawful,
  };
}

/** The acceptance that accepts a change; for a catalog that is gone also one for each of its codes. */
function accepting(
  change: Change,
  meant: (change: Change) => readonly Acceptance[],
  input: Weighing,
  fitting: Set<Acceptance>,
): Acceptance | null {
  const { scheme } = input;
  const forChange = (one: Change): Acceptance | null => {
    const fit = meant(one).filter((acceptance) => fitsChange(acceptance, one, input.contract));
    for (const acceptance of fit) fitting.add(acceptance);
    const valid = fit.filter(
      (acceptance) =>
        !isExpired(acceptance, input.now, input.contract.version, scheme) &&
        !isSpent(acceptance, input.base) &&
        !(acceptance.correction && input.policy.corrections === "forbid"),
    );
    return valid[0] ?? null;
  };
  const whole = forChange(change);
  if (change.kind !== "catalog-removed") return whole;
  const single = leavingCodes(change).map((code) => forChange({ ...change, kind: "code-removed", code }));
  if (whole !== null) return whole;
  // What is no correction in one code is none as a whole.
  const first = single.find((acceptance) => acceptance?.correction === false) ?? single[0] ?? null;
  return single.every((acceptance) => acceptance !== null) ? first : null;
}

function namingFor(change: Change, { spec, severalSpecs, severalCatalogs, against }: Weighing): Naming {
  return { spec: severalSpecs ? spec : null, catalog: severalCatalogs ? change.catalog : null, against };
}
