import type { Site } from "../contract/location.js";
import { Problem } from "../contract/problem.js";
import type { Node, Spec } from "../spec/spec.js";
import { withContext } from "./context.js";
import {
  allFields,
  anyFields,
  conditionally,
  type Field,
  type Fields,
  joinPath,
  noFields,
} from "./fields.js";
import { readConst } from "./shapes/const.js";
import { readDiscriminator } from "./shapes/discriminator.js";
import { readEnum } from "./shapes/enum.js";
import { isExtensible, readExtensibleEnum } from "./shapes/extensible-enum.js";
import { readOneOf } from "./shapes/one-of.js";
import { anything, either, type ValueList, type Values } from "./values.js";
import { child, elements, entries, isMapping, mapping, refOf } from "./walk/node.js";
import { isContainer } from "./words/names.js";

/** How far inside a body codes are looked for: a property that may hold errors costs 1, any other 3. */
const reach = 6;
/** Types whose values can be codes. */
const leaves: ReadonlySet<string> = new Set(["string", "integer", "number"]);

interface Read {
  readonly fields: Fields;
  /** Position in the stack of the outermost schema that this result left out because it is inside itself. */
  readonly cut: number;
}

/**
 * Reads schemas as fields with the values they may hold: `$ref`s followed, branches merged, cycles cut, each
 * schema once. `budget` counts schemas and fields; whoever needs more ends in a Problem.
 */
export class SchemaReader {
  readonly #memo = new WeakMap<object, Fields[]>();
  readonly #stack: unknown[] = [];
  #spent = 0;

  constructor(
    private readonly spec: Spec,
    private readonly budget: number,
    private readonly unresolved: (problem: Problem, site: Site) => void,
  ) {}

  read(schema: Node): Fields {
    return this.#read(schema, reach, null).fields;
  }

  #read(schema: Node, fuel: number, owner: Site | null): Read {
    if (!isMapping(schema.value)) return { fields: noFields, cut: Infinity };
    const known = this.#memo.get(schema.value)?.[fuel];
    if (known !== undefined) return { fields: known, cut: Infinity };
    const position = this.#stack.indexOf(schema.value);
    if (position >= 0) return { fields: noFields, cut: position };
    const depth = this.#stack.push(schema.value) - 1;
    this.#spend(schema, 1);
    const read = this.#parts(schema, fuel, owner);
    this.#stack.pop();
    if (read.cut < depth) return read;
    const memo = this.#memo.get(schema.value) ?? [];
    memo[fuel] = read.fields;
    this.#memo.set(schema.value, memo);
    return { fields: read.fields, cut: Infinity };
  }

  #parts(schema: Node, fuel: number, owner: Site | null): Read {
    let cut = Infinity;
    const step = (node: Node, left = fuel, of = owner): Fields => {
      const read = this.#read(node, left, of);
      cut = Math.min(cut, read.cut);
      return read.fields;
    };
    const parts: Fields[] = [{ ...noFields, self: ownValues(schema) }];
    const ref = refOf(schema);
    if (ref !== null) {
      const target = this.spec.follow(ref, schema.site.file);
      if (target instanceof Problem) this.unresolved(target, schema.site);
      else parts.push(step(target, fuel, isNamed(target.site) ? target.site : owner));
    }
    parts.push(...elements(child(schema, "allOf")).map((node) => step(node)));
    for (const key of ["oneOf", "anyOf"])
      parts.push(this.#branches(schema, elements(child(schema, key)), step));
    for (const key of ["then", "else"]) parts.push(conditionally(step(child(schema, key))));
    for (const [, node] of entries(child(schema, "dependentSchemas"))) parts.push(conditionally(step(node)));
    if (fuel >= 0) parts.push(this.#inside(schema, fuel, owner, step));
    return { fields: parts.reduce(allFields, noFields), cut };
  }

  #branches(schema: Node, nodes: readonly Node[], step: (node: Node) => Fields): Fields {
    const branches = nodes
      .map((node) => ({ schema: node, fields: step(node) }))
      .filter(({ fields }) => fields.self !== nothing);
    const joined = anyFields(branches.map(({ fields }) => fields));
    if (joined.self.lists.length === 0) return joined;
    const list = readOneOf(
      schema,
      branches.map((branch) => ({ schema: branch.schema, values: branch.fields.self })),
    );
    return { ...joined, self: asOneList({ ...joined.self, open: openOf(joined.self) }, list) };
  }

  #inside(
    schema: Node,
    fuel: number,
    owner: Site | null,
    step: (node: Node, left: number, of: Site | null) => Fields,
  ): Fields {
    const inside = new Map<string, Field>();
    const required = new Set(asStrings(mapping(schema.value).required));
    const put = (name: string, node: Node, cost: number): void => {
      const fields = step(node, Math.max(-1, fuel - cost), owner);
      const owners = owner === null ? [] : [owner];
      const values = withContext(fields.self, name, schema);
      const known = inside.get(name);
      const field = { values, required: required.has(name), owners };
      inside.set(name, known === undefined ? field : { ...field, values: either(known.values, values) });
      for (const [path, deeper] of fields.inside) inside.set(joinPath(name, path), deeper);
      this.#spend(schema, fields.inside.size + 1);
    };
    for (const [name, node] of entries(child(schema, "properties")))
      put(name, node, isContainer(name) ? 1 : 3);
    const items = child(schema, "items");
    for (const node of [
      ...elements(child(schema, "prefixItems")),
      ...elements(items),
      items,
      child(schema, "contains"),
    ]) {
      if (isMapping(node.value)) put("[]", node, 0);
    }
    for (const key of ["additionalProperties", "patternProperties"] as const) {
      const values = child(schema, key);
      const nodes = key === "patternProperties" ? entries(values).map(([, node]) => node) : [values];
      for (const node of nodes)
        if (isMapping(node.value) && Object.keys(node.value).length > 0) put("*", node, 1);
    }
    const discriminator = readDiscriminator(schema);
    if (discriminator === null) return { self: anything, inside, required };
    const { property, list } = discriminator;
    const field = {
      values: listValues(list, schema),
      required: false,
      owners: owner === null ? [] : [owner],
    };
    const own = { self: anything, inside, required };
    return allFields(own, { ...noFields, inside: new Map([[property, field]]) });
  }

  #spend(schema: Node, amount: number): void {
    this.#spent += amount;
    if (this.#spent <= this.budget) return;
    throw new Problem(
      "too-many-nodes",
      `the schemas of the error responses unfold to more than ${this.budget} fields (at ${schema.site.file}${schema.site.pointer})`,
      "raise `limits.nodes` in the config if you trust the file.",
      { file: schema.site.file },
    );
  }
}

