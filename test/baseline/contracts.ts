import { formatBaseline, fromContract, parseBaseline, toContract } from "../../src/baseline/format.js";
import { type Release, release } from "../../src/baseline/release.js";
import { compare } from "../../src/compare/compare.js";
import type { Baseline } from "../../src/contract/baseline.js";
import type { Change } from "../../src/contract/change.js";
import type { Catalog, Code, Contract, Openness } from "../../src/contract/contract.js";
import type { Finding } from "../../src/contract/finding.js";
import type { Acceptance, Policy } from "../../src/contract/policy.js";
import { declaredRenames } from "../../src/judge/accept.js";
import type { JudgedSpec } from "../../src/judge/acceptances.js";
import { type JudgeBase, type JudgeInput, judge, type Verdict } from "../../src/judge/judge.js";
import { schemeOf } from "../../src/judge/version.js";

// A change with nothing said of it but what is given.
export { change as changeOf } from "../compare/contracts.js";

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
  return {
    version,
    errors: entries.length === 0 ? null : { schemas: ["Error"], code: "code", linked: "responses" },
    catalogs: entries.length === 0 ? [] : [catalogOf("code", codes, { open })],
    body: { code: { type: ["string"], required: true }, error: { type: ["string"], required: true } },
    operations: [],
    ...rest,
  };
}

/** A catalog with what is to be said of it, for contracts that have several. */
export function catalogOf(
  name: string,
  codes: Readonly<Record<string, Partial<Code>>> | readonly string[],
  said: Partial<Catalog> = {},
): Catalog {
  const entries = Array.isArray(codes)
    ? codes.map((code: string): [string, Partial<Code>] => [code, {}])
    : Object.entries(codes);
  return {
    name,
    open: "closed",
    normative: true,
    linked: "responses",
    shape: "enum",
    errorSchemas: ["#/components/schemas/Error"],
    pointers: ["#/components/schemas/Code"],
    codes: entries.map(([code, facts]) => codeOf(code, facts)),
    retired: {},
    ...said,
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
  readonly findings?: readonly Finding[];
  readonly baseFindings?: readonly Finding[];
  /** The path of the spec, where it is not the only one. */
  readonly spec?: string;
  readonly severalSpecs?: boolean;
  /** The ref that the base was found by. */
  readonly against?: string;
  /** Changes that no baseline can tell, as a comparison with the base gives them. */
  readonly beyond?: readonly Change[];
}

/** A finding of a lint rule, or of comparing policies. */
export function findingOf(rule: string, at: string, said: Partial<Finding> = {}): Finding {
  return { rule, level: "error", at, message: "", cause: null, location: null, ...said };
}

export const spec = "specs/openapi.yaml";

/** Compares and judges a contract against a baseline, as `check` does. */
export function check(baseline: Baseline, contract: Contract, situation: Situation = {}): Verdict {
  return judge(inputOf(baseline, contract, situation));
}

/** One spec of a run with its verdict, for what is judged over all of them. */
export function judgedSpec(baseline: Baseline, contract: Contract, situation: Situation = {}): JudgedSpec {
  const input = inputOf(baseline, contract, situation);
  return { input, verdict: judge(input) };
}

function inputOf(baseline: Baseline, contract: Contract, situation: Situation): JudgeInput {
  const all = { ...policy, ...situation.policy };
  const path = situation.spec ?? spec;
  const acceptances = situation.accept ?? [];
  const now = situation.now ?? "2026-11-22";
  const changesTo = (after: Contract, accepted: readonly Acceptance[]) =>
    compare(parsed(baseline), after, {
      declared: declaredRenames(accepted, {
        spec: path,
        contract: after,
        now,
        scheme: schemeOf(all, baseline),
      }),
    });
  const { base, against } = situation;
  const judgedBase: JudgeBase | null =
    base === undefined
      ? null
      : {
          version: base.version,
          released: baseline.version,
          changes: changesTo(base, situation.baseAccept ?? []),
          findings: situation.baseFindings ?? [],
          acceptances: situation.baseAccept ?? [],
        };
  return {
    spec: path,
    severalSpecs: situation.severalSpecs ?? false,
    baseline,
    contract,
    changes: [...changesTo(contract, acceptances), ...(situation.beyond ?? [])],
    findings: situation.findings ?? [],
    policy: all,
    acceptances,
    now,
    base: judgedBase,
    ...(against !== undefined && { against }),
  };
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
