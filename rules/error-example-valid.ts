import { isPlaceholder } from "../src/catalog/words/placeholder.js";
import { remember } from "../src/contract/memo.js";
import { catalogs } from "./read/catalogs.js";
import { type Example, errorExamples, exampleValue } from "./read/examples.js";
import type { Node } from "./read/node.js";
import { Paths, stepsOf } from "./read/paths.js";
import { placeFrom, placeOptions } from "./read/place-options.js";
import { type Misfit, misfit, visitsLeft } from "./read/validate.js";
import type { Complaint, Rule } from "./rule.js";

export const errorExampleValid: Rule = {
  id: "error-example-valid",
  description: "Examples of error responses fit their schema and use codes from the catalog.",
  why: "Examples are what people copy. A code that stands only in an example is one that the server may send and the contract does not know, or one that never existed.",
  fix: "Correct the example, or add its code to the catalog if the server does send it.",
  level: "warn",
  options: placeOptions,
  check(reading, options) {
    const closed = catalogs(reading, placeFrom(options)).filter(({ open }) => !open);
    const places = new Paths(
      closed.flatMap(({ paths, codes }) => paths.map((path) => [path, codes] as const)),
    );
    let unjudged = 0;
    const unknowns = new Map<unknown, UnknownCode | null>();
    const found = reading.once(errorExamples).flatMap((example): Complaint[] => {
      const value = exampleValue(reading, example.node);
      const unknown = remember(unknowns, example.node.value, () => unknownCode(value, places));
      if (unknown !== null) {
        const message = `${nameOf(example)} uses the code ${unknown.code}, which the catalog does not list.`;
        const node = placeOfCode(example.node, unknown.path);
        return [complaint(example, node, "a code that is not in the catalog", message)];
      }
      if (reading.once(visitsLeft).count <= 0) {
        unjudged += 1;
        return [];
      }
      const wrong = example.schema === null ? null : misfit(reading, value, example.schema);
      if (wrong === null) return [];
      return [
        complaint(
          example,
          closest(example.node, wrong.path),
          "does not fit its schema",
          sentence(example, wrong),
        ),
      ];
    });
    if (unjudged === 0) return found;
    const which =
      unjudged === 1
        ? "1 example was not held against its schema"
        : `${unjudged} examples were not held against their schemas`;
    const message = `${which}: all of them together take too long.`;
    return [...found, { node: reading.root, at: "examples", cause: "examples that take too long", message }];
  },
};

interface UnknownCode {
  readonly path: string;
  readonly code: string;
}

/** The first code of an example that its catalog does not list. */
function unknownCode(value: unknown, places: Paths<ReadonlyMap<string, unknown>>): UnknownCode | null {
  for (const { path, of: codes, values } of places.in(value)) {
    for (const code of values) {
      if (typeof code === "string" && code !== "" && !codes.has(code) && !isPlaceholder(code))
        return { path, code };
    }
  }
  return null;
}

function complaint({ name, response }: Example, node: Node, cause: string, message: string): Complaint {
  return { node, at: `${response.at} example${name === "" ? "" : ` ${name}`}`, cause, message };
}

function nameOf({ name }: Example): string {
  return name === "" ? "The example" : `Example ${name}`;
}

function sentence(example: Example, { path, message }: Misfit): string {
  return `${nameOf(example)} ${path.length === 0 ? "" : `at ${path.join(".")} `}${message}.`;
}

function placeOfCode(node: Node, path: string): Node {
  return closest(
    node,
    stepsOf(path).map((step) => (step === "[]" ? "0" : step)),
  );
}

/** The deepest part of an example on a path; the example itself where it is the text of a JSON document. */
function closest(node: Node, path: readonly string[]): Node {
  let found = node;
  for (const key of path) {
    const next = found.child(key);
    if (next === null) break;
    found = next;
  }
  return found;
}