/** Lets null alone pass. */
const nothing: Values = { ...anything, allowed: new Set(), free: false };

/** What the schema's own keywords say about the value itself. */
function ownValues(schema: Node): Values {
  const keys = mapping(schema.value);
  const types = new Set(asStrings(typeof keys.type === "string" ? [keys.type] : keys.type));
  if (types.delete("null") && types.size === 0) return nothing;
  if (Array.isArray(keys.enum) && keys.enum.every((value) => value === null)) return nothing;
  const list = readEnum(schema) ?? readConst(schema) ?? readExtensibleEnum(schema);
  const examples = [child(schema, "example"), ...elements(child(schema, "examples"))].filter(
    ({ value }) => typeof value === "string",
  );
  if (list !== null) return { ...listValues(list, schema), types, examples };
  if (types.size === 0 && examples.length === 0) return anything;
  return {
    ...anything,
    types,
    examples,
    free: types.size === 0 || [...types].some((type) => leaves.has(type)),
  };
}

function listValues(list: ValueList, schema: Node): Values {
  const allowed = new Set(list.values.map(({ code }) => code));
  return {
    ...anything,
    lists: [list],
    allowed,
    free: false,
    open: isExtensible(schema) ? "extensible" : "closed",
  };
}

/** A list with a branch beside it that lets any string pass is open. */
function openOf(values: Values): Values["open"] {
  return values.free && values.open === "closed" ? "open" : values.open;
}

function asOneList(values: Values, list: ValueList | null): Values {
  if (list === null) return values;
  const inside = new Set(list.values.map(({ site }) => site));
  const others = values.lists.filter(({ values: own }) => !own.every(({ site }) => inside.has(site)));
  return { ...values, lists: [list, ...others] };
}

/** A schema with a name: a component, a definition, or a file of its own. */
export function isNamed({ pointer }: Site): boolean {
  return /^#(\/(components\/schemas|definitions|\$defs|schemas)\/[^/]+|\/[^/]+)?$/.test(pointer);
}

function asStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
