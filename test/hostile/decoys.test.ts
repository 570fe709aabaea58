import { describe, expect, test } from "vitest";
import { broken, gate, specFile } from "./gate.js";

type Json = { [key: string]: unknown };

const victim = "machine_gone";
const codes = ["machine_busy", victim, "not_found", "quota_exceeded"];
const remaining = codes.filter((code) => code !== victim);

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const body = (schema: unknown): Json => ({
  description: "an error",
  content: { "application/json": { schema } },
});
const error = (code: unknown): Json => ({
  type: "object",
  required: ["error", "code"],
  properties: { error: { type: "string" }, code },
});
const list = (values: readonly string[]): Json => ({ type: "string", enum: values });

interface Parts {
  readonly openapi?: string;
  readonly responses?: Json;
  readonly operation?: Json;
  readonly paths?: Json;
  readonly components?: Json;
  readonly top?: Json;
}

/** One operation with two error responses; `paths` and `components` come beside them. */
function document(schemas: Json, parts: Parts = {}): Json {
  const responses = parts.responses ?? { 404: body(ref("ErrorResponse")), 409: body(ref("ErrorResponse")) };
  return {
    openapi: parts.openapi ?? "3.1.0",
    info: { title: "Machines", version: "1.0.0" },
    paths: {
      "/v1/machines/{id}": {
        get: { responses: { 200: { description: "fine" }, ...responses }, ...parts.operation },
      },
      ...parts.paths,
    },
    components: { schemas, ...parts.components },
    ...parts.top,
  };
}

const whole = { ErrorResponse: error(ref("ErrorCode")), ErrorCode: list(codes) };
const short = { ErrorResponse: error(ref("ErrorCode")), ErrorCode: list(remaining) };
const free = { ErrorResponse: error({ type: "string" }) };
const decoy = (schema: unknown): Json => ({ "/decoy": { get: { responses: { 418: body(schema) } } } });

