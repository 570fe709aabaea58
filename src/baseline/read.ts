import {
  type Baseline,
  type BaselineCatalog,
  type BaselineCode,
  baselineFormat,
  type Correction,
} from "../contract/baseline.js";
import type { BodyField, ErrorPlace, Tombstone } from "../contract/contract.js";
import type { Limits } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { record } from "../contract/record.js";
import { defaultLimits } from "../spec/limits.js";
import { parseJson } from "../tree/json.js";
import { TreeError, type TreeNode } from "../tree/node.js";
import { locate, refuseConflict } from "../tree/place.js";
import { Reader } from "../tree/reader.js";

const restore = "Restore the file from the last commit, or from the branch that you merge into.";

/**
 * Reads a baseline file. Nothing in it is guessed or passed over: whatever is not a baseline of this format is a
 * Problem (`baseline-empty`, `-conflict`, `-syntax`, `-format`, `-shape`) with file and line.
 */
export function parseBaseline(source: string, file: string, limits: Limits = defaultLimits): Baseline {
  const text = source.replace(/^\ufeff/, "");
  if (text.trim() === "") throw new Problem("baseline-empty", "the baseline is empty.", restore, { file });
  refuseConflict(
    text,
    file,
    "baseline",
    "Take the side of the branch that you merge into; if your branch is a release, run `errlock baseline update` again.",
  );
  const hint = "The file is written by `errlock baseline`, not by hand: restore it from the last commit.";
  const tree = parse(text, file, limits);
  const baseline = readBaseline(new Reader(tree, { what: "baseline", file, text, hint }), file);
  refuseMany(baseline, file, limits);
  return baseline;
}

/** Retired codes stay for good: a catalog that changes all of its codes at every release keeps this many of each. */
const retiredPerCode = 3;

/**
 * Refuses a baseline that has more codes than limits allow, whether it is read or about to be written: what is written
 * can be read again. Throws a Problem `too-many-codes`.
 */
export function refuseMany({ main, catalogs }: Baseline, file: string, limits: Limits): void {
  for (const { codes, retired } of [main, ...Object.values(catalogs)]) {
    const [now, past] = [Object.keys(codes).length, Object.keys(retired).length];
    if (now <= limits.codes && past <= retiredPerCode * limits.codes) continue;
    const what = now > limits.codes ? `${now} codes` : `${past} retired codes`;
    throw new Problem(
      "too-many-codes",
      `the baseline has ${what} in one catalog, more than ${now > limits.codes ? "" : `${retiredPerCode} times `}${limits.codes}.`,
      "raise `limits.codes` in the config if you trust the file.",
      { file },
    );
  }
}

function parse(text: string, file: string, limits: Limits): TreeNode {
  try {
    return parseJson(text, limits.nodes);
  } catch (error) {
    if (!(error instanceof TreeError)) throw error;
    const place = locate(text, file, "#", error.offset);
    throw new Problem("baseline-syntax", `the baseline is not valid JSON: ${error.message}.`, restore, place);
  }
}

const members = [
  "format",
  "version",
  "stable",
  "scheme",
  "errors",
  "open",
  "body",
  "codes",
  "retired",
  "catalogs",
  "known",
  "corrected",
] as const;
const opennesses = ["closed", "open", "extensible"] as const;

function readBaseline(root: Reader, file: string): Baseline {
  checkFormat(root.record((value) => value.value()).format, root, file);
  const found = root.members(members);
  if (found.version === undefined) throw root.problem("has no version");
  if (found.errors === undefined)
    throw root.problem("does not say where the codes are found: `errors` is missing");
  const errors = found.errors.value() === "none" ? "none" : place(found.errors);
  if (errors === "none") {
    for (const key of ["open", "body", "codes", "retired", "catalogs"] as const) {
      const part = found[key];
      if (part !== undefined) throw part.problem("has no meaning beside `errors: none`");
    }
  } else if (found.open === undefined) {
    throw root.problem("does not say whether the catalog is closed: `open` is missing");
  }
  return {
    format: baselineFormat,
    version: found.version.name(),
    ...(found.stable && { stable: found.stable.name() }),
    ...(found.scheme && { scheme: found.scheme.oneOf(["none"] as const) }),
    errors,
    main: catalogOf(root, found),
    body: found.body?.record(bodyField) ?? record([]),
    catalogs: found.catalogs?.record(secondCatalog) ?? record([]),
    known: found.known?.record((places) => places.strings()) ?? record([]),
    corrected: found.corrected?.list(correction) ?? [],
  };
}

