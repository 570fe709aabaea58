import { remember } from "../src/contract/memo.js";
import { besides, type Field, fieldAt } from "./read/fields.js";
import { isObject, type Node } from "./read/node.js";
import { stepsOf } from "./read/paths.js";
import { placeOfErrors } from "./read/place.js";
import { placeFrom, placeOptions } from "./read/place-options.js";
import type { Reading } from "./read/reading.js";
import { placeOf } from "./read/responses.js";
import { applied, nameOf } from "./read/schemas.js";
import type { Complaint, Options, Rule } from "./rule.js";

export const errorResponseShape: Rule = {
  id: "error-response-shape",
  description: "The error schema has the required fields, with the right types.",
  why: "A code that may be missing is a code that clients cannot branch on. A number where a string is declared breaks every typed client.",
  fix: "Declare the field with its type and name it under `required`, or say in the option `fields` what your errors have instead.",
  level: "error",
  options: {
    ...placeOptions,
    fields: { is: "types", about: "required fields by path; the code and a message where not given" },
    optional: {
      is: "types",
      about: "fields that need not be there; `error_detail`, `request_id`, `build_id` where not given",
    },
  },
  check(reading, options) {
    const place = placeOfErrors(reading, placeFrom(options));
    const optional = isObject(options.optional) ? options.optional : optionalFields;
    const names = Object.keys(optional);
    const found: Complaint[] = [];
    for (const schema of place.schemas.values()) {
      const code = below(reading, schema, place.codes).find(
        (path) => fieldAt(reading, schema, path).nodes.length > 0,
      );
      const faults = isObject(options.fields)
        ? demanded(reading, schema, options.fields)
        : code === undefined
          ? []
          : [...demanded(reading, schema, { [code]: "string" }), ...messageFaults(reading, schema, code)];
      const given = below(reading, schema, names).flatMap((path) =>
        optionalFaults(reading, schema, path, optional[path]),
      );
      for (const fault of [...faults, ...given]) found.push(complaint(reading, schema, fault));
      reading.refuseMany(found.length);
    }
    return found;
  },
};

/** Paths by their first step, each with its place among all. */
function byFirstStep(_reading: Reading, paths: readonly string[]) {
  const found = new Map<string, { readonly path: string; readonly order: number }[]>();
  for (const [order, path] of paths.entries())
    remember(found, stepsOf(path)[0] ?? "", () => []).push({ path, order });
  return found;
}

/** Those of the paths whose first step a schema has. */
function below(reading: Reading, schema: Node, paths: readonly string[]): string[] {
  const known = reading.of(byFirstStep, paths);
  const first = new Set(["[]", "*", ...applied(reading, schema).properties.keys()]);
  const steps = known.size < first.size ? [...known.keys()].filter((step) => first.has(step)) : [...first];
  const found = steps.flatMap((step) => known.get(step) ?? []);
  return found.sort((a, b) => a.order - b.order).map(({ path }) => path);
}

interface Fault {
  readonly path: string;
  readonly what: string;
  readonly node: Node;
}

function demanded(reading: Reading, schema: Node, fields: Options): Fault[] {
  return Object.entries(fields).flatMap(([path, types]) => {
    const field = fieldAt(reading, schema, path);
    const [node] = field.nodes;
    if (node === undefined) return [{ path, what: "is missing", node: schema }];
    const wrong = typeFault(field, types);
    if (wrong !== null) return [{ path, what: wrong, node }];
    return field.required ? [] : [{ path, what: "is not required", node: requiredOf(node) }];
  });
}

/** Where a field would have to be named: in `required` of the schema that declares it. */
function requiredOf(field: Node): Node {
  let property = field;
  // What a list or a map holds has no name: its list has.
  while (property.parent !== null && property.parent.path().at(-1) !== "properties")
    property = property.parent;
  const holder = property.parent?.parent;
  return holder?.child("required") ?? holder ?? field;
}

const optionalFields: Options = { error_detail: "string", request_id: "string", build_id: "string" };

function optionalFaults(reading: Reading, schema: Node, path: string, types: unknown): Fault[] {
  const field = fieldAt(reading, schema, path);
  const [node] = field.nodes;
  const wrong = typeFault(field, types);
  return wrong === null || node === undefined ? [] : [{ path, what: wrong, node }];
}

function typeFault({ types }: Field, expected: unknown): string | null {
  const wanted = Array.isArray(expected) ? expected : [expected];
  const wrong = [...types].filter((type) => type !== "null" && !wanted.includes(type)).sort();
  return wrong.length === 0 ? null : `is ${wrong.join(" or ")}, not ${wanted.join(" or ")}`;
}

const message = /^(error|err)?_?(message|msg|text|description|detail|details|title|summary|reason)$|^error$/;

/** For people, some text must stand beside the code, or at the top. */
function messageFaults(reading: Reading, schema: Node, code: string): Fault[] {
  const paths = new Set([...besides(reading, schema, code), ...besides(reading, schema, "code")]);
  const texts = [...paths]
    .filter((path) => path !== code && isMessage(path))
    .map((path) => ({ path, ...fieldAt(reading, schema, path) }));
  const usable = texts.filter(({ types }) => types.size === 0 || types.has("string"));
  const [first] = usable;
  if (first === undefined)
    return [{ path: "message", what: "is missing: nothing says to people what went wrong", node: schema }];
  if (usable.some(({ required }) => required)) return [];
  return [
    {
      path: first.path,
      what: "is not required",
      node: first.nodes[0] === undefined ? schema : requiredOf(first.nodes[0]),
    },
  ];
}

function isMessage(path: string): boolean {
  return message.test(path.slice(path.lastIndexOf(".") + 1).toLowerCase());
}

function complaint(reading: Reading, schema: Node, { path, what, node }: Fault): Complaint {
  return {
    node,
    at: `${placeOf(reading, schema)} ${path}`,
    cause: `${path} ${what}`,
    message: `In the error schema ${nameOf(schema)}, ${path} ${what}.`,
  };
}
