import type { Site } from "../../contract/location.js";
import type { Body } from "../bodies.js";
import { type Candidate, splitPath } from "../candidates.js";
import { type Choice, choose } from "../choose.js";
import { examplesOf, type Shown, shownIn } from "../shown.js";
import type { Survey, SurveyedResponse } from "../survey.js";
import { codesIn, type ValueList } from "../values.js";
import { siteKey } from "../walk/node.js";
import { isPlaceholder } from "../words/placeholder.js";
import { rankOf, strongRank } from "../words/ranks.js";

/** Names below this one say too little where nothing but examples speaks. */
const tellingRank = 5;

interface Found {
  readonly lists: Map<string, ValueList>;
  readonly bodies: Map<Body, number>;
  readonly owners: Set<Site>;
}

/** Looks like an identifier that somebody made up, not like an id or a text; a number where the name is clear. */
function isIdentifier(value: unknown, strong: boolean): value is string {
  if (typeof value !== "string" || isPlaceholder(value) || value.length > 100) return false;
  // `about:blank` says that a problem has no type but its status (RFC 9457, section 4.2.1).
  if (value === "about:blank" || /^(example|sample|some|your|my)[_-]/i.test(value)) return false;
  if (/^(https?:\/\/|urn:)/.test(value)) return true;
  if (/^\d{2,}([_.-]\d+)*$/.test(value)) return strong && !/^[1-5]\d\d$/.test(value);
  return /^[A-Za-z][\w.:-]{2,}$/.test(value) && !/\d{4,}|[0-9a-f]{8}-|(\d[A-Za-z]+){3,}/.test(value);
}

/**
 * Codes that only examples show: values at properties that are named like codes, in examples of bodies and of single
 * properties. Examples bind nobody.
 */
export function chooseFromExamples(found: Survey, responses: readonly SurveyedResponse[]): Choice[] {
  const byPath = new Map<string, Found>();
  const seen = new Map<unknown, Shown[]>();
  for (const { node, body } of responses) {
    if (node === null) continue;
    const shown = seen.get(node.value) ?? readShown(found, node, body);
    seen.set(node.value, shown);
    for (const { path, value } of shown) {
      const at = byPath.get(path) ?? { lists: new Map(), bodies: new Map(), owners: new Set() };
      byPath.set(path, at);
      at.lists.set(siteKey(value.site), toList(value.site, String(value.value)));
    }
    for (const path of new Set(shown.map((one) => one.path))) {
      const at = byPath.get(path);
      if (at === undefined || body === null) continue;
      at.bodies.set(body, (at.bodies.get(body) ?? 0) + 1);
      for (const owner of [...body.schemas, ...(body.fields.inside.get(path)?.owners ?? [])])
        at.owners.add(owner);
    }
  }
  return choose([...byPath].map(([path, one]) => toCandidate(path, one)));
}

function readShown(
  found: Survey,
  response: NonNullable<SurveyedResponse["node"]>,
  body: Body | null,
): Shown[] {
  const wanted = (path: string): boolean => rankOf(splitPath(path).name) >= tellingRank;
  const whole = examplesOf(found.spec, response).flatMap((example) => shownIn(example, wanted));
  const single = [...(body?.fields.inside ?? [])].flatMap(([path, field]): Shown[] =>
    field.values.lists.length > 0 || !wanted(path)
      ? []
      : field.values.examples.map((example) => ({ path, value: example, message: null })),
  );
  return [...whole, ...single].filter(({ path, value }) =>
    isIdentifier(value.value, rankOf(splitPath(path).name) >= strongRank),
  );
}

function toList(site: Site, code: string): ValueList {
  return {
    site,
    shape: "examples",
    odd: [],
    repeats: [],
    values: [{ code, site, type: "string", notes: {} }],
  };
}

function toCandidate(path: string, { lists, bodies, owners }: Found): Candidate {
  const all = [...lists.values()];
  const weighed = [...bodies].map(([body, weight]) => ({ body, weight }));
  return {
    path,
    lists: all,
    codes: [...codesIn(all)],
    open: "open",
    bodies: weighed,
    responses: weighed.reduce((sum, { weight }) => sum + weight, 0),
    owners: [...owners],
  };
}
