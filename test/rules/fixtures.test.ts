import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/rules.js";
import type { RuleSetting } from "../../src/contract/policy.js";
import { lintFiles } from "../lint/linting.js";

const folder = join(import.meta.dirname, "fixtures");

/**
 * A fixture's comments say what must be found: `# <- 9-14` at the end of a line is a finding of the folder's rule from
 * column 9 up to 14, `# <- 9-14 GET /x 404` names its place too. `# options: {…}` sets the rule's options.
 */
function expectations(text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    const marks = [...line.matchAll(/<- (\d+)-(\d+)(?: ([^<]+))?/g)];
    return marks.map(
      ([, from, to, at]) => `${index + 1}:${from}-${to}${at === undefined ? "" : ` ${at.trim()}`}`,
    );
  });
}

describe.each(rules.map(({ id }) => id))("%s", (id) => {
  it.each(readdirSync(join(folder, id)))("finds in %s exactly what is marked", async (name) => {
    const text = readFileSync(join(folder, id, name), "utf8");
    const given = /^# options: (.*)$/m.exec(text)?.[1];
    const setting: RuleSetting = ["error", given === undefined ? {} : JSON.parse(given)];
    const findings = (await lintFiles({ [name]: text }, { rules: { [id]: setting } })).filter(
      ({ rule }) => rule === id,
    );
    const wanted = expectations(text);
    const found = findings.map(({ at, location }) => {
      const range = `${location?.line}:${location?.column}-${location?.endColumn}`;
      return wanted.includes(range) ? range : `${range} ${at}`;
    });
    expect(found.sort()).toEqual(wanted.sort());
    expect(wanted.length > 0).toBe(name.startsWith("reject"));
  });
});
