import { type Collision, identifiers, pascal, wordsOf } from "./identifiers.js";
import type { Model, ModelCatalog, ModelCode } from "./model.js";
import type { Generated } from "./typescript.js";
import { commented, deprecationWords, header, quoted } from "./words.js";

const quote = (text: string) => quoted(text, "runes");

/** A Go file, formatted as gofmt does. A string type survives codes that it does not know. */
export function generateGo({ spec, catalogs }: Model, packageName: string): Generated {
  const parts = catalogs.map(catalogPart);
  const info = [
    "// Info is what the API says of an error code.",
    "type Info struct {",
    "\tDescription string",
    "\tGroup       string",
    "\t// Statuses are the HTTP statuses that it comes with; empty where the API does not say.",
    "\tStatuses []string",
    "\t// Retryable tells whether the same request may succeed later, where RetryableKnown is true.",
    "\tRetryable      bool",
    "\tRetryableKnown bool",
    "\tDeprecated     bool",
    "\tReplacedBy     string",
    "}",
  ];
  const blocks = [
    [`// ${header(spec, "go")}`],
    [`package ${packageName}`],
    info,
    ...parts.flatMap(({ blocks }) => blocks),
  ];
  return {
    text: `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`,
    collisions: parts.flatMap(({ collisions }) => collisions),
  };
}

function catalogPart(catalog: ModelCatalog): { blocks: string[][]; collisions: readonly Collision[] } {
  const type = `${pascal(catalog.prefix.flatMap(wordsOf))}ErrorCode`;
  // What the file itself declares beside the constants begins with the type's name, too.
  const naming = { style: "pascal", reserved: new Set(["Groups", "s"]) } as const;
  const names = identifiers(
    catalog.codes.map(({ named }) => named),
    naming,
  );
  const all = [...new Map(catalog.codes.map((code) => [code.named, code])).values()];
  const member = ({ named }: ModelCode) => `${type}${names.of(named)}`;
  const variable = `info${type}`;
  const list = catalog.isOpen
    ? "The API may send codes that are not among the constants."
    : "The constants are all of them.";
  const blocks = [
    [`// ${type} is an error code of ${commented(catalog.name)}. ${list}`, `type ${type} string`],
    ["const (", ...all.flatMap((code, at) => constant(member(code), type, code, at)), ")"],
    [
      `// Is${type} tells whether a value is an error code that this file knows.`,
      `func Is${type}(value string) bool {`,
      `\t_, known := ${variable}[${type}(value)]`,
      "\treturn known",
      "}",
    ],
    [
      "// Info gives what the API says of the code; false where this file does not know it.",
      `func (c ${type}) Info() (Info, bool) {`,
      `\tinfo, known := ${variable}[c]`,
      "\treturn info, known",
      "}",
    ],
    [`var ${variable} = map[${type}]Info{`, ...all.flatMap((code) => infoLines(member(code), code)), "}"],
  ];
  if (catalog.groups.length > 0) {
    const groups = catalog.groups.flatMap(({ name, codes }) => [
      `\t${quote(name)}: {`,
      ...[...new Set(codes.map(member))].map((each) => `\t\t${each},`),
      "\t},",
    ]);
    blocks.push([
      `// ${type}Groups are the codes by group.`,
      `var ${type}Groups = map[string][]${type}{`,
      ...groups,
      "}",
    ]);
  }
  return { blocks, collisions: names.collisions };
}

function constant(name: string, type: string, code: ModelCode, at: number): string[] {
  const deprecation = deprecationWords(code);
  return [
    ...(at === 0 ? [] : [""]),
    `\t// ${name}: ${commented(code.description)}`,
    ...(deprecation === "" ? [] : ["\t//", `\t// Deprecated: ${commented(deprecation)}`]),
    `\t${name} ${type} = ${quote(code.code)}`,
  ];
}

function infoLines(key: string, code: ModelCode): string[] {
  const { description, group, statuses, retryable, deprecated, replacedBy } = code;
  const field = (name: string, value: string) => `\t\t${`${name}:`.padEnd(15)} ${value},`;
  return [
    `\t${key}: {`,
    field("Description", quote(description)),
    field("Group", quote(group ?? "")),
    field("Statuses", statuses.length === 0 ? "nil" : `[]string{${statuses.map(quote).join(", ")}}`),
    field("Retryable", String(retryable ?? false)),
    field("RetryableKnown", String(retryable !== null)),
    field("Deprecated", String(deprecated)),
    field("ReplacedBy", quote(replacedBy ?? "")),
    "\t},",
  ];
}