/** What a branch writes instead of the list, by the words of who would defend it. */
const attacks: Readonly<Record<string, Json>> = {
  "leaves the code out": document(short),
  "makes the list a free string": document(free),
  "makes it a free string and keeps the list unreferenced": document({ ...free, ErrorCode: list(codes) }),
  "keeps all codes in another schema of a new operation": document(
    { ...free, Teapot: error(list(codes)) },
    { paths: decoy(ref("Teapot")) },
  ),
  "keeps the code alone in another schema of a new operation": document(
    { ...short, Teapot: error(list([victim])) },
    { paths: decoy(ref("Teapot")) },
  ),
  "keeps all codes inline in a new operation": document(free, { paths: decoy(error(list(codes))) }),
  "keeps the code at a property beside that shares the list": document({
    ErrorResponse: {
      ...error(ref("ErrorCode")),
      properties: { code: ref("ErrorCode"), error_code: { anyOf: [ref("ErrorCode"), ref("Removed")] } },
    },
    ErrorCode: list(remaining),
    Removed: list([victim]),
  }),
  "keeps the code at a property beside": document({
    ErrorResponse: {
      ...error(ref("ErrorCode")),
      properties: { code: ref("ErrorCode"), error_code: list(codes) },
    },
    ErrorCode: list(remaining),
  }),
  "keeps all codes in details that share the list": document({
    ErrorResponse: {
      ...error(ref("ErrorCode")),
      properties: {
        code: ref("ErrorCode"),
        errors: {
          type: "array",
          items: { properties: { code: { anyOf: [ref("ErrorCode"), ref("Removed")] } } },
        },
      },
    },
    ErrorCode: list(remaining),
    Removed: list([victim]),
  }),
  "deletes all operations": { ...document(whole), paths: {} },
  "deletes all operations and keeps shared responses": {
    ...document(whole, { components: { responses: { Error: body(ref("ErrorResponse")) } } }),
    paths: {},
  },
  "makes all responses a success": document(whole, { responses: { 200: body(ref("ErrorResponse")) } }),
  "keeps the codes in callbacks": document(
    { ...free, ErrorCode: list(codes), Callback: error(ref("ErrorCode")) },
    {
      operation: {
        callbacks: {
          done: { "{$request.body#/url}": { post: { responses: { 400: body(ref("Callback")) } } } },
        },
      },
    },
  ),
  "keeps all operations in callbacks": document(whole, {
    responses: {},
    operation: {
      callbacks: {
        done: { "{$request.body#/url}": { post: { responses: { 400: body(ref("ErrorResponse")) } } } },
      },
    },
    components: { responses: { Error: body(ref("ErrorResponse")) } },
  }),
  "keeps the codes in a success": document(
    { ...free, ErrorCode: list(codes), Status: error(ref("ErrorCode")) },
    { paths: { "/decoy": { get: { responses: { 200: body(ref("Status")) } } } } },
  ),
  "keeps the codes in examples": document({
    ErrorResponse: {
      ...error({ type: "string", examples: codes }),
      examples: codes.map((code) => ({ error: "failed", code })),
    },
  }),
  "keeps the code in x-error-codes": document({
    ErrorResponse: error(ref("ErrorCode")),
    ErrorCode: { ...list(remaining), "x-error-codes": { [victim]: { description: "It is gone." } } },
  }),
  "keeps the code in annotations": document({
    ErrorResponse: error(ref("ErrorCode")),
    ErrorCode: { ...list(remaining), "x-enum-varnames": codes, "x-enum-descriptions": codes },
  }),
  "keeps the list under an extension": document({
    ErrorResponse: error({ type: "string", "x-enum": codes, "x-extension": list(codes) }),
  }),
  "keeps the list under `not`": document({ ErrorResponse: error({ type: "string", not: list(codes) }) }),
  "keeps the list under `if`": document({ ErrorResponse: error({ type: "string", if: list(codes) }) }),
  "keeps the code with another case": document({
    ErrorResponse: error(ref("ErrorCode")),
    ErrorCode: list([...remaining, victim.toUpperCase()]),
  }),
  "keeps the code with a letter that looks alike": document({
    ErrorResponse: error(ref("ErrorCode")),
    ErrorCode: list([...remaining, victim.replace("a", "\u0430")]),
  }),
  "keeps the code with a character that nobody sees": document({
    ErrorResponse: error(ref("ErrorCode")),
    ErrorCode: list([...remaining, `${victim}\u200b`]),
  }),
  "keeps the code with a space": document({
    ErrorResponse: error(ref("ErrorCode")),
    ErrorCode: list([...remaining, `${victim} `]),
  }),
  "keeps the code as a number's text": document({
    ErrorResponse: error(ref("ErrorCode")),
    ErrorCode: list([...remaining, "1"]),
  }),
  "moves the codes to a header": document(
    { ...free, ErrorCode: list(codes) },
    {
      responses: {
        404: {
          ...body(ref("ErrorResponse")),
          headers: { code: { schema: ref("ErrorCode") } },
        },
      },
    },
  ),
  "moves the codes to a parameter": document(
    { ...free, ErrorCode: list(codes) },
    { operation: { parameters: [{ name: "code", in: "query", schema: ref("ErrorCode") }] } },
  ),
  "moves the codes to the request": document(
    { ...free, ErrorCode: list(codes), Request: error(ref("ErrorCode")) },
    { operation: { requestBody: { content: { "application/json": { schema: ref("Request") } } } } },
  ),
  "lets one code of the list pass": document({
    ErrorResponse: error(ref("ErrorCode")),
    ErrorCode: { ...list(codes), const: "not_found" },
  }),
  "writes the bodies as a version of OpenAPI would that it is not": document(whole, {
    responses: {
      404: { description: "as in Swagger 2.0", schema: ref("ErrorResponse") },
      409: {
        description: "as in OpenAPI 3.2",
        content: { "application/json": { itemSchema: ref("ErrorResponse") } },
      },
    },
  }),
  "hides the paths under an extension": { ...document(whole), paths: { "x-paths": document(whole).paths } },
  "points the responses to nothing": document(whole, {
    responses: { 404: { $ref: "#/components/responses/No" } },
  }),
  "points the list to the network": document({
    ErrorResponse: error({ $ref: "https://example.com/codes.json" }),
  }),
  "points the list to itself": document({
    ErrorResponse: error(ref("ErrorCode")),
    ErrorCode: ref("ErrorCode"),
  }),
  "renames the property to one of another meaning": document({
    ErrorResponse: {
      type: "object",
      required: ["error"],
      properties: { error: { type: "string" }, severity: ref("ErrorCode") },
    },
    ErrorCode: list(codes),
  }),
};

