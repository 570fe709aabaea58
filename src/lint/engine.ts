import type { IRuleResult, Ruleset, RulesetDefinition } from "@stoplight/spectral-core";
import core from "@stoplight/spectral-core";
import type { SpectralFunction } from "../../rules/spectral.js";

/** A rule of ours that Spectral calls once, with the root of the document. */
export interface Check {
  readonly id: string;
  readonly description: string;
  readonly run: SpectralFunction;
}

/** A document that is parsed already. Positions are looked up later, only for what is reported. */
export interface ReadyDocument {
  readonly file: string;
  readonly data: unknown;
}

/** Rules of a user that run in the same pass, with what resolves references for them. */
export interface MoreRules {
  readonly ruleset: Ruleset;
  readonly resolver: unknown;
}

/**
 * Runs rules through Spectral over a document that is parsed already. Our own follow references themselves, so without
 * rules of a user nothing is resolved.
 */
export async function runSpectral(
  document: ReadyDocument,
  checks: readonly Check[],
  more: MoreRules | null,
): Promise<IRuleResult[]> {
  const spectral = new core.Spectral({ resolver: (more?.resolver ?? silentResolver) as never });
  const ruleset = more?.ruleset ?? trustedRuleset();
  addChecks(ruleset, checks);
  spectral.setRuleset(ruleset);
  return spectral.run(toParsed(document) as never, { ignoreUnknownFormat: true });
}

const silentResolver = {
  uriCache: {},
  resolve: async (data: unknown) => ({ result: data, graph: null, errors: [], refMap: {}, runner: null }),
};

/** Spectral's constructor validates with AJV for 0.1 to 0.2 s what cannot be wrong here: our own rules are typed. */
function trustedRuleset(): Ruleset {
  const definition = { rules: {} } as RulesetDefinition;
  const ruleset: Ruleset = Object.create(core.Ruleset.prototype);
  Object.assign(ruleset, {
    id: 0,
    maybeDefinition: definition,
    definition,
    aliases: null,
    hasComplexAliases: false,
    extends: null,
    overrides: null,
    formats: new core.Formats(),
    rules: {},
  });
  return ruleset;
}

function addChecks(ruleset: Ruleset, checks: readonly Check[]): void {
  for (const { id, description, run } of checks) {
    const definition = {
      description,
      message: "{{error}}",
      given: "$",
      severity: "error",
      // biome-ignore lint/suspicious/noThenProperty: the name Spectral has for what a rule does
      then: { function: run },
    };
    ruleset.rules[id] = new core.Rule(id, definition as never, ruleset);
  }
}

function toParsed({ file, data }: ReadyDocument): unknown {
  const start = { line: 0, character: 0 };
  return {
    parsed: { data, ast: null, lineMap: [], diagnostics: [] },
    getLocationForJsonPath: () => ({ range: { start, end: start } }),
    // the resolver wants an absolute place; our files are relative to the root
    source: `/${file}`,
  };
}
