import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import ruleset, { withOptions } from "../../rules/index.js";
import { rules } from "../../rules/rules.js";
import type { Policy } from "../../src/contract/policy.js";
import { lintFiles } from "../lint/linting.js";

const folder = join(import.meta.dirname, "../../rules");

type Mapping = Record<string, unknown>;

/** What the examples leave out: the head of the document, the error schema, an operation that uses it. */
function complete(example: string): string {
  const given = load(example) as { paths?: Mapping; components?: { schemas?: Mapping } };
  const schema = { $ref: "#/components/schemas/ErrorResponse" };
  const content = { "application/json": { schema } };
  const used = {
    get: { responses: { 404: { description: "Not found", content }, 500: { description: "", content } } },
  };
  const schemas = {
    ErrorResponse: {
      type: "object",
      required: ["error", "code"],
      properties: { error: { type: "string" }, code: { $ref: "#/components/schemas/ErrorCode" } },
    },
    ErrorCode: { type: "string", enum: ["not_found", "conflict"] },
    ...given.components?.schemas,
  };
  const info = { title: "Example", version: "1.0.0" };
  return JSON.stringify({
    openapi: "3.1.0",
    info,
    paths: { "/used": used, ...given.paths },
    components: { schemas },
  });
}

function readDoc(id: string): {
  text: string;
  section: (title: string) => string;
  settings: Policy["rules"];
} {
  const text = readFileSync(join(folder, `${id}.md`), "utf8");
  const section = (title: string) => text.split(`## ${title}\n`)[1]?.split("\n## ")[0] ?? "";
  const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
    ([, block = ""]) => load(block) as Mapping,
  );
  const settings = blocks.find((block) => "rules" in block)?.rules ?? {};
  return { text, section, settings: settings as Policy["rules"] };
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ");
}

async function findings(id: string, title: string): Promise<number> {
  const { section, settings } = readDoc(id);
  const example = /```yaml\n([\s\S]*?)```/.exec(section(title))?.[1] ?? "";
  const found = await lintFiles({ "openapi.json": complete(example) }, { rules: settings });
  return found.filter(({ rule }) => rule === id).length;
}

describe.each(rules)("the page of $id", ({ id, level, options, why, fix }) => {
  it("has a bad example that the rule finds", async () => {
    expect(await findings(id, "Bad")).toBeGreaterThan(0);
  });

  it("has a good example that the rule leaves alone", async () => {
    expect(await findings(id, "Good")).toBe(0);
  });

  it("says why and what to do in the rule's words, the level, and what each option means", () => {
    const { text, section } = readDoc(id);
    expect(text.startsWith(`# ${id}\n`)).toBe(true);
    expect(/^Level: (\w+)/m.exec(text)?.[1]).toBe(level);
    expect(oneLine(section("Why"))).toContain(why);
    expect(oneLine(section("What to do"))).toBe(fix);
    expect(why && fix).not.toBe("");
    const documented = [...section("Options").matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name);
    expect(documented).toEqual(Object.keys(options));
  });
});

describe("the ruleset", () => {
  const ids = rules.map(({ id }) => id);

  it("lists every rule that has a file or a page, in the order of their ids", () => {
    const files = readdirSync(folder).filter((name) => name.startsWith("error-"));
    expect([...new Set(files.map((name) => basename(name).replace(/\.(ts|md)$/, "")))].sort()).toEqual(ids);
    expect(Object.keys(ruleset.rules)).toEqual(ids);
  });

  it.each(ids)("has code, page and fixtures for %s, of which one is accepted and one rejected", (id) => {
    expect(existsSync(join(folder, `${id}.ts`)), `rules/${id}.ts`).toBe(true);
    expect(existsSync(join(folder, `${id}.md`)), `rules/${id}.md`).toBe(true);
    const fixtures = join(import.meta.dirname, "fixtures", id);
    const names = existsSync(fixtures) ? readdirSync(fixtures) : [];
    expect(
      names.some((name) => name.startsWith("accept")),
      `test/rules/fixtures/${id}/accept*.yaml`,
    ).toBe(true);
    expect(
      names.some((name) => name.startsWith("reject")),
      `test/rules/fixtures/${id}/reject*.yaml`,
    ).toBe(true);
  });

  it("has no rule to give options to under an unknown name", () => {
    expect(() => withOptions("no-such-rule", {})).toThrow(TypeError);
  });
});