function checkFormat(format: unknown, root: Reader, file: string): void {
  if (format === baselineFormat) return;
  if (typeof format !== "number") throw root.problem("has no `format`, so it is no baseline");
  throw new Problem(
    "baseline-format",
    `the baseline has format ${format}, and this errlock reads format ${baselineFormat}.`,
    "Use the version of errlock that wrote the file, or a newer one.",
    { file },
  );
}

function place(reader: Reader): ErrorPlace {
  const { schemas, code, linked } = reader.members(["schemas", "code", "linked"]);
  if (schemas === undefined || code === undefined || linked === undefined) {
    throw reader.problem('must be "none" or have `schemas`, `code` and `linked`');
  }
  return { schemas: schemas.strings(), code: code.name(), linked: linked.oneOf(["responses", "name"]) };
}

function secondCatalog(reader: Reader): BaselineCatalog {
  const found = reader.members(["open", "codes", "retired"]);
  if (found.open === undefined) throw reader.problem("does not say whether the catalog is closed");
  return catalogOf(reader, found);
}

function catalogOf(
  reader: Reader,
  found: Partial<Record<"open" | "codes" | "retired", Reader>>,
): BaselineCatalog {
  const codes = found.codes?.record(code) ?? record([]);
  const retired = found.retired?.record(tombstone) ?? record([]);
  const both = Object.keys(codes).find((name) => name in retired);
  if (both !== undefined) throw reader.problem(`holds ${JSON.stringify(both)} as a code and as retired`);
  return { open: found.open?.oneOf(opennesses) ?? "closed", codes, retired };
}

function code(reader: Reader): BaselineCode {
  const found = reader.members([
    "since",
    "deprecated",
    "sunset",
    "replacedBy",
    "statuses",
    "reintroduced",
    "past",
  ]);
  if (found.since === undefined) throw reader.problem("has no `since`");
  return {
    since: found.since.name(),
    ...(found.deprecated && {
      deprecated: found.deprecated.value() === true ? true : found.deprecated.name(),
    }),
    ...(found.sunset && { sunset: found.sunset.date() }),
    ...(found.replacedBy && { replacedBy: found.replacedBy.string() }),
    ...(found.statuses && { statuses: found.statuses.strings() }),
    ...(found.reintroduced && { reintroduced: found.reintroduced.name() }),
    ...(found.past && { past: found.past.list(tombstone) }),
  };
}

function tombstone(reader: Reader): Tombstone {
  const found = reader.members(["since", "retired", "replacedBy", "reason", "past"]);
  if (found.since === undefined) throw reader.problem("has no `since`");
  if (found.retired === undefined) throw reader.problem("does not say in which version the code was retired");
  if (found.reason === undefined) throw reader.problem("has no reason");
  const { replacedBy } = found;
  return {
    since: found.since.name(),
    retired: found.retired.name(),
    ...(replacedBy && {
      replacedBy: replacedBy.value() === undefined ? replacedBy.strings() : replacedBy.string(),
    }),
    reason: found.reason.name(),
    ...(found.past && { past: found.past.list(tombstone) }),
  };
}

function bodyField(reader: Reader): BodyField {
  const { type, required } = reader.members(["type", "required"]);
  if (type === undefined || required === undefined) throw reader.problem("must have `type` and `required`");
  return { type: type.strings(), required: required.boolean() };
}

function correction(reader: Reader): Correction {
  const found = reader.members(["version", "kind", "catalog", "code", "at", "reason"]);
  if (found.version === undefined || found.kind === undefined || found.reason === undefined) {
    throw reader.problem("must have `version`, `kind` and `reason`");
  }
  return {
    version: found.version.name(),
    kind: found.kind.name(),
    ...(found.catalog && { catalog: found.catalog.string() }),
    ...(found.code && { code: found.code.string() }),
    ...(found.at && { at: found.at.string() }),
    reason: found.reason.name(),
  };
}
