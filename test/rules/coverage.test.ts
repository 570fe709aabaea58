import { describe, expect, it } from "vitest";
import type { Options } from "../../rules/rule.js";
import { complaints, type Documents, document } from "./complaints.js";

const id = "error-response-coverage";

/** What is said about the one operation of a document. */
function missing(given: string | Documents, options: Options = {}): string | null {
  const [found, ...others] = complaints(id, given, options);
  expect(others).toEqual([]);
  return found === undefined ? null : (found.cause ?? "");
}

const responses = (...statuses: string[]) =>
  `responses: { ${statuses.map((status) => `'${status}': { description: d }`).join(", ")} }`;
const all = "no 5XX or default";

describe("an operation", () => {
  it("that lacks something is named with all it lacks, at its responses", () => {
    const text = document(
      `  /x/{id}: { put: { security: [{ k: [] }], requestBody: {}, ${responses("200")} } }`,
    );
    const causes =
      "no 401 though it is secured, no 404 though its path has parameters, no 400 or 422 though it takes a body, no 5XX or default";
    expect(complaints(id, text)).toEqual([
      {
        at: "PUT /x/{id}",
        where: "#/paths/~1x~1{id}/put/responses",
        cause: causes,
        message: `PUT /x/{id} declares ${causes}.`,
      },
    ]);
  });

  it("that has no responses is named itself", () => {
    expect(complaints(id, document("  /x: { get: {} }"))).toEqual([
      { at: "GET /x", where: "#/paths/~1x/get", cause: all, message: `GET /x declares ${all}.` },
    ]);
  });

  it("may have any method, HEAD too", () => {
    expect(missing(document("  /x: { head: { responses: {} } }"))).toBe(all);
  });

  it("is a mapping, whatever its method", () => {
    const further = "additionalOperations: { COPY: text, LINK: 1, MOVE: null, FIND: [] }";
    expect(missing(document(`  /x: { get: { ${responses("default")} }, put: text, ${further} }`))).toBe(null);
  });

  it("of a webhook or a callback is the caller's own affair", () => {
    const callbacks = `callbacks: { done: { '{$url}': { post: { responses: {} } } } }`;
    const text = document(
      `  /x: { get: { ${responses("default")}, ${callbacks} } }`,
      "webhooks:\n  made: { post: { responses: {} } }\n",
    );
    expect(complaints(id, text)).toEqual([]);
  });

  it.each([
    [["500"], null],
    [["5XX"], null],
    [["5xx"], null],
    [["503"], null],
    [["default"], null],
    [["400"], all],
    [["x-500"], all],
    [["200", "500"], null],
  ])("that declares %j may lack what stands everywhere: %s", (statuses, cause) => {
    expect(missing(document(`  /x: { get: { ${responses(...statuses)} } }`))).toBe(cause);
  });

  it.each([
    [["4XX"], ["404"], null],
    [["4xx"], ["404"], null],
    [["4XX"], ["4040"], "no 4040"],
    [["4XX"], ["4x404"], "no 4x404"],
    [["44XX"], ["404"], "no 404"],
    [["4XXa"], ["404"], "no 404"],
    [["404"], ["4XX"], null],
    [["4XX"], ["default"], "no default"],
    [["dXX"], ["default"], "no default"],
  ])("that declares %j lacks of %j: %s", (statuses, wanted, cause) => {
    const text = document(`  /x: { get: { ${responses(...statuses)} } }`);
    expect(missing(text, { all: wanted })).toBe(cause);
  });

  it.each([
    [["400"], null],
    [["422"], null],
    [["4XX"], null],
    [["404"], "no 400 or 422 though it takes a body"],
  ])("that takes a body and declares %j lacks %s", (statuses, cause) => {
    const text = document(`  /x: { post: { requestBody: {}, ${responses(...statuses, "500")} } }`);
    expect(missing(text)).toBe(cause);
  });
});

describe("a caller must be known", () => {
  const text = (own: string, root: string) =>
    document(`  /x: { get: { ${own} ${responses("500")} } }`, root === "" ? "" : `security: ${root}\n`);
  const secured = "no 401 though it is secured";

  it.each([
    ["", "", null],
    ["", "[{ k: [] }]", secured],
    ["", "[]", null],
    ["", "[{}]", null],
    ["", "[{ k: [] }, {}]", null],
    ["", "[{ k: [] }, { l: [] }]", secured],
    ["", "k", null],
    ["", "[k]", null],
    ["", "[[k]]", null],
    ["security: [],", "[{ k: [] }]", null],
    ["security: [{ k: [] }],", "[]", secured],
    ["security: [{ k: [] }],", "", secured],
  ])("where the operation says `%s` and the document %s: %s", (own, root, cause) => {
    expect(missing(text(own, root))).toBe(cause);
  });
});

describe("a request has a body", () => {
  const swagger = (operation: string, item: string, more = "") => `swagger: '2.0'
info: { title: t, version: '1' }
paths:
  /x: { ${item} post: { ${operation} ${responses("500")} } }
${more}`;
  const body = "no 400 or 422 though it takes a body";

  it.each([
    ["a body parameter", "parameters: [{ in: query }, { in: body }],", "", "", body],
    ["a form parameter", "parameters: [{ in: formData }],", "", "", body],
    ["a query parameter", "parameters: [{ in: query }],", "", "", null],
    ["no parameters", "", "", "", null],
    ["one at the path item", "", "parameters: [{ in: body }],", "", body],
    [
      "one behind a reference",
      "parameters: [{ $ref: '#/parameters/P' }],",
      "",
      "parameters: { P: { in: body } }\n",
      body,
    ],
    ["one behind a lost reference", "parameters: [{ $ref: '#/parameters/P' }],", "", "", null],
    ["one that has no place", "parameters: [{}],", "", "", null],
  ])("in Swagger 2.0 by %s", (_what, operation, item, more, cause) => {
    expect(missing(swagger(operation, item, more))).toBe(cause);
  });

  it("in OpenAPI 3 by `requestBody` alone", () => {
    expect(
      missing(document(`  /x: { post: { parameters: [{ in: body }], ${responses("500")} } }`)),
    ).toBeNull();
    expect(missing(document(`  /x: { post: { requestBody: {}, ${responses("500")} } }`))).toBe(body);
  });
});

describe("options say what must be declared", () => {
  const text = document(
    `  /x/{id}: { put: { security: [{ k: [] }], requestBody: {}, ${responses("200")} } }`,
  );

  it.each([
    [{ security: [], parameters: [], body: [], all: [] }, null],
    [{ security: ["403", "401"], parameters: [], body: [], all: [] }, "no 403 or 401 though it is secured"],
    [{ security: [], parameters: ["410"], body: [], all: [] }, "no 410 though its path has parameters"],
    [{ security: [], parameters: [], body: ["413"], all: [] }, "no 413 though it takes a body"],
    [{ security: [], parameters: [], body: [], all: ["429"] }, "no 429"],
    [{ security: ["2XX"], parameters: ["200"], body: ["2xx"], all: ["200"] }, null],
  ])("as %j", (options, cause) => {
    expect(missing(text, options)).toBe(cause);
  });
});
