import { compilePattern } from "./pattern/pattern.js";

/** What an option may be. */
export type OptionKind =
  | { readonly is: "strings"; readonly about: string }
  | { readonly is: "string"; readonly about: string }
  | { readonly is: "pattern"; readonly about: string }
  | { readonly is: "choice"; readonly of: readonly string[]; readonly about: string }
  | { readonly is: "types"; readonly about: string }
  | { readonly is: "lists"; readonly about: string };

export type OptionTable = Readonly<Record<string, OptionKind>>;

const expected: Record<OptionKind["is"], string> = {
  strings: "a list of strings",
  string: "a string",
  pattern: "a regular expression that can be matched in linear time",
  choice: "one of",
  types: "a map from names to JSON Schema types",
  lists: "a map from names to lists of strings",
};

/**
 * What is wrong with a rule's options; null if nothing is. Takes the options as a user wrote them; none is the same as
 * an empty object.
 */
export function optionsFault(table: OptionTable, options: unknown): string | null {
  if (options === null || options === undefined) return null;
  if (typeof options !== "object" || Array.isArray(options)) return "options must be an object";
  for (const [name, value] of Object.entries(options)) {
    const kind = Object.hasOwn(table, name) ? table[name] : undefined;
    if (kind === undefined) {
      const known = Object.keys(table).sort();
      return `unknown option "${name}"; ${known.length === 0 ? "it has none" : `known: ${known.join(", ")}`}`;
    }
    if (!fits(kind, value)) {
      return `option "${name}" must be ${expected[kind.is]}${kind.is === "choice" ? ` ${kind.of.join(", ")}` : ""}`;
    }
  }
  return null;
}

function fits(kind: OptionKind, value: unknown): boolean {
  switch (kind.is) {
    case "strings":
      return isStrings(value);
    case "string":
      return typeof value === "string";
    case "pattern":
      return typeof value === "string" && isPattern(value);
    case "choice":
      return typeof value === "string" && kind.of.includes(value);
    case "types":
      return (
        isMap(value) && Object.values(value).every((each) => typeof each === "string" || isStrings(each))
      );
    case "lists":
      return isMap(value) && Object.values(value).every(isStrings);
  }
}

function isPattern(source: string): boolean {
  try {
    compilePattern(source);
    return true;
  } catch {
    return false;
  }
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A validated option that is a list of strings. */
export function strings(value: unknown): readonly string[] | undefined {
  return isStrings(value) ? value : undefined;
}

/** A validated option that is a string. */
export function string(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