/** All codes are still there, where no client looks for them. */
const moves: Readonly<Record<string, Json>> = {
  "nests the body in a property without a name": document({
    ErrorResponse: { type: "object", properties: { "": error(ref("ErrorCode")) } },
    ErrorCode: list(codes),
  }),
  "renames the property": document({
    ErrorResponse: {
      type: "object",
      required: ["error"],
      properties: { error: { type: "string" }, kode: ref("ErrorCode") },
    },
    ErrorCode: list(codes),
  }),
};

const kept: Readonly<Record<string, Json>> = {
  "adds a code": document({ ...whole, ErrorCode: list([...codes, "machine_lost"]) }),
  "renames the error schema": document(
    { Problem: error(ref("ErrorCode")), ErrorCode: list(codes) },
    { responses: { 404: body(ref("Problem")), 409: body(ref("Problem")) } },
  ),
  "keeps the operations beside a reference of their path that leads nowhere": document(
    {},
    {
      paths: {
        "/v1/machines/{id}": {
          $ref: "nowhere",
          get: { responses: { 404: body(ref("ErrorResponse")), 409: body(ref("ErrorResponse")) } },
        },
      },
      components: { schemas: whole },
    },
  ),
  "renames the list": document({ ErrorResponse: error(ref("Codes")), Codes: list(codes) }),
  "writes the list inline": document({ ErrorResponse: error(list(codes)) }),
  "writes one branch per code": document({
    ErrorResponse: error({ oneOf: codes.map((code) => ({ const: code })) }),
  }),
  "narrows the shared schema per status": document(
    {
      ErrorResponse: error({ type: "string" }),
      NotFound: { allOf: [ref("ErrorResponse"), { properties: { code: list(codes.slice(0, 2)) } }] },
      Conflict: { allOf: [ref("ErrorResponse"), { properties: { code: list(codes.slice(2)) } }] },
    },
    { responses: { 404: body(ref("NotFound")), 409: body(ref("Conflict")) } },
  ),
  "splits the error schema in two": document(
    { NotFound: error(list(codes.slice(0, 2))), Conflict: error(list(codes.slice(2))) },
    { responses: { 404: body(ref("NotFound")), 409: body(ref("Conflict")) } },
  ),
};

const text = (value: Json) => ({ [specFile]: JSON.stringify(value, null, 1) });

describe("a branch that loses a code fails when it", () => {
  test.each(Object.entries(attacks))("%s", async (_, after) => {
    const { status, left, stdout, stderr } = await gate(text(document(whole)), text(after));
    expect([1, 2], stdout + stderr).toContain(status);
    if (left !== null) expect([...left], stdout).toContain(victim);
    expect(stderr).not.toContain("unexpected error");
  });
});

describe("a branch that moves all codes fails, and is told so, when it", () => {
  test.each(Object.entries(moves))("%s", async (_, after) => {
    const { status, stdout } = await gate(text(document(whole)), text(after));
    expect(status, stdout).toBe(1);
    expect(stdout).toContain("The codes moved from `code`, which the error body no longer has");
  });
});

describe("a branch that keeps all codes passes when it", () => {
  test.each(Object.entries(kept))("%s", async (_, after) => {
    const { status, stdout, stderr } = await gate(text(document(whole)), text(after));
    expect(status, stdout + stderr).toBe(0);
  });
});

