import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { formatBaseline, parseBaseline } from "../../src/baseline/format.js";
import { changeKindOrder } from "../../src/compare/kinds.js";
import { acceptanceKeys } from "../../src/config/acceptances.js";
import { configKeys, parseConfig } from "../../src/config/config.js";
import { consumerPresets } from "../../src/config/types.js";
import { limitNames } from "../../src/config/units.js";

function block(file: string, language: string): string {
  const [, text] = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(readFileSync(file, "utf8")) ?? [];
  if (text === undefined) throw new Error(`${file} has no ${language} block`);
  return text;
}

const schemaOf = (name: string) => JSON.parse(readFileSync(`schema/${name}.schema.json`, "utf8"));
const validator = (name: string) =>
  new Ajv({ strict: false, formats: { date: true } }).compile(schemaOf(name));

describe("the documented examples", () => {
  test("of a config can be read, and fit the published schema", () => {
    const text = block("docs/config.md", "yaml");
    expect(parseConfig(text, "errlock.yaml").accept).toHaveLength(2);
    const valid = validator("config");
    expect(valid(parse(text)), JSON.stringify(valid.errors)).toBe(true);
  });

  test("of a baseline are written as errlock writes them, and fit the published schema", () => {
    const text = block("docs/baseline.md", "json");
    expect(formatBaseline(parseBaseline(text, "b.json"))).toBe(text);
    const valid = validator("baseline");
    expect(valid(JSON.parse(text)), JSON.stringify(valid.errors)).toBe(true);
  });
});

describe("the published schema of a config", () => {
  const { properties, $defs } = schemaOf("config");

  test("knows the keys that errlock knows, and no others", () => {
    expect(Object.keys(properties).sort()).toEqual([...configKeys].sort());
    expect(Object.keys($defs.acceptance.properties).sort()).toEqual([...acceptanceKeys].sort());
    expect(Object.keys(properties.changes.properties).sort()).toEqual([...changeKindOrder].sort());
    expect(Object.keys(properties.limits.properties)).toEqual(limitNames);
    expect($defs.consumer.properties.as.enum).toEqual([...consumerPresets]);
  });

  test.each([
    ["an unknown key", { spces: [] }],
    ["an unknown kind", { changes: { "code-removd": "off" } }],
    ["an unknown level", { rules: { r: "eror" } }],
    ["an acceptance without a reason", { accept: [{ code: "a" }] }],
    ["an acceptance of nothing", { accept: [{ reason: "a" }] }],
    ["code and codes at once", { accept: [{ code: "a", codes: ["b"], reason: "a" }] }],
    ["a consumer without files", { consumers: [{ name: "a" }] }],
  ])("refuses %s, as errlock does", (_, config) => {
    expect(validator("config")(config)).toBe(false);
    expect(() => parseConfig(JSON.stringify(config), "errlock.json", [])).toThrow();
  });
});
