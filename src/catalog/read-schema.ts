import type { Site } from "../contract/location.js";
import { Problem } from "../contract/problem.js";
import type { Node, Structure } from "../spec/spec.js";
import { hasNotes, readNotes } from "./annotations.js";
import { below } from "./apart.js";
import { branches, mapped, type Step } from "./branches.js";
import type { Budget } from "./budget.js";
import { withContext } from "./context.js";
import {
  allFields,
  anyFields,
  conditionally,
  type Field,
  type Fields,
  joinPath,
  noFields,
  stepOf,
} from "./fields.js";
import { ownValues } from "./own-values.js";
import { anything, type ValueList } from "./values.js";
import { child, elements, entries, isMapping, mapping, refOf } from "./walk/node.js";
import { isContainer } from "./words/names.js";

/** How far inside a body codes are looked for: a property that may hold errors costs 1, any other 4. */
const reach = 6;

/** What a schema costs that cannot be remembered: enough for any real spec, and an end to knots of references. */
const again = 50;

/** What brings other schemas to bear on the same value. */
const combiners = ["allOf", "oneOf", "anyOf", "then", "else", "dependentSchemas"] as const;

/** What says something about the inside of a value. */
const holders = [
  ...["properties", "required", "items", "prefixItems", "contains"],
  ...["patternProperties", "additionalProperties"],
] as const;

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
  readonly #memo = new Map<object, Fields[]>();
  readonly #stack: unknown[] = [];

  constructor(
    private readonly spec: Structure,
    readonly budget: Budget,
    private readonly unresolved: (problem: Problem, site: Site) => void,
    /** What stands beside a `$ref` is ignored: before OpenAPI 3.1, as the Reference Object says (3.0.4, section 4.8.23). */
    private readonly refStandsAlone: boolean,
  ) {}

  /** @throws Problem beyond the budget. */
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
    this.budget.spendSchema(schema);
    this.budget.checkDepth(depth, schema);
    this.budget.checkLists(schema);
    const read = this.#parts(schema, fuel, owner);
    this.#stack.pop();
    if (read.cut < depth) {
      // Inside of a cycle a result depends on where it was entered, so it must be read again from elsewhere.
      this.budget.spend(again, schema);
      return read;
    }
    const memo = this.#memo.get(schema.value) ?? [];
    memo[fuel] = read.fields;
    this.#memo.set(schema.value, memo);
    return { fields: read.fields, cut: Infinity };
  }

  #parts(schema: Node, fuel: number, owner: Site | null): Read {
    let cut = Infinity;
    const step: Step = (node, left = fuel, of = owner) => {
      const read = this.#read(node, left, of);
      cut = Math.min(cut, read.cut);
      return read.fields;
    };
    if (this.refStandsAlone && refOf(schema) !== null) {
      return { fields: this.#reference(schema, fuel, owner, step), cut };
    }
    const self = ownValues(schema);
    const parts = [
      self === anything ? noFields : { ...noFields, self },
      this.#reference(schema, fuel, owner, step),
      ...this.#combined(schema, step),
      ...(fuel > 0 ? [this.#inside(schema, fuel, owner, step), mapped(schema, owner)] : []),
    ];
    const fields = allFields(parts);
    this.budget.spend(fields.inside.size, schema);
    this.budget.keep(fields, schema);
    return { fields, cut };
  }

  #combined(schema: Node, step: Step): Fields[] {
    if (!combiners.some((key) => Object.hasOwn(mapping(schema.value), key))) return [];
    return [
      ...elements(child(schema, "allOf")).map((node) => step(node)),
      branches(schema, "oneOf", step),
      branches(schema, "anyOf", step),
      ...["then", "else"].map((key) => conditionally(step(child(schema, key)))),
      ...entries(child(schema, "dependentSchemas")).map(([, node]) => conditionally(step(node))),
    ];
  }

  #reference(schema: Node, fuel: number, owner: Site | null, step: Step): Fields {
    const ref = refOf(schema);
    if (ref === null) return noFields;
    const target = this.spec.follow(ref, schema.site.file, schema.site.pointer);
    if (target instanceof Problem) {
      this.unresolved(target, schema.site);
      return noFields;
    }
    const fields = step(target, fuel, isNamed(target.site) ? target.site : owner);
    if (!hasNotes(schema)) return fields;
    const notes = readNotes(schema);
    const lists = fields.self.lists.map((list): ValueList => {
      const values = list.values.map((value, index) => ({
        ...value,
        notes: { ...value.notes, ...notes(value.code, index) },
      }));
      return { ...list, values };
    });
    return { ...fields, self: { ...fields.self, lists } };
  }

  #inside(schema: Node, fuel: number, owner: Site | null, step: Step): Fields {
    if (!holders.some((key) => Object.hasOwn(mapping(schema.value), key))) return noFields;
    const inside = new Map<string, Field>();
    const apart = new Map<string, ReadonlySet<string>>();
    const required = new Set(
      elements(child(schema, "required")).flatMap(({ value }) =>
        typeof value === "string" ? stepOf(value) : [],
      ),
    );
    const put = (name: string, nodes: readonly Node[], cost: number): void => {
      const all = nodes
        .filter(({ value }) => isMapping(value))
        .map((node) => step(node, Math.max(0, fuel - cost)));
      if (all.length === 0) return;
      const fields = anyFields(all);
      const values = withContext(fields.self, name, schema);
      inside.set(name, { values, required: required.has(name), owners: owner === null ? [] : [owner] });
      for (const [path, deeper] of fields.inside) inside.set(joinPath(name, path), deeper);
      for (const [path, others] of below(fields.apart, (inner) => joinPath(name, inner)))
        apart.set(path, others);
      this.budget.spend(fields.inside.size + 1, schema);
    };
    for (const [name, node] of entries(child(schema, "properties")))
      put(stepOf(name), [node], isContainer(name) ? 1 : 4);
    const items = child(schema, "items");
    put(
      "[]",
      [...elements(child(schema, "prefixItems")), ...elements(items), items, child(schema, "contains")],
      0,
    );
    const patterns = entries(child(schema, "patternProperties")).map(([, node]) => node);
    put(
      "*",
      [...patterns, child(schema, "additionalProperties")].filter(
        ({ value }) => Object.keys(mapping(value)).length > 0,
      ),
      1,
    );
    return inside.size === 0 && required.size === 0 ? noFields : { ...noFields, inside, required, apart };
  }
}

/** A schema with a name: a component, a definition, or a file of its own. */
export function isNamed({ pointer }: Site): boolean {
  return /^#(\/(components\/schemas|definitions|\$defs|schemas)\/[^/]+|\/[^/]+)?$/.test(pointer);
}
