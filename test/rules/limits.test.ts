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
    const names = numbers(60).map((index) => `p${index}`);
    const properties = names.map((name) => `${name}: {}`).join(", ");
    const schema = `    ErrorResponse: { required: [code, p0], properties: { code: { enum: [a, b] }, ${properties} } }\n`;
    const shape = (more: string, nodes: number) => {
      const own = body(`{ allOf: [${errorResponse}${more}] }`);
      const text = api(Object.fromEntries(numbers(20).map((index) => [400 + index, own])), schema);
      return outcome("error-response-shape", text, { fields: { p0: "string" } }, { nodes });
    };
    expect(shape("", 13439)).toEqual(tooMany("schemas and properties of their own", 13439));
    expect(shape("", 13440)).toBe(0);
    // twice the same, what leads nowhere, and no schema at all
    const more = `, ${errorResponse}, ${errorResponse}, { $ref: '#/components/schemas/None' }, text`;
    expect(shape(more, 14039)).toEqual(tooMany("schemas and properties of their own", 14039));
    expect(shape(more, 14040)).toBe(0);
  });

  it("ends at `limits.nodes` for the fields of examples, and for the codes beside each", () => {
    const names = numbers(100).map((index) => `f${index}`);
    const value = `{ code: a, ${names.map((name) => `${name}: 1`).join(", ")} }`;
    const found = (scope: string[], nodes: number) =>
      outcome(
        "error-field-scope",
        sharing(value, errorSchema("a, b")),
        { fields: Object.fromEntries(names.map((name) => [name, scope])) },
        { nodes },
      );
    expect(found(["4XX"], 329)).toEqual(tooMany("fields in their examples, once for each response", 329));
    expect(found(["4XX"], 330)).toEqual(tooMany("schemas and properties of their own", 330));
    expect(found(["a"], 629)).toEqual(tooMany("codes in their examples, once for each field", 629));
    expect(found(["a"], 750)).toBe(0);
  });

  it("ends at `limits.nodes` for the codes of examples, as far as they are documented with statuses", () => {
    const found = (note: string, nodes: number) =>
      outcome(
        "error-code-status",
        sharing(
          `{ errors: [${numbers(300)
            .map(() => "{ code: a }")
            .join(", ")}] }`,
          `    ErrorResponse: { properties: { errors: { items: { properties: { code: { enum: [a, b], x-error-codes: { a: { ${note} } } } } } } } }\n`,
        ),
        {},
        { nodes },
      );
    expect(found("statuses: [400, 404]", 899)).toEqual(
      tooMany("codes in their examples, once for each response", 899),
    );
    expect(found("statuses: [400, 404]", 900)).toBe(1);
    expect(found("group: g", 899)).toBe(0);
  });

  it("counts a code in a map once, whatever its key", () => {
    const keys = numbers(300).map((index) => `k${index}: { code: a }`);
    const errors =
      "{ additionalProperties: { properties: { code: { enum: [a, b], x-error-codes: { a: { statuses: [400] } } } } } }";
    const text = sharing(
      `{ errors: { '*': { code: a }, ${keys.join(", ")} } }`,
      `    ErrorResponse: { properties: { errors: ${errors} } }\n`,
    );
    expect(outcome("error-code-status", text, {}, { nodes: 903 })).toBe(2);
    expect(outcome("error-code-status", text, {}, { nodes: 902 })).toEqual(
      tooMany("codes in their examples, once for each response", 902),
    );
  });

  it("ends at `limits.nodes` for the codes that schemas carry, as far as they are documented with statuses", () => {
    const codes = numbers(40).map((index) => `c${index}`);
    const found = (note: string, nodes: number) => {
      const some = `{ properties: { code: { enum: [${codes.slice(1).join(", ")}] } } }`;
      const narrow = `    Narrow: { allOf: [${errorResponse}, ${some}] }\n`;
      const whole = errorSchema(codes.join(", "), `x-error-codes: { c0: { ${note} } }`);
      const carrying = body("{ $ref: '#/components/schemas/Narrow' }");
      const responses = Object.fromEntries(numbers(190).map((index) => [400 + index, carrying]));
      const text = api(responses, whole + narrow);
      return outcome("error-code-status", text, {}, { nodes });
    };
    expect(found("statuses: [400]", 7409)).toEqual(
      tooMany("codes in their schemas, once for each status", 7409),
    );
    expect(found("statuses: [400]", 7410)).toBe(0);
    expect(found("group: g", 7409)).toBe(0);
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
  const found = (count: number, nodes: number) => {
    const values = numbers(count).map((index) => `x${index}: { value: { a: 1, b: 2, c: 3, d: 4 } }`);
    const responses = { 400: body(schema, `examples: { ${values.join(", ")} }`) };
    const wrong = { 499: body("{ type: string }", "example: 1") };
    return complaints(id, api({ ...responses, ...wrong }), {}, { nodes }).map(
      ({ at, where, cause, message }) => [at, where, cause, message],
    );
  };

  it("are not judged any more, which is said once, where the limit lets no further one be", () => {
    const unjudged = (message: string) => [["examples", "#", "examples that take too long", message]];
    // of each a visit for the schema, and one for ten keys, types and required names; five nodes for a visit
    const [wrong] = found(20, 1000);
    expect(wrong?.[3]).toBe("The example is number where string is declared.");
    expect(found(20, 205)).toEqual([wrong]);
    expect(found(20, 204)).toEqual(
      unjudged("1 example was not held against its schema: all of them together take too long."),
    );
    expect(found(20, 194)).toEqual(
      unjudged("2 examples were not held against their schemas: all of them together take too long."),
    );
  });
});
