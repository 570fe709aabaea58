import type { Operation } from "../contract/contract.js";
import { remember } from "../contract/memo.js";
import type { Body } from "./bodies.js";
import { allowedIn, catalogsIn, type Group } from "./merge.js";
import type { SurveyedOperation } from "./survey.js";

type Sets = ReadonlyMap<string, ReadonlySet<string>>;

const nothing: Sets = new Map();

/** Does a status as a response has it (`404`, `4XX`, `default`) fit one as a code declares it? Either may be a range. */
export function fitsStatus(declared: string, status: string): boolean {
  if (declared === "default" || status === "default") return true;
  const [a, b] = [declared.toUpperCase(), status.toUpperCase()];
  return a === b || ((a.endsWith("XX") || b.endsWith("XX")) && a[0] === b[0]);
}

/**
 * The operations with the codes that each of their error responses can carry: what its schemas let pass, less the codes
 * whose declared statuses (`x-error-codes`) do not fit. Responses with the same body and status share their sets.
 */
export function operationsWithCodes(
  operations: readonly SurveyedOperation[],
  groups: readonly Group[],
): Operation[] {
  const memo = new Map<Body, Map<string, Sets>>();
  const shared = new Map<number, ReadonlySet<string>[]>();
  const numbers = new Map<string, number>();
  const declared = new Map(groups.map((group) => [group, declaredStatuses(group)]));
  const groupsIn = catalogsIn(groups);
  return operations.map(({ walked, responses }) => ({
    id: walked.id,
    site: walked.site,
    responses: responses.map(({ status, site, body }) => ({ status, site, codes: carried(body, status) })),
  }));

  function carried(body: Body | null, status: string): Sets {
    if (body === null) return nothing;
    const known = remember(memo, body, () => new Map<string, Sets>());
    return remember(known, status, () => readSets(body, status));
  }

  function readSets(body: Body, status: string): Sets {
    const sets = new Map<string, ReadonlySet<string>>();
    for (const group of groupsIn(body)) {
      const passing = [...(allowedIn(body, group.paths) ?? [])].filter((code) => {
        const own = declared.get(group)?.get(code);
        return own !== undefined && (own.length === 0 || own.some((one) => fitsStatus(one, status)));
      });
      if (passing.length > 0) sets.set(group.path, share(passing));
    }
    return sets;
  }

  /** By a number made of all codes: an engine tells long texts of one length apart only by comparing them. */
  function share(codes: readonly string[]): ReadonlySet<string> {
    let key = 0;
    for (const code of codes)
      key = Math.imul(key ^ remember(numbers, code, () => numbers.size + 1), 0x9e3779b1);
    const alike = remember(shared, key, () => []);
    const known = alike.find((set) => isSame(set, codes));
    if (known !== undefined) return known;
    const set = new Set(codes);
    alike.push(set);
    return set;
  }
}

/** The same codes in the same order. */
function isSame(set: ReadonlySet<string>, codes: readonly string[]): boolean {
  if (set.size !== codes.length) return false;
  let index = 0;
  for (const code of set) if (code !== codes[index++]) return false;
  return true;
}

/** Statuses that a document names for each code, by the first place that does; empty where none does. */
function declaredStatuses({ codes, lists }: Group): ReadonlyMap<string, readonly string[]> {
  const statuses = new Map<string, readonly string[]>(codes.map((code) => [code, []]));
  for (const { code, notes } of lists.flatMap(({ values }) => values).reverse())
    if (notes.statuses !== undefined) statuses.set(code, notes.statuses);
  return statuses;
}
