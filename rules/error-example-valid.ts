import { catalogs } from "./read/catalogs.js";
import { type Example, errorExamples, exampleValue, valuesAt } from "./read/examples.js";
import type { Node } from "./read/node.js";
import { placeFrom, placeOptions } from "./read/place-options.js";
import { type Misfit, misfit } from "./read/validate.js";
import { isPlaceholder } from "./read/values.js";
import type { Complaint, Rule } from "./rule.js";

export const errorExampleValid: Rule = {
  id: "error-example-valid",
  description: "Examples of error responses fit their schema and use codes from the catalog.",
  level: "warn",
  options: placeOptions,
  check(reading, options) {
    const closed = catalogs(reading, placeFrom(options)).filter(({ open, codes }) => !open && codes.size > 0);
    return reading.once(errorExamples).flatMap((example): Complaint[] => {
      const value = exampleValue(example.node);
      for (const { name, codes } of closed) {
        const unknown = valuesAt(value, name).find(
          (code) => typeof code === "string" && !codes.has(code) && !isPlaceholder(code),
        );
        if (unknown !== undefined) {
          const message = `${nameOf(example)} uses the code ${unknown}, which the catalog does not list.`;
          return [
            complaint(example, placeOfCode(example.node, name), "a code that is not in the catalog", message),
          ];
        }
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
  },
};

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
  return closest(node, path.replaceAll("[]", ".0").split("."));
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
