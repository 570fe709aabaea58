import { describe, expect, it } from "vitest";
import { complaints, type Documents, document } from "./complaints.js";

/** Places of responses that hold nothing, which is said of every operation. */
function places(given: string | Documents): string[] {
  return complaints("error-response-required", given).map(({ at }) => at);
}

const bare = "{ responses: { '400': { description: nothing } } }";

describe("operations", () => {
  it.each([["get"], ["put"], ["post"], ["delete"], ["options"], ["patch"], ["trace"], ["query"]])(
    "have the method %s",
    (method) => {
      expect(places(document(`  /x: { ${method}: ${bare}, parameters: [], summary: s }`))).toEqual([
        `${method.toUpperCase()} /x 400`,
      ]);
    },
  );

  it("with HEAD have no bodies, whatever their letters", () => {
    expect(places(document(`  /x: { head: ${bare}, additionalOperations: { Head: ${bare} } }`))).toEqual([]);
  });

  it("have further methods in OpenAPI 3.2", () => {
    const item = `{ additionalOperations: { Copy: ${bare}, LINK: 1 }, get: 1, other: ${bare} }`;
    expect(places(document(`  /x: ${item}`))).toEqual(["COPY /x 400"]);
  });

  it("stand at paths, which start with a slash, and at webhooks, which need not", () => {
    const webhooks = `webhooks:\n  made: { post: ${bare} }\n`;
    expect(places(document(`  /x: { get: ${bare} }\n  x-y: { get: ${bare} }`, webhooks))).toEqual([
      "GET /x 400",
      "webhook POST made 400",
    ]);
    expect(places(`openapi: 3.1.0\n${webhooks}`)).toEqual(["webhook POST made 400"]);
  });

  it("stand behind the reference of a path item too, beside which more may stand", () => {
    const text = document(
      `  /x: { $ref: '#/components/pathItems/X', put: ${bare} }\n  /y: { $ref: '#/nowhere', put: ${bare} }`,
      `components:\n  pathItems:\n    X: { get: ${bare} }\n`,
    );
    expect(places(text)).toEqual(["PUT /x 400", "GET /x 400", "PUT /y 400"]);
  });

  it("stand in callbacks, also in those of callbacks", () => {
    const inner = `{ responses: {}, callbacks: { again: { '{$url}/b': { put: ${bare} } } } }`;
    const operation = `{ responses: {}, callbacks: { done: { '{$url}': { post: ${inner} }, x-note: { get: ${bare} } } } }`;
    expect(places(document(`  /x: { get: ${operation} }`))).toEqual([
      "GET /x callback done POST {$url} callback again PUT {$url}/b 400",
    ]);
  });

  it("of a shared callback are listed once, at its component", () => {
    const operation = "{ responses: {}, callbacks: { done: { $ref: '#/components/callbacks/Done' } } }";
    const callbacks = `components:\n  callbacks:\n    Done: { '{$url}': { post: ${bare} } }\n    Alias: { $ref: '#/components/callbacks/Done' }\n`;
    expect(places(document(`  /x: { get: ${operation}, put: ${operation} }`, callbacks))).toEqual([
      "components/callbacks/Done POST {$url} 400",
    ]);
  });

  it("of shared callbacks that lead to one another are listed once, each at its component", () => {
    const lost =
      "{ responses: { '400': { $ref: '#/nowhere' } }, callbacks: { first: { $ref: '#/components/callbacks/First' } } }";
    const callbacks = `components:
  callbacks:
    First: { '{$url}': { post: { responses: {}, callbacks: { next: { $ref: '#/components/callbacks/Next' } } } } }
    Next: { '{$url}': { put: ${lost} } }
    Alias: { $ref: '#/components/callbacks/Next' }
`;
    expect(places(document("  {}", callbacks))).toEqual(["components/callbacks/Next PUT {$url} 400"]);
  });

  it.each([
    ["#/components/x-callbacks/Done", "components: { x-callbacks: { Done: CALLBACK } }"],
    ["#/x-shared/callbacks/Done", "x-shared: { callbacks: { Done: CALLBACK } }"],
    ["#/x-shared/x-callbacks/Done", "x-shared: { x-callbacks: { Done: CALLBACK } }"],
  ])("of a callback at %s, where no others are listed, are listed where they are used", (ref, more) => {
    const text = document(
      `  /x: { get: { responses: {}, callbacks: { done: { $ref: '${ref}' } } } }`,
      `${more.replace("CALLBACK", `{ '{$url}': { post: ${bare} } }`)}\n`,
    );
    expect(places(text)).toEqual(["GET /x callback done POST {$url} 400"]);
  });

  it("of a callback that is shared in another file or elsewhere are listed where they are used", () => {
    const used = (ref: string) => `{ responses: {}, callbacks: { done: { $ref: '${ref}' } } }`;
    const text = document(
      `  /x: { get: ${used("more.yaml#/components/callbacks/Done")}, put: ${used("#/x-callbacks/Done")}, post: ${used("#/nowhere")} }`,
      `x-callbacks:\n  Done: { '{$url}': { post: { responses: { '404': { description: nothing } } } } }\n`,
    );
    const more = `components:\n  callbacks:\n    Done: { '{$url}': { post: ${bare} } }\n`;
    expect(places({ "openapi.yaml": text, "more.yaml": more })).toEqual([
      "GET /x callback done POST {$url} 400",
      "PUT /x callback done POST {$url} 404",
    ]);
  });

  it("of callbacks end where callbacks lead in a circle", () => {
    const text = document(
      "  /x: { get: { responses: {}, callbacks: { a: { $ref: '#/x-callbacks/A' } } } }",
      `x-callbacks:
  A:
    '{$url}':
      post: { responses: { '400': { description: nothing } }, callbacks: { a: { $ref: '#/x-callbacks/A' } } }
`,
    );
    expect(places(text)).toEqual(["GET /x callback a POST {$url} 400"]);
    const own = complaints("error-response-retry-after", text.replace("'400'", "'429'"));
    expect(own.map(({ at }) => at)).toEqual(["GET /x callback a POST {$url} 429"]);
  });

  it("of callbacks are read four deep", () => {
    const nest = (depth: number): string =>
      `{ responses: { '40${depth}': { description: d } }${
        depth === 6 ? "" : `, callbacks: { c: { '{$url}': { post: ${nest(depth + 1)} } } }`
      } }`;
    expect(places(document(`  /x: { get: ${nest(0)} }`)).map((at) => at.slice(-3))).toEqual([
      "400",
      "401",
      "402",
      "403",
      "404",
    ]);
  });
});
