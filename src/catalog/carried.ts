import type { Code } from "../contract/contract.js";
import type { Body } from "./bodies.js";

type Sets = ReadonlyMap<string, ReadonlySet<string>>;

const nothing: Sets = new Map();

/** Does a status as a response has it (`404`, `4XX`, `default`) fit one as a code declares it? Either may be a range. */
export function fitsStatus(declared: string, status: string): boolean {
  if (declared === "default" || status === "default") return true;
  const [a, b] = [declared.toUpperCase(), status.toUpperCase()];
  return a === b || ((a.endsWith("XX") || b.endsWith("XX")) && a[0] === b[0]);
}

/**
 * Which codes a response can carry, by catalog: what its schemas let pass, less the codes that declare other statuses
 * (`x-error-codes`). Responses with the same body and status share their sets.
 */
export class Carried {
  readonly #memo = new Map<Body, Map<string, Sets>>();
  readonly #shared = new Map<string, ReadonlySet<string>>();

  /** `declared`: by catalog, the codes with the statuses that they declare themselves. */
  constructor(private readonly declared: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>) {}

  by(body: Body | null, status: string): Sets {
    if (body === null) return nothing;
    const known = this.#memo.get(body) ?? new Map<string, Sets>();
    this.#memo.set(body, known);
    const sets = known.get(status) ?? this.#read(body, status);
    known.set(status, sets);
    return sets;
  }

  #read(body: Body, status: string): Sets {
    const sets = new Map<string, ReadonlySet<string>>();
    for (const [path, codes] of this.declared) {
      const allowed = body.fields.inside.get(path)?.values.allowed;
      if (allowed === undefined || allowed === null) continue;
      const passing = [...allowed].filter((code) => {
        const statuses = codes.get(code);
        return (
          statuses !== undefined && (statuses.length === 0 || statuses.some((own) => fitsStatus(own, status)))
        );
      });
      if (passing.length > 0) sets.set(path, this.#share(passing));
    }
    return sets;
  }

  #share(codes: readonly string[]): ReadonlySet<string> {
    const key = codes.join("\n");
    const set = this.#shared.get(key) ?? new Set(codes);
    this.#shared.set(key, set);
    return set;
  }
}

/** Codes with the statuses they declare, none where they declare none. */
export function declaredStatuses(codes: readonly Code[]): Map<string, readonly string[]> {
  return new Map(codes.map(({ code, statuses }) => [code, statuses]));
}
