import {
  type Baseline,
  type BaselineCatalog,
  type BaselineCode,
  baselineFormat,
} from "../contract/baseline.js";
import type { Catalog, Code, Contract, ErrorPlace } from "../contract/contract.js";
import { isIsoDate } from "../contract/date.js";
import { byCodePoint, record } from "../contract/record.js";
import { detectScheme } from "../judge/version.js";

/** The contract that a baseline holds: all that a later one is compared with. It has no operations and no wording. */
export function toContract(baseline: Baseline): Contract {
  const { errors } = baseline;
  if (errors === "none") {
    return { version: baseline.version, errors: null, catalogs: [], body: {}, operations: null };
  }
  const catalogs = [toCatalog(errors.code, baseline.main, errors)];
  for (const [name, catalog] of Object.entries(baseline.catalogs).sort(([a], [b]) => byCodePoint(a, b))) {
    catalogs.push(toCatalog(name, catalog, errors));
  }
  return { version: baseline.version, errors, catalogs, body: baseline.body, operations: null };
}

function toCatalog(name: string, catalog: BaselineCatalog, errors: ErrorPlace): Catalog {
  return {
    name,
    open: catalog.open,
    normative: true,
    linked: errors.linked,
    shape: "enum",
    errorSchemas: errors.schemas,
    pointers: [],
    codes: Object.entries(catalog.codes)
      .sort(([a], [b]) => byCodePoint(a, b))
      .map(([code, entry]) => toCode(code, entry)),
    retired: catalog.retired,
  };
}

function toCode(code: string, entry: BaselineCode): Code {
  return {
    code,
    description: null,
    name: null,
    group: null,
    deprecated: entry.deprecated !== undefined,
    sunset: entry.sunset ?? null,
    since: entry.since,
    replacedBy: entry.replacedBy ?? null,
    retryable: null,
    statuses: entry.statuses ?? [],
    shownIn: [],
    sites: [],
    messages: [],
  };
}

export interface FirstRelease {
  /** The version to stamp: the one that the spec declares, or `--as`. */
  readonly version: string;
  /** Findings that are there today: rule to places. */
  readonly known?: Readonly<Record<string, readonly string[]>>;
  /** Lock catalogs too that stand only in examples (`examples: lock`). */
  readonly examples?: boolean;
}

/** The first baseline of a contract: every code is taken as released in this version. */
export function fromContract(contract: Contract, { version, known, examples }: FirstRelease): Baseline {
  const catalogs = contract.catalogs.filter((catalog) => catalog.normative || examples);
  const entry = (catalog: Catalog) => fromCatalog(catalog, version);
  const main = catalogs.find((catalog) => catalog.name === contract.errors?.code) ?? catalogs[0];
  return {
    format: baselineFormat,
    version,
    ...(version !== contract.version && detectScheme(version) !== "none" && { scheme: "none" as const }),
    errors: main === undefined ? "none" : (contract.errors ?? placeOf(main)),
    main: main === undefined ? { open: "closed", codes: record([]), retired: record([]) } : entry(main),
    body: main === undefined ? record([]) : contract.body,
    catalogs: record(catalogs.filter((other) => other !== main).map((other) => [other.name, entry(other)])),
    known: known ?? record([]),
    corrected: [],
  };
}

function placeOf(main: Catalog): ErrorPlace {
  return { schemas: main.errorSchemas, code: main.name, linked: main.linked };
}

function fromCatalog(catalog: Catalog, version: string): BaselineCatalog {
  return {
    open: catalog.open,
    codes: record(catalog.codes.map((code) => [code.code, fromCode(code, version)])),
    retired: record([]),
  };
}

/** The entry of a code that is new in this version. */
export function fromCode(code: Code, version: string): BaselineCode {
  return {
    since: version,
    ...(code.deprecated && { deprecated: version }),
    ...facts(code),
  };
}

/** What a baseline takes from the spec as it stands, release by release. */
export function facts(code: Code): Pick<BaselineCode, "sunset" | "replacedBy" | "statuses"> {
  return {
    // A sunset that is no day promises nothing that a later run could hold anybody to.
    ...(code.sunset !== null && isIsoDate(code.sunset) && { sunset: code.sunset }),
    ...(code.replacedBy !== null && { replacedBy: code.replacedBy }),
    ...(code.statuses.length > 0 && { statuses: [...code.statuses].sort(byCodePoint) }),
  };
}
