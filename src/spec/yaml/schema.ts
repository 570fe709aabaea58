import { CORE_SCHEMA, Type } from "js-yaml";

/** Tags of YAML 1.1 that writers put on plain text, such as SnakeYAML on what is not ASCII. */
const texts = [
  new Type("tag:yaml.org,2002:timestamp", { kind: "scalar" }),
  new Type("tag:yaml.org,2002:binary", { kind: "scalar", resolve: isBase64, construct: decode }),
];

/**
 * YAML 1.2's core schema, so that dates and `NO` stay strings, and merge keys, which YAML 1.1 left to real files.
 * All other tags are refused: reading `!include x` as the string `x` could hide codes.
 */
export const schema = CORE_SCHEMA.extend({
  implicit: [new Type("tag:yaml.org,2002:merge", { kind: "scalar", resolve: (data) => data === "<<" })],
  explicit: texts,
});

function isBase64(data: unknown): boolean {
  return (
    typeof data === "string" &&
    /^[A-Za-z\d+/\s]*={0,2}\s*$/.test(data) &&
    data.replace(/\s/g, "").length % 4 === 0
  );
}

function decode(data: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)));
}
