import type { Level } from "../contract/change.js";
import type { Contract, ErrorResponse } from "../contract/contract.js";
import { Problem } from "../contract/problem.js";
import { byCodePoint, record } from "../contract/record.js";
import type { Vocabulary } from "../scan/vocabulary.js";
import { hasType, lackOf, lookUp, type RequiredField, requiredFields, stepsOf } from "./body.js";
import type { Exchange } from "./exchange.js";
import { namesOf, operationFinder, responseFinder } from "./operations.js";

export type TrafficKind =
  | "body-not-json"
  | "code-missing"
  | "code-type"
  | "field-missing"
  | "code-unknown"
  | "code-undocumented"
  | "status-undocumented";

/** Where a recording shows something: the line of NDJSON, or the entry of a HAR, from 1. */
export interface Place {
  readonly file: string;
  readonly number: number;
}

/** One way in which responses break the contract, folded over all that do. */
export interface TrafficFinding {
  readonly kind: TrafficKind;
  readonly level: Level;
  /** `GET /v1/x/{id}`; null where the spec has no such operation: its path may hold secrets. */
  readonly operation: string | null;
  readonly status: string;
  /** The code, where it is one by its looks: anything else in its place may be a secret. */
  readonly code: string | null;
  readonly suggestion: string | null;
  /** Path of the body's field that is meant. */
  readonly field: string | null;
  readonly count: number;
  readonly first: Place;
}

export interface TrafficReport {
  readonly findings: readonly TrafficFinding[];
  /** Findings beyond the limit, which are not told apart. */
  readonly more: number;
  readonly responses: number;
  readonly errors: number;
  /** Error responses of no operation of the spec. */
  readonly unmatched: number;
  readonly coverage: { readonly seen: Readonly<Record<string, number>>; readonly unseen: readonly string[] };
}

/** Comparisons with the paths and fields of the spec that each response adds to those that all may take. */
const comparisonsPerResponse = 100;

/** Different findings that are told apart: a recording of any length is judged in bounded memory. */
const most = 1000;

/** `key` tells operation and status from all others: findings are counted by the million. */
interface Where {
  readonly key: string;
  readonly of: Pick<TrafficFinding, "operation" | "status" | "first">;
}

type Counted = Omit<TrafficFinding, "count"> & { count: number };

type Say = (kind: TrafficKind, more: Partial<TrafficFinding>) => void;

interface Named {
  /** Of the catalog. */
  readonly name: string;
  readonly status: number;
  readonly response: ErrorResponse | null;
  readonly say: Say;
}

const nothing = { level: "error", code: null, suggestion: null, field: null, count: 1 } as const;

/** Judges recorded responses by a contract, one after the other. Of those below 400 there is nothing to say. */
export class TrafficJudge {
  readonly #contract: Contract;
  readonly #vocabulary: Vocabulary;
  readonly #find: ReturnType<typeof operationFinder>;
  readonly #responseFor = responseFinder();
  readonly #findings = new Map<string, Counted>();
  readonly #seen = new Map<string, number>();
  /** Statuses of codes, in capitals. */
  readonly #statuses: ReadonlyMap<string, ReadonlySet<string>>;
  /** Fields beside the codes that every body must have. */
  readonly #required: readonly RequiredField[];
  #left: number;
  #place: Place | null = null;
  #more = 0;
  #responses = 0;
  #errors = 0;
  #unmatched = 0;

