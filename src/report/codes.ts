import { describeCode } from "../catalog/describe.js";
import type { Explanation, Extraction, UnusedCodes } from "../catalog/extraction.js";
import { presences } from "../compare/presence.js";
import type { Catalog, Code, Openness, OperationStatus, Shape } from "../contract/contract.js";
import type { Location } from "../contract/location.js";
import { Places, type PlacesLimit } from "../contract/places.js";
import type { SpecError } from "../contract/report.js";
import type { Spec } from "../spec/spec.js";

/** What `errlock codes` shows. `codes -f json` prints all of it but the explanation, which `--explain` adds. */
export interface CodesReport {
  readonly format: 1;
  /** Why no spec could be read: a broken config, no spec. */
  readonly error: SpecError | null;
  readonly specs: readonly CodesSpec[];
}

export interface CodesSpec {
  readonly spec: string;
  readonly error: SpecError | null;
  readonly version: string | null;
  /** Number of operations the document has. */
  readonly operations: number;
  readonly catalogs: readonly CodesCatalog[];
  /** Listed, and not locked. */
  readonly unused: readonly Omit<UnusedCodes, "site">[];
  readonly explanation: Explanation | null;
}

export interface CodesCatalog extends Omit<Catalog, "codes" | "retired"> {
  readonly open: Openness;
  readonly shape: Shape;
  readonly codes: readonly CodesCode[];
}

export interface CodesCode
  extends Pick<Code, "code" | "name" | "group" | "deprecated" | "sunset" | "replacedBy"> {
  readonly description: string;
  /** The spec keeps no description, so it was made from the identifier. */
  readonly derived: boolean;
  readonly since: string | null;
  readonly retryable: boolean | null;
  readonly statuses: readonly string[];
  readonly operations: readonly string[];
  readonly location: Location | null;
}

interface CodesContext {
  readonly since: (catalog: string, code: string) => string | null;
  readonly explain: boolean;
  readonly places: PlacesLimit;
}

/**
 * The catalogs of one spec as `codes` shows them. `since` gives the version that a code came with, as a baseline knows it;
 * the explanation is kept when `explain` is set.
 *
 * @throws Problem where codes would name too many operations
 */
export function codesSpec(
  spec: Spec,
  { contract, unused, explanation }: Extraction,
  { since, explain, places: limit }: CodesContext,
): CodesSpec {
  const named = new Places("codes", limit);
  const presenceOf = presences(contract.operations ?? [], named);
  const places = spec.locateAll(
    contract.catalogs.flatMap(({ codes }) => codes.flatMap(({ sites }) => sites.slice(0, 1))),
  );
  const at = new Map(places.map((place) => [`${place.file}${place.pointer}`, place]));
  return {
    spec: spec.file,
    error: null,
    version: contract.version,
    operations: contract.operations?.length ?? 0,
    catalogs: contract.catalogs.map(({ codes, retired: _, ...catalog }) => {
      const presence = presenceOf(catalog.name);
      const operationsOf = (code: string, shownIn: readonly OperationStatus[]) => {
        const { operations } = presence.of(code);
        if (shownIn.length === 0) return operations;
        named.add(operations);
        return unique([...operations, ...shownIn.map(({ operation }) => operation)]);
      };
      return {
        ...catalog,
        codes: codes.map(({ code, description, name, group, deprecated, sunset, replacedBy, ...rest }) => ({
          code,
          // A number says nothing; the name that the spec gives it does.
          description: description ?? describeCode(/^-?\d+$/.test(code) ? (name ?? code) : code),
          derived: description === null,
          ...{ name, group, deprecated, sunset, replacedBy },
          since: since(catalog.name, code) ?? rest.since,
          retryable: rest.retryable,
          // What examples show is no promise, but where the contract says nothing it is what there is to tell.
          statuses:
            rest.statuses.length > 0 ? rest.statuses : unique(rest.shownIn.map(({ status }) => status)),
          operations: operationsOf(code, rest.shownIn),
          location: at.get(`${rest.sites[0]?.file}${rest.sites[0]?.pointer}`) ?? null,
        })),
      };
    }),
    unused: unused.map(({ path, codes, where }) => ({ path, codes, where })),
    explanation: explain ? explanation : null,
  };
}

/**
 * Counts the operations that codes are listed with, where each of them is named.
 *
 * @throws Problem where they are too many
 */
export function countOperations({ catalogs }: CodesSpec, limit: PlacesLimit): void {
  const named = new Places("codes", limit);
  for (const { codes } of catalogs) for (const { operations } of codes) named.add(operations);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

/** A spec whose codes could not be read. */
export function unreadCodes(spec: string, error: SpecError): CodesSpec {
  return { spec, error, version: null, operations: 0, catalogs: [], unused: [], explanation: null };
}
