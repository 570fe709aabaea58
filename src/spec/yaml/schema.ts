import { CORE_SCHEMA, Type } from "js-yaml";

/**
 * YAML 1.2's core schema, so that dates and `NO` stay strings, and merge keys, which YAML 1.1 left to real files.
 * All other tags are refused: reading `!include x` as the string `x` could hide codes.
 */
export const schema = CORE_SCHEMA.extend({
  implicit: [new Type("tag:yaml.org,2002:merge", { kind: "scalar", resolve: (data) => data === "<<" })],
});
