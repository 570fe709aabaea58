import fc from "../support/fast-check.js";

type Container = Record<string, unknown> | unknown[];
interface Slot {
  readonly parent: Container;
  readonly key: string;
  readonly value: unknown;
}

interface Scene {
  readonly slot: Slot;
  readonly other: Slot;
  readonly word: string;
  /** A copy of what stands in the slot. */
  readonly copy: unknown;
}

const put = ({ slot }: Scene, value: unknown): void => set(slot.parent, slot.key, value);

function rename(slot: Slot, key: string): void {
  remove(slot);
  set(slot.parent, key, slot.value);
}

const actions = {
  delete: ({ slot }: Scene) => remove(slot),
  rename: ({ slot, word }: Scene) => rename(slot, word),
  recase: ({ slot }: Scene) =>
    rename(slot, slot.key.toUpperCase() === slot.key ? slot.key.toLowerCase() : slot.key.toUpperCase()),
  move: ({ slot, other, copy }: Scene) => {
    remove(slot);
    set(containerAt(other), slot.key, copy);
  },
  copy: ({ other, word, copy }: Scene) => set(containerAt(other), word, copy),
  wrap: (scene: Scene) => {
    const list = ["allOf", "anyOf", "oneOf", "enum"].includes(scene.word);
    put(scene, { [scene.word]: list ? [scene.copy] : scene.copy });
  },
  unwrap: (scene: Scene) => {
    const { value } = scene.slot;
    if (typeof value === "object" && value !== null) put(scene, Object.values(value)[0]);
  },
  free: (scene: Scene) => put(scene, { type: "string" }),
  status: ({ slot }: Scene) => rename(slot, "200"),
  spell: (scene: Scene) =>
    put(scene, typeof scene.slot.value === "string" ? `${scene.slot.value}${scene.word}` : scene.word),
  proto: ({ slot, copy }: Scene) => set(slot.parent, "__proto__", copy),
  swap: (scene: Scene) => {
    put(scene, structuredClone(scene.other.value));
    set(scene.other.parent, scene.other.key, scene.copy);
  },
  list: (scene: Scene) =>
    put(scene, Array.isArray(scene.slot.value) ? scene.slot.value.slice(1) : [scene.copy]),
  ref: (scene: Scene) => put(scene, { $ref: scene.word }),
  nest: (scene: Scene) => put(scene, { properties: { [scene.word]: scene.copy } }),
} satisfies Record<string, (scene: Scene) => void>;

type Kind = keyof typeof actions;
const kinds = Object.keys(actions) as Kind[];

/** One random step on a document: where, given as numbers that are read modulo what is there, and what. */
export interface Step {
  readonly kind: Kind;
  readonly where: number;
  readonly to: number;
  readonly word: string;
}

const words = [
  "200",
  "2XX",
  "404",
  "4xx",
  "default",
  "x-error",
  "code",
  "error",
  "errors",
  "__proto__",
  "constructor",
  "$ref",
  "$id",
  "enum",
  "const",
  "not",
  "if",
  "then",
  "allOf",
  "anyOf",
  "oneOf",
  "items",
  "properties",
  "callbacks",
  "example",
  "examples",
  "x-enum",
  "x-extensible-enum",
  "machine_gone",
  "Machine_Gone",
  "machine_g\u043ene",
  "machine_gone\u200b",
  "#/components/schemas/ErrorCode",
  "./codes.json",
  "%2e%2e/codes.json",
  "#/%63omponents",
  "https://example.com/x.yaml",
  "",
  "null",
  "NO",
  "1.0",
  "2.0.0",
  "\ud800",
  "discriminator",
  "patternProperties",
  "additionalProperties",
];

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    where: fc.nat(),
    to: fc.nat(),
    word: fc.constantFrom(...words),
  }),
  { minLength: 1, maxLength: 4 },
);

/** Every place in the documents, without following anything twice. */
function slots(root: Container): Slot[] {
  const found: Slot[] = [];
  const seen = new Set<unknown>();
  const visit = (parent: Container): void => {
    if (seen.has(parent)) return;
    seen.add(parent);
    for (const key of Object.keys(parent)) {
      const value = (parent as Record<string, unknown>)[key];
      found.push({ parent, key, value });
      if (typeof value === "object" && value !== null) visit(value as Container);
    }
  };
  visit(root);
  return found;
}

function set(parent: Container, key: string, value: unknown): void {
  if (Array.isArray(parent) && !/^\d+$/.test(key)) parent.push(value);
  else Object.defineProperty(parent, key, { value, writable: true, enumerable: true, configurable: true });
}

function remove({ parent, key }: Slot): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

/** Changes a deep copy of documents; what it makes of them may be anything that JSON can say. */
export function mutate(
  documents: Readonly<Record<string, unknown>>,
  all: readonly Step[],
): Record<string, unknown> {
  const root = structuredClone(documents) as Record<string, unknown>;
  for (const step of all) {
    const places = slots(root).filter(({ parent }) => parent !== root);
    const slot = places[step.where % Math.max(1, places.length)];
    const other = places[step.to % Math.max(1, places.length)];
    if (slot !== undefined && other !== undefined) {
      actions[step.kind]({ slot, other, word: step.word, copy: structuredClone(slot.value) });
    }
  }
  return root;
}

function containerAt({ parent, value }: Slot): Container {
  return typeof value === "object" && value !== null ? (value as Container) : parent;
}
