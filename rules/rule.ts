import type { OptionTable } from "./options.js";
import type { Node } from "./read/node.js";
import type { Reading } from "./read/reading.js";

export type Level = "error" | "warn" | "info" | "off";

/** What a rule says about one place. */
export interface Complaint {
  /** Where it stands. */
  readonly node: Node;
  /** The place by identity: `GET /v1/x 404`, `components/responses/NotFound`, a code. */
  readonly at: string;
  readonly message: string;
  /** Complaints with one cause read as one; null: none alike. */
  readonly cause: string | null;
}

/** One rule of the ruleset. Its file, its doc and its fixture carry its id. */
export interface Rule {
  readonly id: string;
  /** One line: what must hold. */
  readonly description: string;
  /** What goes wrong without it, as the rule's page says. */
  readonly why: string;
  /** What to do about a finding, as the rule's page says. */
  readonly fix: string;
  readonly level: Level;
  readonly options: OptionTable;
  check(reading: Reading, options: Options): Complaint[];
}

/** Options as given, after they were validated against the rule's table. */
export type Options = Readonly<Record<string, unknown>>;
