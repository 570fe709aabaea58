import { type Collision, identifiers, pascal, wordsOf } from "./identifiers.js";
import type { Model, ModelCatalog, ModelCode } from "./model.js";
import { commented, deprecationWords, header, quotedFreely } from "./words.js";

export interface Generated {
  readonly text: string;
  /** Codes that could not have the identifier of their name. */
  readonly collisions: readonly Collision[];
}

const width = 80;
const naming = { style: "pascal", reserved: new Set<string>() } as const;
const quote = (text: string) => quotedFreely(text, "utf16");

/** A TypeScript module, formatted as Prettier and Biome (at two spaces) do by default. */
export function generateTypescript({ spec, catalogs }: Model): Generated {
  const parts = catalogs.map(catalogPart);
  const info = [
    "/** What the API says of an error code. */",
    "export interface ErrorCodeInfo {",
    "  readonly description: string;",
    "  readonly group: string | null;",
    "  /** HTTP statuses that it comes with; empty where the API does not say. */",
    "  readonly statuses: readonly string[];",
    "  /** Whether the same request may succeed later; null where the API does not say. */",
    "  readonly retryable: boolean | null;",
    "  readonly deprecated: boolean;",
    "  readonly replacedBy: string | null;",
    "}",
  ];
  const blocks = [[`// ${header(spec, "typescript")}`], info, ...parts.flatMap(({ blocks }) => blocks)];
  return {
    text: `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`,
    collisions: parts.flatMap(({ collisions }) => collisions),
  };
}

function catalogPart(catalog: ModelCatalog): { blocks: string[][]; collisions: readonly Collision[] } {
  const type = `${pascal(catalog.prefix.flatMap(wordsOf))}ErrorCode`;
  const value = type.charAt(0).toLowerCase() + type.slice(1);
  const names = identifiers(
    catalog.codes.map(({ named }) => named),
    naming,
  );
  const all = distinct(catalog.codes);
  const member = ({ named }: ModelCode) => `${type}.${names.of(named)}`;
  const known = catalog.isOpen ? `Known${type}` : type;
  const constants = [
    `/** The error codes of \`${commented(catalog.name)}\`. */`,
    `export const ${type} = {`,
    ...all.flatMap((code) => [...comment(code), ...property(names.of(code.named), quote(code.code), "  ")]),
    "} as const;",
  ];
  const types = catalog.isOpen
    ? [
        "/** A code that this file knows. */",
        ...alias(known, `(typeof ${type})[keyof typeof ${type}]`),
        "",
        "/** Any code: the API may send ones that it does not list. */",
        `export type ${type} = ${known} | (string & {});`,
      ]
    : [`/** One of the error codes. */`, ...alias(type, `(typeof ${type})[keyof typeof ${type}]`)];
  const guard = [
    `const ${value}s: ReadonlySet<unknown> = new Set(Object.values(${type}));`,
    "",
    "/** Whether a value is an error code that this file knows. */",
    `export function is${type}(value: unknown): value is ${known} {`,
    `  return ${value}s.has(value);`,
    "}",
  ];
  const infos = [
    "/** What the API says of each code. */",
    `export const ${value}Info: Readonly<Record<${known}, ErrorCodeInfo>> = {`,
    ...all.flatMap((code) => infoLines(`[${member(code)}]`, code)),
    "};",
  ];
  const groupNames = identifiers(
    catalog.groups.map(({ name }) => name),
    naming,
  );
  const groups = [
    "/** The codes by group. */",
    `export const ${value}Groups = {`,
    ...catalog.groups.flatMap(({ name, codes }) =>
      list(`${groupNames.of(name)}: `, distinct(codes).map(member), "  "),
    ),
    "} as const;",
  ];
  return {
    blocks: [constants, types, guard, infos, ...(catalog.groups.length > 0 ? [groups] : [])],
    collisions: [...names.collisions, ...groupNames.collisions],
  };
}

/** A spec may list a code twice, and give two codes one name: identifiers are of names. */
function distinct(codes: readonly ModelCode[]): ModelCode[] {
  return [...new Map(codes.map((code) => [code.named, code])).values()];
}

function comment(code: ModelCode): string[] {
  const description = commented(code.description);
  const deprecation = deprecationWords(code);
  if (deprecation === "") return description === "" ? [] : [`  /** ${description} */`];
  return ["  /**", `   * ${description}`, `   * @deprecated ${commented(deprecation)}`, "   */"];
}

function alias(name: string, type: string): string[] {
  const line = `export type ${name} = ${type};`;
  return line.length <= width ? [line] : [`export type ${name} =`, `  ${type};`];
}

function property(name: string, value: string, indent: string): string[] {
  const line = `${indent}${name}: ${value},`;
  return line.length <= width ? [line] : [`${indent}${name}:`, `${indent}  ${value},`];
}

function infoLines(key: string, code: ModelCode): string[] {
  const { description, group, statuses, retryable, deprecated, replacedBy } = code;
  return [
    `  ${key}: {`,
    ...property("description", quote(description), "    "),
    ...property("group", group === null ? "null" : quote(group), "    "),
    ...list("statuses: ", statuses.map(quote), "    "),
    `    retryable: ${retryable},`,
    `    deprecated: ${deprecated},`,
    ...property("replacedBy", replacedBy === null ? "null" : quote(replacedBy), "    "),
    "  },",
  ];
}

function list(start: string, items: readonly string[], indent: string): string[] {
  const line = `${indent}${start}[${items.join(", ")}],`;
  if (line.length <= width || items.length === 0) return [line];
  return [`${indent}${start}[`, ...items.map((item) => `${indent}  ${item},`), `${indent}],`];
}
