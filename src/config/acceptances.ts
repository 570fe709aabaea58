import { changeKindOrder, isChangeKind } from "../compare/kinds.js";
import { isIsoDate } from "../contract/date.js";
import type { Acceptance } from "../contract/policy.js";
import { isJudgingRule, type JudgingRuleId, judgingRules } from "../judge/findings.js";
import type { Reader } from "../tree/reader.js";
import { readPath } from "./paths.js";

export const acceptanceKeys = [
  "kind",
  "code",
  "codes",
  "to",
  "at",
  "spec",
  "catalog",
  "reason",
  "owner",
  "until",
  "correction",
] as const;

/** What the acceptances of a config may say: of an entry, all of its words once for each of its codes. */
const mostSaid = 20_000_000;
/** What a word of `to` counts beside its characters. */
const perName = 32;

/** `accept:`. One acceptance for each code; two that say the same are refused, so that none is left unseen. */
export function readAcceptances(
  reader: Reader,
  folder: string,
  rules: readonly string[] | null,
): Acceptance[] {
  const seen = new Map<string, Acceptance>();
  let said = 0;
  return reader
    .list((entry) => {
      const acceptances = readAcceptance(entry, folder, rules);
      said += acceptances.length * (acceptances[0] === undefined ? 0 : lengthOf(acceptances[0]));
      if (said > mostSaid) {
        throw entry.problem(
          `says its reason and \`to\` for ${acceptances.length} codes; said once for each code, those of all acceptances are more than ${mostSaid} characters`,
          { hint: "give the codes shorter reasons, and each its own `to`." },
        );
      }
      for (const acceptance of acceptances) {
        const key = acceptanceKey(acceptance);
        const earlier = seen.get(key);
        if (earlier?.location) throw entry.problem(`accepts the same as line ${earlier.location.line}`);
        seen.set(key, acceptance);
      }
      return acceptances;
    })
    .flat();
}

function lengthOf({ reason, owner, to }: Acceptance): number {
  return to.reduce((sum, name) => sum + name.length + perName, reason.length + (owner?.length ?? 0));
}

/** What an acceptance accepts, as one string: two with the same key accept the same. */
export function acceptanceKey({
  kind,
  code,
  at,
  spec,
  catalog,
}: Pick<Acceptance, "kind" | "code" | "at" | "spec" | "catalog">): string {
  return JSON.stringify([spec, catalog, kind, code, at]);
}

function readAcceptance(entry: Reader, folder: string, rules: readonly string[] | null): Acceptance[] {
  const found = entry.members(acceptanceKeys);
  const { kind, code, codes, to, at, spec, catalog, reason, owner, until, correction } = found;
  if (code !== undefined && codes !== undefined) throw entry.problem("has both `code` and `codes`");
  if (kind === undefined && code === undefined && codes === undefined) {
    throw entry.problem("does not say what it accepts: name a `code`, or a `kind` and where it is (`at`)");
  }
  if (reason === undefined) throw entry.problem("has no `reason`");
  const kindName = kind === undefined ? null : readKind(kind, rules);
  const names = codes === undefined ? [code === undefined ? null : readCode(code)] : codes.list(readCode);
  if (names.length === 0) throw entry.problem("accepts nothing: `codes` is empty");
  if (to !== undefined && (names[0] === null || (kindName !== null && !leaves(kindName)))) {
    throw to.problem("says what a code became, so it needs a `code` that leaves");
  }
  if (kindName !== null && !isChangeKind(kindName) && at === undefined && names[0] === null) {
    throw entry.problem(
      `does not say where: ${kindName} is accepted place by place (\`at\`), there are no wildcards`,
    );
  }
  const shared = {
    kind: kindName,
    to: to === undefined ? [] : to.isList() ? to.list(readCode) : [readCode(to)],
    at: at === undefined ? null : at.name(),
    spec: spec === undefined ? null : readPath(spec, folder),
    catalog: catalog === undefined ? null : catalog.word(),
    reason: reason.name(),
    owner: owner === undefined ? null : owner.name(),
    until: until === undefined ? null : readUntil(until),
    correction: correction === undefined ? false : correction.boolean(),
    location: entry.location(),
  };
  return names.map((name) => ({ ...shared, code: name }));
}

function leaves(kind: string): boolean {
  return kind === "code-removed" || kind === "code-renamed";
}

function readCode(reader: Reader): string {
  const code = reader.word();
  if (code.includes("*")) throw reader.problem("has a wildcard: name each code, so that each is reviewed");
  return code;
}

function readKind(reader: Reader, rules: readonly string[] | null): string {
  const kind = reader.name();
  if (isJudgingRule(kind) && !judgingRules[kind].acceptable) {
    throw reader.problem(`cannot be ${kind}: it is not acceptable`, { hint: judgingRules[kind].fix });
  }
  if (rules === null || isJudgingRule(kind) || isChangeKind(kind)) return kind;
  const acceptable = (Object.keys(judgingRules) as JudgingRuleId[]).filter(
    (id) => judgingRules[id].acceptable,
  );
  return reader.oneOf([...changeKindOrder, ...rules, ...acceptable]);
}

function readUntil(reader: Reader): string {
  const until = reader.word();
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(until) && !isIsoDate(until)) {
    throw reader.problem("looks like a date, but is no day of the calendar (2026-12-31)");
  }
  return until;
}
