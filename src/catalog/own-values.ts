import type { Node } from "../spec/spec.js";
import { readConst } from "./shapes/const.js";
import { readEnum } from "./shapes/enum.js";
import { isExtensible, readExtensibleEnum } from "./shapes/extensible-enum.js";
import { anything, type ValueList, type Values } from "./values.js";
import { child, elements, isMapping, type Mapping, mapping } from "./walk/node.js";

/** Types whose values can be codes. */
const leaves: ReadonlySet<string> = new Set(["string", "integer", "number"]);

/** Lets null alone pass. */
export const nothing: Values = { ...anything, types: new Set(["null"]), allowed: new Set(), free: false };

/** What a schema's own keywords say about the value itself, without its branches and references. */
export function ownValues(schema: Node): Values {
  const keys = mapping(schema.value);
  if (isNullAlone(keys)) return nothing;
  const types = typesOf(keys);
  const examples = [child(schema, "example"), ...elements(child(schema, "examples"))].filter(
    ({ value }) => typeof value === "string",
  );
  const list = readConst(schema) ?? readEnum(schema) ?? readExtensibleEnum(schema);
  if (list !== null) return { ...listValues(list, schema), types, examples };
  if (types.size === 0 && examples.length === 0) return anything;
  // A list without any code has nothing but blanks.
  const listed = keys.const !== undefined || elements(child(schema, "enum")).length > 0;
  const free = !listed && (types.size === 0 || [...types].some((type) => leaves.has(type)));
  return { ...anything, types, examples, free };
}

/** The values of a schema that has a list. */
export function listValues(list: ValueList, schema: Node): Values {
  const allowed = new Set(list.values.map(({ code }) => code));
  return {
    ...anything,
    lists: [list],
    allowed,
    free: false,
    open: isExtensible(schema) ? "extensible" : "closed",
  };
}

function isNullAlone({ type, enum: list, const: only }: Mapping): boolean {
  return type === "null" || only === null || isAll(type, "null") || isAll(list, null);
}

function isAll(list: unknown, only: unknown): boolean {
  return Array.isArray(list) && list.length > 0 && list.every((value) => value === only);
}

/** JSON Schema types, `nullable` (OpenAPI 3.0, Swagger's `x-nullable`) as `null`; where none is said, what the rest implies. */
function typesOf(keys: Mapping): Set<string> {
  const said = (Array.isArray(keys.type) ? keys.type : [keys.type]).filter(
    (type) => typeof type === "string",
  );
  const types = new Set(said.length > 0 ? said : impliedTypes(keys));
  if (types.size > 0 && (keys.nullable === true || keys["x-nullable"] === true)) types.add("null");
  return types;
}

function impliedTypes(keys: Mapping): string[] {
  if (isMapping(keys.properties) || isMapping(keys.additionalProperties)) return ["object"];
  if (keys.items !== undefined || keys.prefixItems !== undefined) return ["array"];
  const values = Array.isArray(keys.enum) ? keys.enum : keys.const === undefined ? [] : [keys.const];
  return values.map((value) =>
    value === null ? "null" : Number.isInteger(value) ? "integer" : typeof value,
  );
}
