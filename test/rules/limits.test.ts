import { describe, expect, it } from "vitest";
import type { Options } from "../../rules/rule.js";
import type { Limits } from "../../src/contract/policy.js";
import { Problem } from "../../src/contract/problem.js";
import { api, body, complaints, errorResponse, errorSchema } from "./complaints.js";

type Some = Partial<Limits>;

/** How many findings a rule has within these limits, or why it ended. */
function outcome(id: string, text: string, options: Options, limits: Some): number | Problem {
  try {
    return complaints(id, text, options, limits).length;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

const file = { file: "openapi.yaml" };
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("what many responses share and rules look at for each of them", () => {
  const tooMany = (what: string, nodes: number) =>
    new Problem(
      "too-many-nodes",
      `the error responses have too many ${what}: rules may look at ${nodes}.`,
      "let responses share schemas and examples by references, or raise `limits.nodes` in the config.",
      file,
    );
  const sharing = (value: string, schemas: string) => {
    const shared = body(errorResponse, "examples: { shared: { $ref: '#/components/examples/Shared' } }");
    return `${api({ 400: shared, 404: shared, 409: shared }, schemas)}  examples:\n    Shared: { value: ${value} }\n`;
  };

  it("ends at `limits.nodes` for schemas and their properties, which count ten each and once", () => {
    const shape = (more: string, nodes: number) => {
      const schema = `    ErrorResponse: { required: [code, error], properties: { code: { enum: [a, b] } }, allOf: [${more}] }\n`;
      const part = "    Part: { properties: { error: {} } }\n";
      return outcome("error-response-shape", api({ 400: body(errorResponse) }, schema + part), {}, { nodes });
    };
    const part = "{ $ref: '#/components/schemas/Part' }";
    expect(shape(part, 69)).toEqual(tooMany("schemas and properties of their own", 69));
    expect(shape(part, 70)).toBe(0);
    // twice the same, what leads back, what leads nowhere, and no schema at all
    const more = `${part}, ${part}, ${errorResponse}, { $ref: '#/components/schemas/None' }, text`;
    expect(shape(more, 99)).toEqual(tooMany("schemas and properties of their own", 99));
    expect(shape(more, 100)).toBe(0);
  });

  it("ends at `limits.nodes` for the fields of examples, and for the codes beside each", () => {
    const fields = Object.fromEntries(numbers(10).map((index) => [`f${index}`, ["4XX"]]));
    const value = `{ code: a, ${numbers(10)
      .map((index) => `f${index}: 1`)
      .join(", ")} }`;
    const found = (scope: string[], nodes: number) =>
      outcome(
        "error-field-scope",
        sharing(value, errorSchema("a, b")),
        { fields: Object.fromEntries(Object.keys(fields).map((name) => [name, scope])) },
        { nodes },
      );
    expect(found(["4XX"], 59)).toEqual(tooMany("fields in their examples, once for each response", 59));
    expect(found(["4XX"], 60)).toEqual(tooMany("schemas and properties of their own", 60));
    expect(found(["a"], 49)).toEqual(tooMany("codes in their examples, once for each field", 49));
    expect(found(["a"], 1000)).toBe(0);
  });

  it("ends at `limits.nodes` for the codes of examples, as far as they are documented with statuses", () => {
    const found = (note: string, nodes: number) =>
      outcome(
        "error-code-status",
        sharing(
          `{ errors: [${numbers(30)
            .map(() => "{ code: a }")
            .join(", ")}] }`,
          `    ErrorResponse: { properties: { errors: { items: { properties: { code: { enum: [a, b], x-error-codes: { a: { ${note} } } } } } } } }\n`,
        ),
        {},
        { nodes },
      );
    expect(found("statuses: [400, 404]", 89)).toEqual(
      tooMany("codes in their examples, once for each response", 89),
    );
    expect(found("statuses: [400, 404]", 90)).toBe(1);
    expect(found("group: g", 89)).toBe(0);
  });

  it("counts a code in a map once, whatever its key", () => {
    const keys = numbers(30).map((index) => `k${index}: { code: a }`);
    const errors =
      "{ additionalProperties: { properties: { code: { enum: [a, b], x-error-codes: { a: { statuses: [400] } } } } } }";
    const text = sharing(
      `{ errors: { '*': { code: a }, ${keys.join(", ")} } }`,
      `    ErrorResponse: { properties: { errors: ${errors} } }\n`,
    );
    expect(outcome("error-code-status", text, {}, { nodes: 93 })).toBe(2);
    expect(outcome("error-code-status", text, {}, { nodes: 92 })).toEqual(
      tooMany("codes in their examples, once for each response", 92),
    );
  });

  it("ends at `limits.nodes` for the codes that schemas carry, as far as they are documented with statuses", () => {
    const codes = numbers(40).map((index) => `c${index}`);
    const found = (note: string, nodes: number) => {
      const some = `{ properties: { code: { enum: [${codes.slice(1).join(", ")}] } } }`;
      const narrow = `    Narrow: { allOf: [${errorResponse}, ${some}] }\n`;
      const whole = errorSchema(codes.join(", "), `x-error-codes: { c0: { ${note} } }`);
      const carrying = body("{ $ref: '#/components/schemas/Narrow' }");
      const text = api({ 400: carrying, 404: carrying, 409: carrying, 410: carrying }, whole + narrow);
      return outcome("error-code-status", text, {}, { nodes });
    };
    expect(found("statuses: [400]", 155)).toEqual(
      tooMany("codes in their schemas, once for each status", 155),
    );
    expect(found("statuses: [400]", 156)).toBe(0);
    expect(found("group: g", 155)).toBe(0);
  });
});

describe("findings", () => {
  const tooMany = (count: number, findings: number) =>
    new Problem(
      "too-many-findings",
      `the rules have ${count} findings, more than ${findings}.`,
      "switch off the rule that has most, or raise `limits.findings` in the config.",
      file,
    );
  const showing = body(errorResponse, "example: { error: no, code: a }");
  const own = body("{ properties: { build: {}, error: {} } }");
  const coded = errorSchema("a, b", "x-error-codes: { a: { statuses: [409] } }");

  it.each<[string, string, string, Options]>([
    [
      "error-code-status",
      "codes under other statuses",
      api({ 400: showing, 404: showing, 409: showing }, coded),
      {},
    ],
    [
      "error-field-scope",
      "fields in examples",
      api({ 400: showing, 404: showing }, coded),
      { fields: { code: [] } },
    ],
    ["error-field-scope", "fields in schemas", api({ 400: own, 404: own }), { fields: { build: [] } }],
    [
      "error-response-shape",
      "fields of error schemas",
      api({ 400: body(errorResponse) }, coded),
      { fields: { x: "string", y: "string" } },
    ],
  ])("of %s, %s, may be as many as `limits.findings`", (id, _what, text, options) => {
    expect(outcome(id, text, options, { findings: 2 })).toBe(2);
    expect(outcome(id, text, options, { findings: 1 })).toEqual(tooMany(2, 1));
  });
});

describe("the option `pattern` of error-code-format", () => {
  const pattern = "^(ab?)*$";
  const found = (codes: string, text: number) =>
    outcome(
      "error-code-format",
      api({ 400: body(errorResponse) }, errorSchema(codes)),
      { pattern },
      { text },
    );

  it("may take five steps over all codes for each character of `limits.text`", () => {
    expect(found("a, ab", 4)).toBe(0);
    expect(found("a, ab", 3)).toEqual(
      new Problem(
        "too-slow",
        `the option \`pattern\` of error-code-format takes more than 15 steps over the codes: ${pattern}.`,
        "write a pattern that repeats less, begin it with `^`, or raise `limits.text` in the config.",
        file,
      ),
    );
  });
});

describe("examples", () => {
  const id = "error-example-valid";
  const schema = "{ type: [object, array, string], required: [a, b, c] }";
  const one = body(schema, "example: { a: 1, b: 2, c: 3, d: 4 }");
  const found = (count: number, nodes: number) => {
    const responses = Object.fromEntries(numbers(count).map((index) => [400 + index, one]));
    const wrong = { 499: body("{ type: string }", "example: 1") };
    return complaints(id, api({ ...responses, ...wrong }), {}, { nodes }).map(
      ({ at, where, cause, message }) => [at, where, cause, message],
    );
  };

  it("are not judged any more, which is said once, where the limit lets no further one be", () => {
    const unjudged = (message: string) => [["examples", "#", "examples that take too long", message]];
    // a visit for the schema, and one for ten keys, types and required names
    const [wrong] = found(1, 1000);
    expect(wrong?.[3]).toBe("The example is number where string is declared.");
    expect(found(1, 15)).toEqual([wrong]);
    expect(found(1, 14)).toEqual(
      unjudged("1 example was not held against its schema: all of them together take too long."),
    );
    expect(found(2, 14)).toEqual(
      unjudged("2 examples were not held against their schemas: all of them together take too long."),
    );
  });
});
