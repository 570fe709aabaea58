import { describeCode } from "../catalog/describe.js";
import type { Explanation, Extraction, UnusedCodes } from "../catalog/extraction.js";
import type { Catalog, Code, Contract, Openness, Shape } from "../contract/contract.js";
import type { Location } from "../contract/location.js";
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

/**
 * The catalogs of one spec as `codes` shows them. `since` gives the version that a code came with, as a baseline knows it;
 * the explanation is kept when `explain` is set.
 */
export function codesSpec(
  spec: Spec,
  { contract, unused, explanation }: Extraction,
  { since, explain }: { since: (catalog: string, code: string) => string | null; explain: boolean },
): CodesSpec {
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
      const operations = operationsByCode(contract, catalog.name);
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
          operations: unique([
            ...(operations.get(code) ?? []),
            ...rest.shownIn.map(({ operation }) => operation),
          ]),
          location: at.get(`${rest.sites[0]?.file}${rest.sites[0]?.pointer}`) ?? null,
        })),
      };
    }),
    unused: unused.map(({ path, codes, where }) => ({ path, codes, where })),
    explanation: explain ? explanation : null,
  };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

/** A spec whose codes could not be read. */
export function unreadCodes(spec: string, error: SpecError): CodesSpec {
  return { spec, error, version: null, operations: 0, catalogs: [], unused: [], explanation: null };
}

function operationsByCode(contract: Contract, catalog: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, responses } of contract.operations ?? []) {
    const carried = new Set(responses.flatMap(({ codes }) => [...(codes.get(catalog) ?? [])]));
    for (const code of carried) {
      const operations = found.get(code);
      if (operations) operations.push(id);
      else found.set(code, [id]);
    }
  }
  return found;
}
