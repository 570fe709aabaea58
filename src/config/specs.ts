import type { ErrorsSetting, VersionScheme } from "../contract/policy.js";
import type { Reader } from "../tree/reader.js";
import { type KnownRules, readRules } from "./levels.js";
import { readPath } from "./paths.js";
import type { SpecSetting } from "./types.js";

const schemes = ["semver", "date", "integer", "none"] as const satisfies readonly VersionScheme[];

/** `specs:`, each a path or a glob with what is particular to it. A path alone stands for `{ spec: path }`. */
export function readSpecs(reader: Reader, folder: string, rules: KnownRules): SpecSetting[] {
  const seen = new Set<string>();
  return reader.list((entry) => {
    const setting = entry.isMapping() ? readSpec(entry, folder, rules) : bare(entry, folder);
    if (seen.has(setting.spec)) throw entry.problem(`names ${setting.spec} a second time`);
    seen.add(setting.spec);
    return setting;
  });
}

function bare(entry: Reader, folder: string): SpecSetting {
  const spec = readPath(entry, folder);
  return { spec, baseline: null, errors: null, scheme: null, rules: {}, location: entry.location() };
}

function readSpec(entry: Reader, folder: string, known: KnownRules): SpecSetting {
  const { spec, baseline, errors, version, rules } = entry.members([
    "spec",
    "baseline",
    "errors",
    "version",
    "rules",
  ]);
  if (spec === undefined) throw entry.problem("has no `spec`");
  return {
    spec: readPath(spec, folder),
    baseline: baseline === undefined ? null : readPath(baseline, folder),
    errors: errors === undefined ? null : readErrors(errors),
    scheme: version?.members(["scheme"]).scheme?.oneOf(schemes) ?? null,
    rules: rules === undefined ? {} : readRules(rules, known),
    location: entry.location(),
  };
}

function readErrors(reader: Reader): ErrorsSetting | "none" {
  if (!reader.isMapping()) return reader.oneOf(["none"] as const);
  const { schemas, code, examples } = reader.members(["schemas", "code", "examples"]);
  return {
    ...(schemas && { schemas: schemas.isList() ? schemas.strings() : [schemas.name()] }),
    ...(code && { code: code.name() }),
    ...(examples && { examples: examples.oneOf(["ignore", "lock"]) }),
  };
}
