import { Problem } from "../src/contract/problem.js";
import { string, strings } from "./options.js";
import { compilePattern } from "./pattern/pattern.js";
import { type Catalog, catalogs } from "./read/catalogs.js";
import { type Convention, conventionNames, detectConvention, follows } from "./read/conventions.js";
import { placeFrom, placeOptions } from "./read/place-options.js";
import type { Reading } from "./read/reading.js";
import type { Complaint, Options, Rule } from "./rule.js";

export const errorCodeFormat: Rule = {
  id: "error-code-format",
  description: "All codes are spelled by one convention.",
  why: "Clients turn codes into constants, and people type them from memory. A stray spelling is noticed when it can no longer be changed.",
  fix: "Spell the code like the others before it is released; one that clients already know stays, named under `exempt`.",
  level: "warn",
  options: {
    ...placeOptions,
    convention: {
      is: "choice",
      of: conventionNames,
      about: "how codes are spelled; what most follow where not given",
    },
    pattern: {
      is: "pattern",
      about: "a regular expression that every code matches, instead of a convention",
    },
    exempt: { is: "strings", about: "codes that stay as they are; errlock adds those of the baseline" },
  },
  check(reading, options) {
    const exempt = new Set(strings(options.exempt));
    return catalogs(reading, placeFrom(options)).flatMap((catalog) => {
      const codes = [...catalog.codes.keys()];
      const demand = demandOf(reading, options, codes);
      if (demand === null) return codes.every((code) => exempt.has(code)) ? [] : mixed(catalog);
      return [...catalog.codes.values()].flatMap(({ code, node }): Complaint[] => {
        if (exempt.has(code) || demand.holds(code)) return [];
        return [
          {
            node,
            at: code,
            cause: `not ${demand.name}`,
            message: `Code ${code} is not ${demand.name}${demand.why}.`,
          },
        ];
      });
    });
  },
};

interface Demand {
  readonly name: string;
  readonly why: string;
  readonly holds: (code: string) => boolean;
}

/** Steps that a pattern may take over all codes, for each character that they may have. */
const STEPS = 5;

/** Steps that a pattern has taken. */
function stepsTaken(_reading: Reading): { count: number } {
  return { count: 0 };
}

/** Throws a Problem for a pattern that takes too long. */
function spend(reading: Reading, pattern: string, steps: number): void {
  const taken = reading.once(stepsTaken);
  taken.count += steps;
  const most = reading.limits.text * STEPS;
  if (taken.count <= most) return;
  throw new Problem(
    "too-slow",
    `the option \`pattern\` of error-code-format takes more than ${most} steps over the codes: ${pattern}.`,
    "write a pattern that repeats less, begin it with `^`, or raise `limits.text` in the config.",
    { file: reading.root.file },
  );
}

function demandOf(reading: Reading, options: Options, codes: readonly string[]): Demand | null {
  const pattern = string(options.pattern);
  if (pattern !== undefined) {
    const matches = compilePattern(pattern, (steps) => spend(reading, pattern, steps));
    return { name: `what the pattern ${pattern} admits`, why: "", holds: matches };
  }
  const configured = conventionNames.find((name) => name === options.convention);
  const convention: Convention | null = configured ?? detectConvention(codes);
  if (convention === null) return null;
  const why = configured === undefined ? ", as most codes are" : "";
  return { name: convention, why, holds: (code) => follows(code, convention) };
}

function mixed({ name, lists, codes }: Catalog): Complaint[] {
  const [first] = lists;
  if (first === undefined || codes.size < 2) return [];
  const message = `The ${codes.size} codes of ${name} follow no one convention; no spelling fits more than half of them.`;
  return [{ node: first, at: name, cause: "no convention", message }];
}