  /** @param most comparisons with what the spec has, beside some for each response */
  constructor(contract: Contract, vocabulary: Vocabulary, most: number) {
    this.#left = most;
    this.#contract = contract;
    this.#vocabulary = vocabulary;
    this.#find = operationFinder(contract.operations ?? [], (tries) => this.#spend(tries));
    const names = new Set(contract.catalogs.map(({ name }) => name));
    const required = Object.keys(contract.body).filter((field) => contract.body[field]?.required);
    this.#required = requiredFields(required.filter((field) => !names.has(field)));
    this.#statuses = new Map(
      contract.catalogs.flatMap(({ codes }) =>
        codes.map(({ code, statuses }) => [code, upper(statuses)] as const),
      ),
    );
  }

  #spend(comparisons: number): void {
    this.#left -= comparisons;
    if (this.#left < 0) throw tooMuch(this.#place);
  }

  /** @throws Problem where this response takes more than all may that came so far */
  add({ method, path, status, body }: Exchange, place: Place): void {
    this.#responses += 1;
    if (status < 400) return;
    this.#errors += 1;
    this.#left += comparisonsPerResponse;
    this.#place = place;
    const operation = this.#find(method, path);
    if (operation === null) this.#unmatched += 1;
    const response = operation === null ? null : this.#responseFor(operation, status);
    const id = operation?.id ?? null;
    const of = { operation: id, status: String(status), first: place };
    const where = { key: JSON.stringify([id ?? "", status]), of };
    const say: Say = (kind, more) => this.#say(where, kind, more);
    if (operation !== null && response === null) say("status-undocumented", { level: "warn" });
    // A response to HEAD has no body (RFC 9110, 9.3.2).
    if (method === "HEAD") return;
    if (typeof body === "object" && body !== null) this.#judgeBody(body, status, response, say);
    else say("body-not-json", {});
  }

  #judgeBody(body: object, status: number, response: ErrorResponse | null, say: Say): void {
    const { catalogs, body: fields } = this.#contract;
    this.#spend(this.#required.length + catalogs.length);
    const lacks = lackOf(body);
    for (const required of this.#required)
      if (lacks(required)) say("field-missing", { field: required.field });
    const named = catalogs.map(({ name }) => ({ name, values: lookUp(body, stepsOf(name)) }));
    if (named.every(({ values }) => values.length === 0))
      say("code-missing", { field: catalogs[0]?.name ?? null });
    for (const { name, values } of named) {
      for (const value of values) {
        if (isCodeLike(value) && hasType(value, fields[name] ?? { type: [] }))
          this.#judgeCode(String(value), { name, status, response, say });
        else say("code-type", { field: name });
      }
    }
  }

  #judgeCode(code: string, { name, status, response, say }: Named): void {
    const state = this.#vocabulary.codes.get(code)?.state;
    if (state !== "active" && state !== "deprecated") {
      const suggestion = this.#vocabulary.suggest(code);
      const isShown = this.#vocabulary.looksLikeCode(code) && (suggestion !== null || !isOpaque(code));
      const level = this.#vocabulary.open === "closed" ? "error" : "warn";
      say("code-unknown", { level, field: name, ...(isShown && { code, suggestion }) });
      return;
    }
    this.#seen.set(code, (this.#seen.get(code) ?? 0) + 1);
    const documented = response?.codes.get(name);
    const isDocumented = documented === undefined || documented.size === 0 || documented.has(code);
    if (!isDocumented || !covers(this.#statuses.get(code) ?? new Set(), status))
      say("code-undocumented", { code, field: name });
  }

  report(): TrafficReport {
    const { present } = this.#vocabulary;
    return {
      findings: [...this.#findings]
        .sort(([a], [b]) => byCodePoint(a, b))
        .map(([, finding]) => finding)
        .sort((a, b) => Number(a.level === "warn") - Number(b.level === "warn")),
      more: this.#more,
      responses: this.#responses,
      errors: this.#errors,
      unmatched: this.#unmatched,
      coverage: {
        seen: record([...this.#seen].sort(([a], [b]) => byCodePoint(a, b))),
        unseen: present.filter((code) => !this.#seen.has(code)),
      },
    };
  }

  #say(where: Where, kind: TrafficKind, more: Partial<TrafficFinding>): void {
    const { code = null, field = null } = more;
    const key = `${where.key}${kind}${JSON.stringify(code)}${field}`;
    const known = this.#findings.get(key);
    if (known !== undefined) known.count += 1;
    else if (this.#findings.size < most) this.#findings.set(key, { ...where.of, ...nothing, kind, ...more });
    else this.#more += 1;
  }
}

/** Letters mixed with digits are what tokens and ids are made of. */
function isOpaque(text: string): boolean {
  return text.length > 64 || (/\d/.test(text) && /\D/.test(text));
}

function isCodeLike(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

function upper(statuses: readonly string[]): ReadonlySet<string> {
  return new Set(statuses.map((each) => each.toUpperCase()));
}

function covers(statuses: ReadonlySet<string>, status: number): boolean {
  return statuses.size === 0 || namesOf(status).some((name) => statuses.has(name));
}

function tooMuch(place: Place | null): Problem {
  return new Problem(
    "too-many-comparisons",
    `up to response ${place?.number ?? 0} the recording must be held against too many paths and fields of the spec`,
    "give it in parts, or raise `limits.responses` in the config.",
    place === null ? null : { file: place.file },
  );
}
