import type { Location, Site, Snippet } from "../contract/location.js";
import { remember } from "../contract/memo.js";
import type { Acceptance } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import type { JudgedBy, Verdict, VerdictFinding } from "../judge/judge.js";
import { locateChanges, locateFindings, type SpecPlaces } from "./complete.js";
import type { Judged } from "./judge-run.js";
import type { Entry } from "./workspace.js";

/** A judged spec as one thread gives it to another: plain data. */
export interface HandedOver {
  readonly input: Omit<JudgedBy, "acceptances">;
  readonly verdict: Omit<Verdict, "fitting">;
  readonly base: Judged["base"];
  /** Which acceptances of the config fit, by their number there: they are told apart by identity. */
  readonly fitting: readonly number[];
  readonly places: KeptPlaces;
}

/** Why a spec could not be judged, likewise. */
export interface HandedProblem {
  readonly problem: Pick<Problem, "name" | "code" | "message" | "hint" | "location"> & {
    readonly stack: string;
  };
}

/** What was asked of a document's places, with the answers. */
interface KeptPlaces {
  readonly files: ReadonlyMap<string, boolean>;
  readonly locations: ReadonlyMap<string, Location>;
  readonly snippets: ReadonlyMap<string, Snippet>;
}

/**
 * A judged spec as plain data that another thread can be sent.
 *
 * @param acceptances those of the config: the ones that fit are sent by their number
 */
export function handOver(judged: Judged, acceptances: readonly Acceptance[]): HandedOver {
  const { acceptances: _, base, ...input } = judged.input;
  const { fitting, findings, ...verdict } = judged.verdict;
  const numberOf = numbersOf(acceptances);
  const numbers = [...fitting].flatMap((acceptance) => numberOf.get(acceptance) ?? []).sort((a, b) => a - b);
  return {
    input: { ...input, base: base && { ...base, findings: [] } },
    verdict: { ...verdict, findings: findings.map(located) },
    base: judged.base,
    fitting: numbers,
    places: keepPlaces(judged),
  };
}

const numbersOfAll = new WeakMap<readonly Acceptance[], ReadonlyMap<Acceptance, number>>();

/** Asked for every spec, so that the acceptances are numbered once. */
function numbersOf(acceptances: readonly Acceptance[]): ReadonlyMap<Acceptance, number> {
  const known =
    numbersOfAll.get(acceptances) ?? new Map(acceptances.map((acceptance, number) => [acceptance, number]));
  numbersOfAll.set(acceptances, known);
  return known;
}

/** A finding whose place is known by now: what computes it stays where the document is. */
function located(finding: VerdictFinding): VerdictFinding {
  if (finding.location === null) return finding;
  const { file, line, column, endLine, endColumn, pointer } = finding.location;
  return { ...finding, location: { file, line, column, endLine, endColumn, pointer } };
}

/** Takes what `handOver` gave. @param acceptances the same as in the thread that handed it over */
export function take(handed: HandedOver, entry: Entry, acceptances: readonly Acceptance[]): Judged {
  const fitting = new Set(handed.fitting.flatMap((number) => acceptances[number] ?? []));
  return {
    entry,
    input: { ...handed.input, acceptances },
    verdict: { ...handed.verdict, fitting },
    base: handed.base,
    places: placesFrom(handed.places),
  };
}

/** What was thrown, as plain data: a Problem keeps its code, hint and place, any other error has an empty code. */
export function handOverProblem(error: unknown): HandedProblem {
  const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const { code, hint, location } = error instanceof Problem ? error : { code: "", hint: "", location: null };
  return { problem: { name, code, message, hint, location, stack } };
}

/** Takes what `handOverProblem` gave, with the stack of the thread where it was thrown. */
export function takeProblem({ problem }: HandedProblem): Error {
  const { code, message, hint, location, stack } = problem;
  const error = code === "" ? new Error(message) : new Problem(code, message, hint, location);
  error.stack = stack;
  return error;
}

const locationKey = ({ file, pointer }: Site, part: string) => JSON.stringify([file, pointer, part]);
const snippetKey = ({ file, line, endLine }: Location, around: number) =>
  JSON.stringify([file, line, endLine, around]);

/** Asks for all places that a report may show, and keeps the answers. */
function keepPlaces({ verdict, places }: Judged): KeptPlaces {
  const files = new Map<string, boolean>();
  const locations = new Map<string, Location>();
  const snippets = new Map<string, Snippet>();
  const asking: SpecPlaces = {
    documents: { has: (file) => remember(files, file, () => places.documents.has(file)) },
    locate: (site, part = "value") =>
      remember(locations, locationKey(site, part), () => places.locate(site, part)),
    snippet: (location, around) =>
      remember(snippets, snippetKey(location, around), () => places.snippet(location, around)),
  };
  for (const { snippet: _ } of locateChanges(verdict.changes, asking));
  for (const { snippet: _ } of locateFindings(verdict.findings, asking));
  return { files, locations, snippets };
}

function placesFrom({ files, locations, snippets }: KeptPlaces): SpecPlaces {
  return {
    documents: { has: (file) => files.get(file) === true },
    locate: (site, part = "value") => found(locations, locationKey(site, part)),
    snippet: (location, around) => found(snippets, snippetKey(location, around)),
  };
}

function found<T>(answers: ReadonlyMap<string, T>, key: string): T {
  const answer = answers.get(key);
  if (answer === undefined) throw new Error(`a place was not handed over: ${key}`);
  return answer;
}
