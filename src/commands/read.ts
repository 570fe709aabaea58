import { type Baseline, parseBaseline, toContract } from "../baseline/format.js";
import { extract } from "../catalog/extract.js";
import type { Extraction } from "../catalog/extraction.js";
import { count } from "../compare/words.js";
import { type Limits, locksExamples, type Policy } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { loadSpec } from "../spec/load.js";
import type { Source, Spec } from "../spec/spec.js";
import type { Tree } from "./find-specs.js";
import type { Entry, Workspace } from "./workspace.js";

/** A spec that was read: the document, and what was found in it. */
export interface Reading {
  readonly spec: Spec;
  readonly extraction: Extraction;
}

/**
 * Loads a spec and finds its contract: where the baseline says its codes are, else by discovery.
 *
 * @param main what stays the main path of its codes where no baseline decides
 * @throws Problem for what cannot be read or understood
 */
export async function readSpec(
  entry: Pick<Entry, "spec" | "content"> & { readonly policy: Pick<Policy, "errors"> },
  baseline: Baseline | null,
  { tree, limits, budget }: Pick<Workspace, "limits" | "budget"> & { readonly tree: Omit<Tree, "list"> },
  main: string | null = null,
): Promise<Reading> {
  budget.begin(entry.spec, limits);
  const { source, shared } = tree;
  const files = shared?.keeping(source, entry.spec) ?? source;
  const spec = await loadSpec(files, entry.spec, limits, entry.content, shared?.documents(limits));
  const { errors } = entry.policy;
  const released = baseline === null ? [] : toContract(baseline).catalogs;
  const held = released.flatMap(({ codes }) => codes.map(({ code }) => code));
  const extraction = extract(spec, {
    place: baseline === null || baseline.errors === "none" ? null : baseline.errors,
    setting: errors === "none" ? null : errors,
    held,
    names: released.map(({ name }) => name),
    main,
    limits,
  });
  budget.spendContract(extraction.contract, held.length);
  return { spec, extraction };
}

/** What a commit names and does not hold. */
export const elsewhereCodes: ReadonlySet<string> = new Set(["symlink", "submodule", "lfs-pointer"]);

/**
 * Files that a commit names and that cannot be read there, but here, or on a machine that has more than git: they are
 * generated, behind a link, in a submodule or in Git LFS. Codes behind them are not known there, and must not look like
 * codes that had left before a branch began. A reference that is wrong by itself declared nothing.
 */
export function lostIn(commit: Reading, here: Reading): Problem[] {
  const unread = (reading: Reading) =>
    reading.extraction.survey.unresolved.map(({ problem }) => problem).filter(isOfFile);
  const missing = new Set(unread(here).map(({ location }) => location?.file));
  return unread(commit).filter(
    ({ code, location }) => elsewhereCodes.has(code) || !missing.has(location?.file),
  );
}

function isOfFile({ code }: Problem): boolean {
  return !code.startsWith("ref-");
}

/** The baseline at a path of a source; null where there is none. @throws Problem for one that cannot be read */
export async function readBaseline(source: Source, file: string, limits: Limits): Promise<Baseline | null> {
  const content = (await source.read([file], limits.bytes)).get(file);
  if (content === undefined || (content instanceof Problem && content.code === "file-missing")) return null;
  if (content instanceof Problem) throw content;
  return parseBaseline(new TextDecoder().decode(content), file, limits);
}

/** Whether a spec has codes that a baseline locks. */
export function hasLockedCodes({ extraction }: Reading, policy: Policy): boolean {
  const examples = locksExamples(policy);
  return extraction.contract.catalogs.some(
    ({ normative, codes }) => codes.length > 0 && (normative || examples),
  );
}

/** Is it neither an OpenAPI document nor a JSON Schema of error codes? Then no rule has anything to look at. */
export function isUnknownDocument({ contract, explanation }: Extraction): boolean {
  return explanation.document === "schema" && contract.catalogs.length === 0;
}

/** Why such a document cannot be judged. */
export function notOpenApi({ spec }: Pick<Entry, "spec">): Problem {
  return new Problem(
    "not-openapi",
    "this is no OpenAPI document, and it declares no error codes as a JSON Schema",
    "name a document with `openapi` or `swagger` at its root.",
    { file: spec },
  );
}

/** Why a spec without codes cannot be judged. */
export function noCodes({ extraction }: Reading, entry: Entry): Problem {
  const inExamples = extraction.contract.catalogs.filter(({ normative }) => !normative);
  const shown = inExamples.reduce((sum, { codes }) => sum + codes.length, 0);
  if (shown > 0) {
    return new Problem(
      "no-codes",
      `the spec declares no error codes: ${shown} stand in examples alone, which bind nobody`,
      "declare them by `enum` at the code property, or lock the examples with `errors: { examples: lock }` in errlock.yaml.",
      { file: entry.spec },
    );
  }
  if (isUnknownDocument(extraction)) return notOpenApi(entry);
  const dead = extraction.warnings.filter(({ rule }) => rule === "ref-unresolved").length;
  if (dead > 0) {
    return new Problem(
      "no-codes",
      `the spec declares no error codes, and ${count(dead, "reference")} on the way to them cannot be followed`,
      "point them to files inside the root, or name a wider one with `--root`; `errlock lint` shows where they stand. Where there are no codes either, say `errors: none` in errlock.yaml.",
      { file: entry.spec },
    );
  }
  return new Problem(
    "no-codes",
    "the spec declares no error codes",
    "see `errlock codes --explain`; name the place with `errors: { schemas: […], code: … }` in errlock.yaml, or say `errors: none` there.",
    { file: entry.spec },
  );
}
