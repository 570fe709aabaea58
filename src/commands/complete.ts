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
  return changes.map((change) => {
    const { kind, site, beforeSite } = change;
    const gone = kind === "code-removed";
    return placed(change, gone ? whereItLeft(site, beforeSite, spec) : locationOf(site, spec), spec);
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
  return findings.map((finding) => placed(finding, finding.location ?? locationOf(finding.site, spec), spec));
}

function locationOf(site: Site | null, spec: SpecPlaces | null): Location | null {
  return site !== null && spec?.documents.has(site.file) ? spec.locate(site) : null;
}

/** A judged item at its place, with the lines around it for those who show them: what is known or hidden is only counted. */
class Placed {
  readonly location: Location | null;
  readonly #spec: SpecPlaces | null;

  constructor(judged: object, location: Location | null, spec: SpecPlaces | null) {
    Object.assign(this, judged);
    this.location = location;
    this.#spec = spec;
  }

  get snippet(): Snippet | null {
    const spec = this.#spec;
    return this.location !== null && spec?.documents.has(this.location.file)
      ? spec.snippet(this.location, around)
      : null;
  }
}

function placed<T extends object>(judged: T, location: Location | null, spec: SpecPlaces | null): T & Placed {
  return new Placed(judged, location, spec) as T & Placed;
}
