import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogs } from "../../rules/read/catalogs.js";
import { Reading } from "../../rules/read/reading.js";
import { extract } from "../../src/catalog/extract.js";
import { createFileSource } from "../../src/host/files.js";
import { lint } from "../../src/lint/lint.js";
import { defaultLimits } from "../../src/spec/limits.js";
import { loadSpec } from "../../src/spec/load.js";
import type { Spec } from "../../src/spec/spec.js";
import { specOf } from "./linting.js";

const fixtures = join(import.meta.dirname, "../catalog/fixtures");
const corpus = process.env.ERRLOCK_CORPUS ?? resolve(import.meta.dirname, "../../../shared/corpus");
const index = join(corpus, "catalogs.json");
const specs: string[] = existsSync(index)
  ? JSON.parse(readFileSync(index, "utf8")).map(
      ({ repo, path }: { repo: string; path: string }) => `specs/${repo.replace("/", "__")}/${path}`,
    )
  : [];

if (specs.length === 0) console.warn(`skipped: there is no corpus at ${corpus}`);

/** Catalogs by name with their codes, as rules see them; and as the contract has them. */
function bothSides(spec: Spec) {
  const { contract } = extract(spec, { place: null, setting: null });
  const declared = contract.catalogs.filter(({ normative }) => normative);
  return {
    rules: catalogs(new Reading(spec), {}).map(({ name, codes, open }) => [name, [...codes.keys()], open]),
    contract: declared.map(({ name, codes, open }) => [
      name,
      codes.map(({ code }) => code),
      open !== "closed",
    ]),
  };
}

const twoLists = `openapi: 3.1.0
info: { title: t, version: '1' }
paths:
  /x:
    get:
      responses:
        '400': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
        '404': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
        '500': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } } }
components:
  schemas:
    Problem: { type: object, properties: { title: { type: string }, code: { type: string, enum: [not_found, NotFound] } } }
    Fault: { type: object, properties: { error: { type: object, properties: { code: { type: string, enum: [internal, Internal] } } } } }
`;

describe("the rules judge the catalogs of the contract", () => {
  it.each(readdirSync(fixtures))("in %s", async (name) => {
    const { rules, contract } = bothSides(
      await specOf({ [name]: readFileSync(join(fixtures, name), "utf8") }),
    );
    expect(rules).toEqual(contract);
  });

  it.skipIf(specs.length === 0).each(specs)("in %s", async (file) => {
    const { rules, contract } = bothSides(await loadSpec(createFileSource(corpus), file, defaultLimits));
    expect(rules).toEqual(contract);
  });

  it("and find the same with the survey of a contract, whatever place a baseline has recorded", async () => {
    const spec = await specOf({ "openapi.yaml": twoLists });
    const alone = await lint(spec, { rules: {} });
    const place = { schemas: ["Fault"], code: "error.code", linked: "responses" } as const;
    const { contract, survey } = extract(spec, { place, setting: null, held: ["internal", "Internal"] });
    expect(contract.errors?.code).toBe("error.code");
    expect(await lint(spec, { rules: {}, survey })).toEqual(alone);
    expect(alone.filter(({ rule }) => rule === "error-code-unique").map(({ at }) => at)).toEqual([
      "NotFound",
      "Internal",
    ]);
  });

  it("and those that a config names", async () => {
    const spec = await specOf({ "openapi.yaml": twoLists });
    const errors = { schemas: ["Fault"], code: "error.code" };
    const { survey, contract } = extract(spec, { place: null, setting: errors });
    const findings = await lint(spec, { rules: {}, errors, survey });
    expect(contract.catalogs.map(({ name }) => name)).toEqual(["error.code"]);
    expect(findings.filter(({ rule }) => rule === "error-code-unique").map(({ at }) => at)).toEqual([
      "Internal",
    ]);
    expect(findings.filter(({ rule }) => rule === "error-response-required").map(({ at }) => at)).toEqual([
      "GET /x 400",
      "GET /x 404",
    ]);
  });
});
