import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import ruleset from "../../rules/index.js";
import { plainMessage, type SpectralContext, type SpectralResult } from "../../rules/spectral.js";
import { api, body, type Documents, document, errorResponse, errorSchema } from "./complaints.js";

/** What Spectral hands to a function, for documents that it has read under these absolute names. */
function contextOf(
  documents: Documents,
  source: string | null = Object.keys(documents)[0] ?? null,
): SpectralContext {
  const parsed = Object.entries(documents).map(([name, text]) => [name, { data: load(text) }] as const);
  const root = parsed[0]?.[1];
  return {
    document: { source, data: root?.data },
    documentInventory: {
      unresolved: root?.data,
      referencedDocuments: { ...Object.fromEntries(parsed.slice(1)), "/not/read.yaml": undefined },
    },
  };
}

function run(id: string, context: SpectralContext, options: unknown = null): SpectralResult[] {
  return ruleset.rules[id]?.then.function(undefined, options, context) ?? [];
}

function places(id: string, documents: Documents): string[] {
  return run(id, contextOf(documents)).map(({ path }) => path.join(" "));
}

const nothing = "{ description: nothing }";
const ok = body(errorResponse);
const schemas = errorSchema("not_found, conflict");

describe("a rule in Spectral", () => {
  it("gives messages with the keys that lead to the place", () => {
    expect(
      run("error-response-required", contextOf({ "/a.yaml": api({ 400: nothing, 404: ok }, schemas) })),
    ).toEqual([
      {
        message: "The error response has no content: it must reference ErrorResponse.",
        path: ["paths", "/x", "get", "responses", "400"],
      },
    ]);
  });

  it("takes options, and refuses those that do not fit", () => {
    const context = contextOf({ "/a.yaml": api({ 400: nothing, 404: ok }, schemas) });
    expect(run("error-response-required", context, { allow: ["400"] })).toEqual([]);
    expect(() => run("error-response-required", context, { alow: ["400"] })).toThrow(
      new TypeError('error-response-required: unknown option "alow"; known: allow, code, schemas'),
    );
  });

  it("reads a document that has no source, and one that is no mapping", () => {
    expect(run("error-response-required", contextOf({ "/a.yaml": api({ 400: nothing }) }, null))).toEqual([
      {
        message: "The error response has no content: clients find no code in it.",
        path: ["paths", "/x", "get", "responses", "400"],
      },
    ]);
    expect(run("error-code-unique", contextOf({ "/a.yaml": "[]" }))).toEqual([]);
  });

  it("shares one reading of a document with all rules, and none with another document", () => {
    const context = contextOf({ "/a.yaml": api({ 400: nothing, 404: ok }, schemas) });
    let read = 0;
    const counted: SpectralContext = {
      ...context,
      documentInventory: {
        get unresolved() {
          read += 1;
          return context.documentInventory.unresolved;
        },
        referencedDocuments: {},
      },
    };
    run("error-response-required", counted);
    run("error-code-unique", counted);
    expect(read).toBe(1);
    expect(places("error-response-required", { "/a.yaml": api({ 404: ok }, schemas) })).toEqual([]);
  });

  it("writes `~` as `~0` in a key, which Spectral would take for the start of `~1`", () => {
    const text = api({ 400: nothing }).replace("/x:", "/a~1b/{c}:");
    expect(run("error-response-required", contextOf({ "/a.yaml": text })).map(({ path }) => path)).toEqual([
      ["paths", "/a~01b/{c}", "get", "responses", "400"],
    ]);
  });
});

describe("a message", () => {
  it.each([
    ["a {{value}} b", "a { {value}} b"],
    ["{{a}}{{b}}", "{ {a}}{ {b}}"],
    [" a ", "a"],
    ["a".repeat(1000), "a".repeat(1000)],
    ["a".repeat(1001), `${"a".repeat(999)}…`],
  ])("has no placeholders and no more than 1000 characters", (message, plain) => {
    expect(plainMessage(message)).toBe(plain);
  });
});

const problem = `ErrorResponse:
  type: object
  required: [error]
  properties: { error: { type: string }, code: { $ref: '#/Code' } }
Code: { type: string, enum: [a, b, a] }
Nothing:
`;

