import { loadAll, YAMLException } from "js-yaml";
import type { Limits } from "../../contract/policy.js";
import type { Problem } from "../../contract/problem.js";
import { findDuplicate } from "../duplicates.js";
import { problemAt, specProblem } from "../problems.js";
import { outlineYaml, yamlKey } from "./outline.js";
import { schema } from "./schema.js";

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
  refuseAnchors(text, file, limits);
  // Both bounds are real options of js-yaml 4.3 that its types do not know yet.
  const bounds = { maxDepth: limits.depth + 1, maxTotalMergeKeys: limits.aliases };
  try {
    return loadAll(text, null, { schema, ...bounds });
  } catch (error) {
    if (error instanceof YAMLException) throw syntaxProblem(error, text, file, limits);
    throw error;
  }
}

/** Each anchor costs the parser more than what it names; text in block scalars that looks like one counts as well. */
function refuseAnchors(text: string, file: string, limits: Limits): void {
  let anchors = 0;
  for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", at + 1)) {
    if (!/[\s[{,]/.test(text[at - 1] ?? " ") || /\s/.test(text[at + 1] ?? " ")) continue;
    anchors += 1;
    if (anchors <= limits.aliases) continue;
    const message = `the file has more than ${limits.aliases} YAML anchors.`;
    throw problemAt("too-many-aliases", file, text, at, message);
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
  if (reason.startsWith("duplicated mapping key")) {
    const duplicate = duplicateBefore(mark.position, text, file);
    return duplicate ?? at("duplicate-key", "this key stands a second time in the same mapping.");
  }
  return at("yaml-syntax", `this is not YAML: ${reason}.`);
}

/** js-yaml knows the second of two equal keys; what stands behind its line was never parsed and may be anything. */
function duplicateBefore(offset: number, text: string, file: string): Problem | null {
  const lineEnd = text.slice(offset).search(/[\r\n]/);
  const read = lineEnd < 0 ? text : text.slice(0, offset + lineEnd);
  const outline = outlineYaml(read);
  return findDuplicate(text, file, outline, (node) => yamlKey(read, outline, node));
}

/** Offset of the `---` that starts the second document that is not empty. */
function secondDocument(text: string): number {
  const first = /^(?!---)[ \t]*[^#%\s]/m.exec(text)?.index ?? 0;
  const mark = /^---(?=\s|$)/gm;
  mark.lastIndex = first;
  return mark.exec(text)?.index ?? 0;
}
