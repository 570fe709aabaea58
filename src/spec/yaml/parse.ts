import { CORE_SCHEMA, loadAll, Type, YAMLException } from "js-yaml";
import type { Limits } from "../../contract/policy.js";
import type { Problem } from "../../contract/problem.js";
import { problemAt, specProblem } from "../problems.js";

/**
 * YAML 1.2's core schema, so that dates and `NO` stay strings, and merge keys, which YAML 1.1 left to real files.
 * All other tags are refused: reading `!include x` as the string `x` could hide codes.
 */
export const schema = CORE_SCHEMA.extend({
  implicit: [new Type("tag:yaml.org,2002:merge", { kind: "scalar", resolve: (data) => data === "<<" })],
});

/**
 * Plain data of a YAML text: aliases are shared objects, merge keys are merged.
 * Throws a Problem with the place where it is no YAML, for more than one document, and for what exceeds the limits.
 */
export function parseYaml(text: string, file: string, limits: Limits): unknown {
  const documents = load(text, file, limits);
  const written = documents.filter((document) => document !== null);
  if (written.length > 1) {
    const message = `the file holds ${written.length} YAML documents; a spec is one.`;
    throw problemAt("yaml-documents", file, text, secondDocument(text), message, { length: 3 });
  }
  return written[0] ?? null;
}

function load(text: string, file: string, limits: Limits): unknown[] {
  // Both bounds are real options of js-yaml 4.3 that its types do not know yet.
  const bounds = { maxDepth: limits.depth + 1, maxTotalMergeKeys: limits.aliases };
  try {
    return loadAll(text, null, { schema, ...bounds });
  } catch (error) {
    if (error instanceof YAMLException) throw syntaxProblem(error, text, file, limits);
    throw error;
  }
}

function syntaxProblem(error: YAMLException, text: string, file: string, limits: Limits): Problem {
  const { reason, mark } = error;
  const options = { cause: error };
  if (!mark) return specProblem("yaml-syntax", file, `this is not YAML: ${reason}.`, options);
  const at = (code: Parameters<typeof problemAt>[0], message: string) =>
    problemAt(code, file, text, mark.position, message, options);
  if (reason.startsWith("nesting exceeded"))
    return at("too-deep", `this is nested more than ${limits.depth} deep.`);
  if (reason.startsWith("merge keys exceeded")) {
    return at("too-many-aliases", `merge keys bring in more than ${limits.aliases} keys.`);
  }
  if (reason.startsWith("unknown tag")) {
    return at("yaml-tag", `the tag before this place is not known: ${reason.slice("unknown tag ".length)}.`);
  }
  return at("yaml-syntax", `this is not YAML: ${reason}.`);
}

/** Offset of the `---` that starts the second document that is not empty. */
function secondDocument(text: string): number {
  const marks = [...text.matchAll(/^---(?=\s|$)/gm)].map(({ index }) => index);
  const second = marks.find((mark) => /^[ \t]*[^#%\s]/m.test(text.slice(0, mark).replace(/^---.*$/gm, "")));
  return second ?? 0;
}
