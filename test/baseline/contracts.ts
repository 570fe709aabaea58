import { formatBaseline, fromContract, parseBaseline, toContract } from "../../src/baseline/format.js";
import { type Release, type ReleaseInput, release } from "../../src/baseline/release.js";
import { compare } from "../../src/compare/compare.js";
import type { Baseline } from "../../src/contract/baseline.js";
import type { Code, Contract, Openness } from "../../src/contract/contract.js";
import type { Acceptance, Policy } from "../../src/contract/policy.js";
import { declaredRenames } from "../../src/judge/accept.js";
import { type JudgeBase, judge, type Verdict } from "../../src/judge/judge.js";
import { schemeOf } from "../../src/judge/version.js";

/** A contract as a spec would have it: codes by name, with what is to be said of them. */
export function contractOf(
  version: string | null,
  codes: Readonly<Record<string, Partial<Code>>> | readonly string[],
  more: Partial<Contract> & { open?: Openness } = {},
): Contract {
  const entries = Array.isArray(codes)
    ? codes.map((name: string): [string, Partial<Code>] => [name, {}])
    : Object.entries(codes);
  const { open = "closed", ...rest } = more;
  const catalog = {
    name: "code",
    open,
    normative: true,
    linked: "responses",
    shape: "enum",
    errorSchemas: ["#/components/schemas/Error"],
    pointers: ["#/components/schemas/Code"],
    codes: entries.map(([code, said]) => codeOf(code, said)),
    retired: {},
  } as const;
  return {
    version,
    errors: entries.length === 0 ? null : { schemas: ["Error"], code: "code", linked: "responses" },
    catalogs: entries.length === 0 ? [] : [catalog],
    body: { code: { type: ["string"], required: true }, error: { type: ["string"], required: true } },
    operations: [],
    ...rest,
  };
}

function codeOf(code: string, said: Partial<Code>): Code {
  return {
    code,
    description: null,
    name: null,
    group: null,
    deprecated: false,
    sunset: null,
    since: null,
    replacedBy: null,
    retryable: null,
    statuses: [],
    shownIn: [],
    sites: [{ file: "specs/openapi.yaml", pointer: `#/components/schemas/Code/enum/${code}` }],
    messages: [],
    ...said,
  };
}

export const policy: Policy = {
  errors: null,
  scheme: null,
  rules: {},
  changes: {},
  deprecation: { required: false, windowDays: 0, pastSunset: true },
  corrections: "allow",
};

export function accept(said: Partial<Acceptance>): Acceptance {
  return {
    kind: null,
    code: null,
    to: [],
    at: null,
    spec: null,
    reason: "agreed",
    owner: null,
    until: null,
    correction: false,
    catalog: null,
    location: null,
    ...said,
  };
}

export interface Situation {
  readonly policy?: Partial<Policy>;
  readonly accept?: readonly Acceptance[];
  readonly now?: string;
  readonly base?: Contract;
  readonly baseAccept?: readonly Acceptance[];
  readonly as?: string;
  readonly findings?: ReleaseInput["verdict"]["findings"];
}

export const spec = "specs/openapi.yaml";

/** Compares and judges a contract against a baseline, as `check` does. */
export function check(baseline: Baseline, contract: Contract, situation: Situation = {}): Verdict {
  const all = { ...policy, ...situation.policy };
  const acceptances = situation.accept ?? [];
  const now = situation.now ?? "2026-11-22";
  const changesTo = (after: Contract, accepted: readonly Acceptance[]) =>
    compare(parsed(baseline), after, {
      declared: declaredRenames(accepted, { spec, contract: after, now, scheme: schemeOf(all, baseline) }),
    });
  const { base } = situation;
  const judgedBase: JudgeBase | null =
    base === undefined
      ? null
      : {
          version: base.version,
          changes: changesTo(base, situation.baseAccept ?? []),
          findings: [],
          acceptances: situation.baseAccept ?? [],
        };
  return judge({
    spec,
    severalSpecs: false,
    baseline,
    contract,
    changes: changesTo(contract, acceptances),
    findings: (situation.findings ?? []).map(({ site: _, ...finding }) => ({ ...finding })),
    policy: all,
    acceptances,
    now,
    base: judgedBase,
  });
}

/** The baseline as it is read back from its own text. */
function parsed(baseline: Baseline): Contract {
  return toContract(parseBaseline(formatBaseline(baseline), "b.json"));
}

export function update(baseline: Baseline, contract: Contract, situation: Situation = {}): Release {
  return release({
    baseline,
    contract,
    verdict: check(baseline, contract, situation),
    acceptances: situation.accept ?? [],
    policy: { ...policy, ...situation.policy },
    now: situation.now ?? "2026-11-22",
    as: situation.as ?? null,
  });
}

/** The next baseline; the test fails when there is no release. */
export function released(baseline: Baseline, contract: Contract, situation: Situation = {}): Baseline {
  const result = update(baseline, contract, situation);
  if (result.state !== "released") {
    throw new Error(`no release: ${result.state === "refused" ? result.message : "unchanged"}`);
  }
  return result.baseline;
}

export function init(contract: Contract, version = contract.version ?? ""): Baseline {
  return fromContract(contract, { version });
}
