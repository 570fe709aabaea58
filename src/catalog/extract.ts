import type { Contract, ErrorPlace } from "../contract/contract.js";
import type { Limits } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { sorted } from "../contract/record.js";
import { defaultLimits } from "../spec/limits.js";
import type { Spec } from "../spec/spec.js";
import { assemble, errorSchemas, placeName } from "./assemble.js";
import { bodyFields } from "./body-fields.js";
import { operationsWithCodes } from "./carried.js";
import { type FindOptions, findCatalogs } from "./catalogs.js";
import type { Discovery } from "./discover.js";
import { explain } from "./explain.js";
import type { Extraction } from "./extraction.js";
import { gatherFacts } from "./facts.js";
import type { Group } from "./merge.js";
import { survey } from "./survey.js";
import { findUnused } from "./unused.js";
import { infoVersion, refuseUnknownVersion } from "./walk/openapi.js";
import { warn } from "./warnings.js";

export interface ExtractOptions extends Partial<FindOptions> {
  readonly limits?: Limits;
}

/**
 * Finds the error codes of a specification: OpenAPI 2.0 to 3.2, or JSON Schema. The contract has no catalogs where
 * there are none.
 *
 * @throws Problem where the document is of another version, or unfolds beyond the limits.
 */
export function extract(spec: Spec, options: ExtractOptions = {}): Extraction {
  const { limits = defaultLimits, place = null, setting = null, ...known } = options;
  refuseUnknownVersion(spec);
  const found = survey(spec, limits);
  const { discovery, groups, choices } = findCatalogs(found, { place, setting, ...known });
  for (const group of groups) checkSize(group, limits, spec.file);
  const facts = gatherFacts(spec, groups, found.operations, found.components, limits.nodes);
  const catalogs = groups.map((group) => assemble(group, discovery.linked, found, facts.get(group.path)));
  const [main] = groups;
  const contract: Contract = {
    version: infoVersion(spec),
    errors: main === undefined ? null : placeOf(main, discovery, spec.file),
    catalogs,
    body: main === undefined ? {} : bodyFields(main),
    operations: operationsWithCodes(found.operations, discovery.normative ? groups : []),
  };
  return {
    contract,
    warnings: warn(spec, found, groups, setting),
    explanation: explain(found, discovery, choices),
    unused: findUnused(found, groups),
    survey: found,
  };
}

function placeOf(main: Group, { linked }: Discovery, file: string): ErrorPlace {
  return {
    schemas: sorted(errorSchemas(main).map((site) => placeName(site, file))),
    code: main.path,
    linked,
  };
}

function checkSize({ codes, path, lists }: Group, limits: Limits, file: string): void {
  if (codes.length > limits.codes) {
    throw new Problem(
      "too-many-codes",
      `\`${path}\` lists ${codes.length} codes, more than ${limits.codes}.`,
      "raise `limits.codes` in the config if you trust the file.",
      { file },
    );
  }
  const text = lists
    .flatMap(({ values }) => values)
    .reduce((sum, { code, notes }) => sum + code.length + (notes.description?.length ?? 0), 0);
  if (text <= limits.text) return;
  throw new Problem(
    "too-much-text",
    `codes of \`${path}\` and their descriptions have ${text} characters, more than ${limits.text}.`,
    "raise `limits.text` in the config if you trust the file.",
    { file },
  );
}
