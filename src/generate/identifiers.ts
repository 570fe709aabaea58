import { createHash } from "node:crypto";

/** How a language writes constants, and which names it keeps for itself. */
export interface Naming {
  readonly style: "pascal" | "upper";
  /** Compared with the whole identifier. */
  readonly reserved: ReadonlySet<string>;
}

/** Two names that would be one identifier, and what the later one is called instead. */
export interface Collision {
  readonly name: string;
  readonly with: string;
  readonly identifier: string;
}

export interface Identifiers {
  of(name: string): string;
  readonly collisions: readonly Collision[];
}

/** So that a line of eighty columns holds it with the name of its type. */
const longest = 48;

/**
 * Gives every name an identifier of ASCII letters, digits and `_` alone, which all languages take. Of names that would share
 * one the first keeps it; the others carry a hash of themselves, which depends on nothing else.
 */
export function identifiers(names: readonly string[], naming: Naming): Identifiers {
  const given = new Map<string, string>();
  const owners = new Map<string, string>();
  const collisions: Collision[] = [];
  for (const name of new Set(names)) {
    const plain = identifierOf(name, naming);
    const owner = owners.get(plain.toLowerCase());
    const identifier = owner === undefined ? plain : freeOf(plain, name, owners);
    if (owner !== undefined) collisions.push({ name, with: owner, identifier });
    owners.set(identifier.toLowerCase(), name);
    given.set(name, identifier);
  }
  return { of: (name) => given.get(name) ?? identifierOf(name, naming), collisions };
}

/** An identifier with as much of a name's hash as makes it one of its own: codes may be made to take its beginnings. */
function freeOf(plain: string, name: string, taken: ReadonlyMap<string, string>): string {
  for (let hash = sha256(name), length = 6; ; length++) {
    if (length > hash.length) hash += sha256(hash);
    const identifier = `${plain}_${hash.slice(0, length)}`;
    if (!taken.has(identifier.toLowerCase())) return identifier;
  }
}

/** The words of a name: parts between separators, and humps of camel case. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
}

export function pascal(words: readonly string[]): string {
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join("");
}

function identifierOf(name: string, { style, reserved }: Naming): string {
  const words = wordsOf(name);
  const isLossy = /[^\x20-\x7e]/.test(name.normalize("NFKD").replace(/\p{M}/gu, ""));
  const joined = style === "pascal" ? pascal(words) : words.join("_").toUpperCase();
  const stem = joined.length > longest ? `${joined.slice(0, longest)}_${hashOf(name)}` : joined;
  const whole = stem === "" || isLossy ? `${stem === "" ? "Code" : stem}_${hashOf(name)}` : stem;
  const cased = style === "upper" ? whole.toUpperCase() : whole;
  const safe = /^\d/.test(cased) ? `${style === "upper" ? "CODE_" : "Code"}${cased}` : cased;
  return reserved.has(safe) ? `${safe}_` : safe;
}

function hashOf(name: string): string {
  return sha256(name).slice(0, 6);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
