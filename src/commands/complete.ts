import type { Contract } from "../contract/contract.js";
import type { Location, Site, Snippet } from "../contract/location.js";
import type {
  CatalogSummary,
  JudgedChange,
  JudgedFinding,
  SpecError,
  SpecReport,
} from "../contract/report.js";
import type { VerdictChange, VerdictFinding } from "../judge/judge.js";
import type { Spec } from "../spec/spec.js";

/** What a report asks of a spec: where things stand in its files. */
export type SpecPlaces = Pick<Spec, "locate" | "snippet"> & {
  readonly documents: { has(file: string): boolean };
};

/** Lines shown before and after a place. */
const around = 2;

/** The report of a spec of which nothing is known yet but why it could not be judged, if so. */
export function failedReport(spec: string, error: SpecError | null): SpecReport {
  return {
    spec,
    error,
    baseline: null,
    catalogs: [],
    operations: 0,
    version: null,
    changes: [],
    findings: [],
    notes: [],
  };
}

export function catalogSummaries(contract: Contract): CatalogSummary[] {
  return contract.catalogs.map(({ name, codes, open, normative, errorSchemas, pointers }) => ({
    name,
    codes: codes.length,
    open,
    normative,
    errorSchemas,
    pointers,
  }));
}

/** Finds the places of judged changes in the files of the spec; null: a baseline, which has none. */
export function locateChanges(changes: readonly VerdictChange[], spec: SpecPlaces | null): JudgedChange[] {
  return changes.map(({ site, beforeSite, lawful: _, ...change }) => {
    const gone = change.kind === "code-removed";
    const location = gone ? whereItLeft(site, beforeSite, spec) : locationOf(site, spec);
    return withSnippet({ ...change, location }, spec);
  });
}

/** Where a removed code stood: its neighbour in the list that lost it, where that is known, else the list's key. */
function whereItLeft(site: Site | null, before: Site | null, spec: SpecPlaces | null): Location | null {
  if (site === null || !spec?.documents.has(site.file)) return null;
  const [, list, index] = /^(.*)\/(\d+)$/.exec(before?.pointer ?? "") ?? [];
  if (list !== undefined && before?.file === site.file && list.startsWith(site.pointer)) {
    const neighbour = spec.locate({ file: site.file, pointer: `${list}/${index}` });
    if (neighbour.pointer !== site.pointer) return { ...neighbour, pointer: site.pointer };
  }
  const key = spec.locate({ file: site.file, pointer: `${site.pointer}/enum` }, "key");
  return key.pointer === `${site.pointer}/enum`
    ? { ...key, pointer: site.pointer }
    : spec.locate(site, "key");
}

/** Finds the places of judged findings; one in another file (the config) keeps the place it has. */
export function locateFindings(
  findings: readonly VerdictFinding[],
  spec: SpecPlaces | null,
): JudgedFinding[] {
  return findings.map(({ site, ...finding }) => {
    const location = finding.location ?? locationOf(site, spec);
    return withSnippet({ ...finding, location }, spec);
  });
}

function locationOf(site: Site | null, spec: SpecPlaces | null): Location | null {
  return site !== null && spec?.documents.has(site.file) ? spec.locate(site) : null;
}

/** The lines around a place are for those who show them: what is known or hidden is only counted. */
function withSnippet<T extends { readonly location: Location | null }>(
  judged: T,
  spec: SpecPlaces | null,
): T & { readonly snippet: Snippet | null } {
  let snippet: Snippet | null | undefined;
  return Object.defineProperty(judged, "snippet", {
    enumerable: true,
    get: () => {
      if (snippet === undefined) snippet = snippetOf(judged.location, spec);
      return snippet;
    },
  }) as T & { readonly snippet: Snippet | null };
}

function snippetOf(location: Location | null, spec: SpecPlaces | null): Snippet | null {
  return location !== null && spec?.documents.has(location.file) ? spec.snippet(location, around) : null;
}
