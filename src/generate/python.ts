import { type Collision, identifiers, pascal, wordsOf } from "./identifiers.js";
import type { Model, ModelCatalog, ModelCode } from "./model.js";
import type { Generated } from "./typescript.js";
import { commented, deprecationWords, header, quotedFreely } from "./words.js";

const width = 88;
/** Names that an `Enum` gives a meaning of its own; keywords are not in capitals. */
const naming = { style: "upper", reserved: new Set(["MRO"]) } as const;
const quote = (text: string) => quotedFreely(text, "runes");

/** A Python module (3.8 and later), formatted as Black does by default. */
export function generatePython({ spec, catalogs }: Model): Generated {
  const parts = catalogs.map(catalogPart);
  const isOpen = catalogs.some((catalog) => catalog.isOpen);
  const head = [
    `# ${header(spec, "python")}`,
    '"""The error codes of the API."""',
    "",
    "from enum import Enum",
    `from typing import Mapping, NamedTuple, Optional, Tuple${isOpen ? ", Union" : ""}`,
    "",
    "",
    "class ErrorCodeInfo(NamedTuple):",
    '    """What the API says of an error code."""',
    "",
    "    description: str",
    "    group: Optional[str]",
    "    #: HTTP statuses that it comes with; empty where the API does not say.",
    "    statuses: Tuple[str, ...]",
    "    #: Whether the same request may succeed later; None where the API does not say.",
    "    retryable: Optional[bool]",
    "    deprecated: bool",
    "    replaced_by: Optional[str]",
  ];
  return {
    text: `${[head, ...parts.map(({ lines }) => lines)].map((lines) => lines.join("\n")).join("\n\n\n")}\n`,
    collisions: parts.flatMap(({ collisions }) => collisions),
  };
}

function catalogPart(catalog: ModelCatalog): { lines: string[]; collisions: readonly Collision[] } {
  const words = [...catalog.prefix.flatMap(wordsOf), "Error", "Code"];
  const type = pascal(words);
  const upper = words.join("_").toUpperCase();
  const lower = upper.toLowerCase();
  const names = identifiers(
    catalog.codes.map(({ named }) => named),
    naming,
  );
  const all = [...new Map(catalog.codes.map((code) => [code.named, code])).values()];
  const member = ({ named }: ModelCode) => `${type}.${names.of(named)}`;
  const lines = [
    `class ${type}(str, Enum):`,
    `    """The error codes of one property: ${docstring(catalog.name)}."""`,
    "",
    ...all.flatMap((code) => [
      ...comment(code),
      ...assigned(`    ${names.of(code.named)}`, quote(code.code)),
    ]),
    "",
    "",
    ...parsing(catalog, type, lower),
    "",
    "",
    `${upper}_INFO: Mapping[${type}, ErrorCodeInfo] = {`,
    ...all.flatMap((code) => infoLines(member(code), code)),
    "}",
  ];
  if (catalog.groups.length > 0) {
    lines.push("", `${upper}_GROUPS: Mapping[str, Tuple[${type}, ...]] = {`);
    for (const { name, codes } of catalog.groups) {
      const members = [...new Set(codes.map(member))];
      const [only, ...others] = members;
      // Black takes the comma of a tuple of one for no wish to have it on lines of its own.
      const line = `    ${quote(name)}: (${only},),`;
      if (others.length === 0 && line.length <= width) lines.push(line);
      else lines.push(`    ${quote(name)}: (`, ...members.map((each) => `        ${each},`), "    ),");
    }
    lines.push("}");
  }
  return { lines, collisions: names.collisions };
}

function parsing({ isOpen }: ModelCatalog, type: string, lower: string): string[] {
  const guard = [
    `def is_${lower}(value: object) -> bool:`,
    '    """Whether a value is an error code that this module knows."""',
    `    return isinstance(value, str) and value in ${type}._value2member_map_`,
  ];
  if (!isOpen) return guard;
  return [
    ...guard,
    "",
    "",
    `def parse_${lower}(value: str) -> Union[${type}, str]:`,
    '    """The code of a value, or the value: the API may send codes that it does not list."""',
    `    return ${type}(value) if is_${lower}(value) else value`,
  ];
}

function comment(code: ModelCode): string[] {
  const deprecation = deprecationWords(code);
  const description = commented(code.description);
  return [
    ...(description === "" ? [] : [`    #: ${description}`]),
    ...(deprecation === "" ? [] : [`    #: Deprecated: ${commented(deprecation)}`]),
  ];
}

function docstring(text: string): string {
  return commented(text).replace(/[\\"]/g, "'");
}

/** Black never breaks a string; one that is too long after its name goes into parentheses where it then fits. */
function assigned(name: string, value: string): string[] {
  const line = `${name} = ${value}`;
  if (line.length <= width || value.length + 8 > width) return [line];
  return [`${name} = (`, `        ${value}`, "    )"];
}

function infoLines(key: string, code: ModelCode): string[] {
  const { description, group, statuses, retryable, deprecated, replacedBy } = code;
  const truth = (value: boolean) => (value ? "True" : "False");
  return [
    `    ${key}: ErrorCodeInfo(`,
    `        description=${quote(description)},`,
    `        group=${group === null ? "None" : quote(group)},`,
    ...tuple("        statuses=", statuses.map(quote)),
    `        retryable=${retryable === null ? "None" : truth(retryable)},`,
    `        deprecated=${truth(deprecated)},`,
    `        replaced_by=${replacedBy === null ? "None" : quote(replacedBy)},`,
    "    ),",
  ];
}

function tuple(start: string, items: readonly string[]): string[] {
  const line = `${start}(${items.join(", ")}${items.length === 1 ? "," : ""}),`;
  if (line.length <= width) return [line];
  return [`${start}(`, ...items.map((item) => `            ${item},`), "        ),"];
}