describe("a place in another file", () => {
  it.each([
    ["beside it", "/api/openapi.yaml", "errors.yaml", "/api/errors.yaml"],
    ["beside it, with a dot", "/api/openapi.yaml", "./errors.yaml", "/api/errors.yaml"],
    ["in a folder", "/api/openapi.yaml", "a//b/errors.yaml", "/api/a/b/errors.yaml"],
    ["above it", "/api/v1/openapi.yaml", "../../errors.yaml", "/errors.yaml"],
    ["named by an absolute path", "/api/openapi.yaml", "/errors.yaml", "/errors.yaml"],
    [
      "in a folder whose name ends with a colon",
      "/api/openapi.yaml",
      "./a://errors.yaml",
      "/api/a:/errors.yaml",
    ],
    ["beside one in such a folder", "/a://openapi.yaml", "errors.yaml", "/a://errors.yaml"],
    ["named by a URL", "/api/openapi.yaml", "HTTPS://x.test/e.yaml", "HTTPS://x.test/e.yaml"],
    [
      "above a URL, which ends at its host",
      "https://x.test/a/b.yaml",
      "../../../e.yaml",
      "https://x.test/e.yaml",
    ],
    ["at the root of a URL's host", "https://x.test/api/openapi.yaml", "/e.yaml", "https://x.test/e.yaml"],
    ["beside a URL", "https://x.test/api/openapi.yaml", "../e.yaml", "https://x.test/e.yaml"],
  ])("that stands %s is named by the way from the root", (_what, root, ref, file) => {
    const responses = { 404: body(`{ $ref: '${ref}#/ErrorResponse' }`) };
    expect(places("error-code-unique", { [root]: api(responses), [file]: problem })).toEqual([
      "paths /x get responses 404 content application/json schema properties code enum 2",
    ]);
  });

  it("is named by the reference that was followed first", () => {
    const ref = body("{ $ref: 'errors.yaml#/ErrorResponse' }");
    const documents = { "/openapi.yaml": api({ 400: ref, 404: ref }), "/errors.yaml": problem };
    expect(places("error-code-unique", documents)).toEqual([
      "paths /x get responses 400 content application/json schema properties code enum 2",
    ]);
  });

  it("may be a whole file, and one behind two files", () => {
    const documents = {
      "/openapi.yaml": api({ 400: "{ $ref: 'parts/response.yaml' }" }),
      "/parts/response.yaml": body("{ $ref: '../errors.yaml#/ErrorResponse' }"),
      "/errors.yaml": problem,
    };
    expect(places("error-code-unique", documents)).toEqual([
      "paths /x get responses 400 content application/json schema properties code enum 2",
    ]);
    const shared = "{ $ref: 'responses.yaml#/Bad' }";
    const twice = {
      "/openapi.yaml": api({ 400: shared, 404: shared }),
      "/responses.yaml": `Bad: ${nothing}\n`,
    };
    expect(places("error-response-required", twice)).toEqual(["paths /x get responses 400"]);
    const bare = { ...documents, "/parts/response.yaml": nothing };
    expect(places("error-response-required", bare)).toEqual(["paths /x get responses 400"]);
  });

  it.each([
    ["to a file that was not read", "none.yaml#/A"],
    ["to one that could not be read", "/not/read.yaml#/A"],
    ["to a key that is not there", "errors.yaml#/None"],
    ["to a key that an object only inherits", "errors.yaml#/toString"],
    ["into a text", "errors.yaml#/ErrorResponse/type/length"],
    ["into nothing", "errors.yaml#/Nothing/x"],
    ["to an anchor", "errors.yaml#ErrorResponse"],
    ["to a place behind nothing", "errors.yaml#/None/None"],
  ])("is none where the reference leads %s", (_what, ref) => {
    const documents = { "/openapi.yaml": api({ 400: `{ $ref: '${ref}' }` }), "/errors.yaml": problem };
    expect(run("error-response-required", contextOf(documents))).toEqual([
      {
        message: "The error response 400 of GET /x cannot be found: its reference leads nowhere.",
        path: ["paths", "/x", "get", "responses"],
      },
    ]);
  });

  it("stands in the root where another file leads back to it", () => {
    const documents = {
      "/openapi.yaml": api({ 400: "{ $ref: 'responses.yaml#/Bad' }" }, errorSchema("a, b, a")),
      "/responses.yaml": `Bad: ${body("{ $ref: 'openapi.yaml#/components/schemas/ErrorResponse' }")}\n`,
    };
    expect(places("error-code-unique", documents)).toEqual([
      "components schemas ErrorResponse properties code enum 2",
    ]);
  });

  it("is named by the first reference also where another leads to a part of what it leads to", () => {
    const items = `X: { get: { responses: { '400': ${nothing} } } }\n`;
    const whole = "  /x: { $ref: 'items.yaml#/X' }";
    const part = "  /y: { get: { responses: { '400': { $ref: 'items.yaml#/X/get/responses/400' } } } }";
    const found = (...paths: string[]) =>
      places("error-response-required", {
        "/openapi.yaml": document(paths.join("\n")),
        "/items.yaml": items,
      });
    expect(found(whole, part)).toEqual(["paths /x get responses 400"]);
    expect(found(part, whole)).toEqual(["paths /y get responses 400"]);
  });

  it("is one of the root document as it was read first, though it was read again", () => {
    const text = api({ 400: "{ $ref: '#/components/responses/Bad' }" });
    const context = contextOf({ "/openapi.yaml": `${text}components: { responses: { Bad: ${nothing} } }\n` });
    const again = { ...context.documentInventory.referencedDocuments, "/openapi.yaml": { data: {} } };
    const inventory = { ...context.documentInventory, referencedDocuments: again };
    expect(run("error-response-required", { ...context, documentInventory: inventory })).toEqual([
      {
        message: "The error response has no content: clients find no code in it.",
        path: ["components", "responses", "Bad"],
      },
    ]);
  });

  it("is the first where one pointer is the head of another only by its letters", () => {
    const documents = {
      "/openapi.yaml": api({
        400: "{ $ref: 'responses.yaml#/Bad' }",
        404: "{ $ref: 'responses.yaml#/BadToo' }",
      }),
      "/responses.yaml": `Bad: ${nothing}\nBadToo: ${nothing}\n`,
    };
    expect(places("error-response-required", documents)).toEqual([
      "paths /x get responses 400",
      "paths /x get responses 404",
    ]);
  });
});