describe("where the baseline records several error schemas", () => {
  const two = (schemas: Json, more: Json = {}) =>
    text(
      document(schemas, {
        responses: { 404: body(ref("NotFound")), 409: body(ref("Conflict")), ...more },
      }),
    );
  const both = { NotFound: error(list(codes.slice(0, 2))), Conflict: error(list(codes.slice(2))) };

  test("a code may move to a further one", async () => {
    const after = { ...both, NotFound: error(list(codes.slice(0, 1))), Gone: error(list([victim])) };
    // That it comes with another status is a change of its own.
    const { left, stdout } = await gate(two(both), two(after, { 410: body(ref("Gone")) }));
    expect(left).toEqual(new Set());
    expect(broken(stdout).map(({ kind }) => kind)).toEqual(["code-status-removed"]);
  });

  test("a further one does not stand in when they have none left", async () => {
    const after = {
      NotFound: error({ type: "string" }),
      Conflict: error({ type: "string" }),
      Teapot: error(list(codes)),
    };
    const { status, left } = await gate(two(both), two(after, { 418: body(ref("Teapot")) }));
    expect(status).toBe(1);
    expect([...(left ?? [])].sort()).toEqual([...codes].sort());
  });
});

describe("where a field of the error body shares the list, and gets one of its own,", () => {
  const details = (code: Json) => {
    const { properties, ...more } = error(ref("ErrorCode"));
    const errors = { type: "array", items: { type: "object", properties: { code } } };
    return text(
      document({
        ErrorResponse: { ...more, properties: { ...(properties as Json), errors } },
        ErrorCode: list(codes),
      }),
    );
  };

  test("a code that the new list lacks has left", async () => {
    const { status, left, stdout } = await gate(details(ref("ErrorCode")), details(list(remaining)));
    expect(status, stdout).toBe(1);
    expect([...(left ?? [])]).toEqual([victim]);
    expect(stdout).not.toContain("code-added");
  });

  test("nothing has happened where it has all codes", async () => {
    const { status, stdout } = await gate(details(ref("ErrorCode")), details(list(codes)));
    expect(status, stdout).toBe(0);
    expect(stdout).not.toContain("code-added");
  });
});

test.each(["3.0.3", 3.0])(
  "before OpenAPI 3.1 a list beside a `$ref` declares nothing (%s)",
  async (openapi) => {
    const beside = {
      ...document({ ErrorResponse: error({ ...ref("Text"), ...list(codes) }), Text: { type: "string" } }),
      openapi,
    };
    const { status, left } = await gate(text(document(whole, { openapi: "3.0.3" })), text(beside));
    expect(status).toBe(1);
    expect([...(left ?? [])]).toContain(victim);
  },
);

test("a property with a dot in its name is not one inside of another", async () => {
  const nested = { ErrorResponse: { type: "object", properties: { error: error(list(codes)) } } };
  const dotted = {
    ErrorResponse: { type: "object", properties: { error: { type: "object" }, "error.code": list(codes) } },
  };
  const { status, stdout } = await gate(text(document(nested)), text(document(dotted)));
  expect(status).toBe(1);
  expect(broken(stdout).map(({ kind, field }) => [kind, field])).toContainEqual([
    "body-field-removed",
    "error.code",
  ]);
});

test("a registry's list does not live on in another list of the document", async () => {
  const registry = (values: readonly string[], more: Json = {}) =>
    text({ title: "ErrorCode", ...list(values), ...more });
  const { status, left } = await gate(
    registry(codes),
    registry(remaining, { $defs: { OtherErrorCode: list([victim]) } }),
    ...["--as", "1.0.0"],
  );
  expect(status).toBe(1);
  expect([...(left ?? [])]).toEqual([victim]);
});

test("a list that is known by its name alone does not live on under another name", async () => {
  const named = (schemas: Json) =>
    text(document(schemas, { responses: { 404: { description: "no body" } } }));
  const { status, left } = await gate(
    named({ ErrorCode: list(codes) }),
    named({ ErrorCode: list(remaining), OtherErrorCode: list([victim]) }),
  );
  expect(status).toBe(1);
  expect([...(left ?? [])]).toEqual([victim]);
});
