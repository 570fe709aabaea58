import { describe, expect, it } from "vitest";
import { api, body, complaints, type Documents, document, errorResponse, errorSchema } from "./complaints.js";

const nothing = "{ description: nothing }";

/** The error schemas that rules find in a document, by what they say about a response without any. */
function wanted(given: string | Documents, options = {}): string {
  const [found] = complaints("error-response-required", given, options).filter(
    ({ cause }) => cause === "no content",
  );
  return found?.message.replace("The error response has no content: ", "") ?? "";
}

const ref = (name: string) => body(`{ $ref: '#/components/schemas/${name}' }`);
const coded = (name: string, codes = "a, b") =>
  `    ${name}: { properties: { code: { type: string, enum: [${codes}] }, title: { type: string } } }\n`;
const plain = (name: string) => `    ${name}: { properties: { title: { type: string } } }\n`;

describe("the error schemas of a document", () => {
  it("are all that error responses reference and that carry a code, each named once, in order", () => {
    const text = api(
      { 400: ref("B"), 404: ref("A"), 409: ref("A"), 410: ref("Pet"), 500: nothing },
      coded("A") + coded("B") + coded("Unused") + plain("Pet"),
    );
    expect(wanted(text)).toBe("it must reference A or B.");
  });

  it("are counted where there are more than three", () => {
    const responses = { 400: ref("D"), 401: ref("C"), 403: ref("B"), 404: ref("A"), 500: nothing };
    const all = coded("A") + coded("B") + coded("C") + coded("D");
    expect(wanted(api(responses, all))).toBe("it must reference one of 4 error schemas (A, B, C, …).");
    const { 400: _, ...three } = responses;
    expect(wanted(api(three, all))).toBe("it must reference A or B or C.");
  });

  it("are none where no response has a body", () => {
    expect(wanted(api({ 400: nothing }))).toBe("clients find no code in it.");
  });

  it("are those behind inline parts and alternatives too", () => {
    const schema =
      "{ allOf: [{ oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }, { properties: { c: {} } }] }";
    expect(wanted(api({ 400: body(schema), 500: nothing }, coded("A") + coded("B")))).toBe(
      "it must reference A or B.",
    );
  });

  it("are none where a body has no schema, or one that cannot be found", () => {
    const bare = "{ description: d, content: { application/json: {} } }";
    expect(
      wanted(api({ 400: bare, 401: bare, 404: ref("A"), 409: ref("None"), 500: nothing }, coded("A"))),
    ).toBe("it must reference A.");
    expect(wanted(api({ 400: bare, 404: ref("None"), 500: nothing }))).toBe("clients find no code in it.");
  });

  it("are those that have one of several codes, however few fields they have", () => {
    const schemas = `    A: { properties: { code: { enum: [a, b] } } }
    B: { properties: { error: { properties: { code: { enum: [c, d] } } } } }
    C: { properties: { fault: { properties: { code: { enum: [e, f] } } } } }
    Number: { properties: { code: { type: object } } }
    Kind: { properties: { state: { enum: [on, off] } } }
`;
    const responses = { 400: ref("A"), 401: ref("B"), 402: ref("C"), 403: ref("Number"), 404: ref("Kind") };
    expect(wanted(api({ ...responses, 500: nothing }, schemas))).toBe("it must reference A or B or C.");
  });

  it("are inline ones only where no named one is", () => {
    const inline = body("{ properties: { code: { enum: [a, b] } } }");
    expect(wanted(api({ 400: inline, 500: nothing }))).toBe("it must reference schema.");
    expect(wanted(api({ 400: inline, 404: ref("A"), 500: nothing }, coded("A")))).toBe(
      "it must reference A.",
    );
  });

  it("are also the one that most responses reference, though it carries no code", () => {
    const most = { 400: ref("Plain"), 401: ref("Plain"), 404: ref("A"), 500: nothing };
    expect(wanted(api(most, coded("A") + plain("Plain")))).toBe("it must reference A or Plain.");
    const { 401: _, ...few } = most;
    expect(wanted(api(few, coded("A") + plain("Plain")))).toBe("it must reference A.");
    const { 404: __, ...none } = most;
    expect(wanted(api({ ...none, 404: ref("A"), 405: ref("A") }, coded("A") + plain("Plain")))).toBe(
      "it must reference A.",
    );
  });

  it("are not the one that most responses reference, where no fewer reference those that carry codes", () => {
    const responses = { 400: ref("A"), 401: ref("B"), 402: ref("Plain"), 403: ref("Plain"), 500: nothing };
    expect(wanted(api(responses, coded("A") + coded("B") + plain("Plain")))).toBe(
      "it must reference A or B.",
    );
    const errors = { 400: ref("A"), 401: ref("A"), 402: ref("PlainError"), 500: nothing };
    expect(wanted(api(errors, coded("A") + plain("PlainError")))).toBe("it must reference A.");
  });

  it("are those with the open code that the option `code` names, where nothing lists it", () => {
    const kinded = "    Kinded: { properties: { kind: { type: string }, title: { type: string } } }\n";
    const text = api({ 400: ref("Kinded"), 404: ref("Plain"), 500: nothing }, kinded + plain("Plain"));
    expect(wanted(text, { code: "kind" })).toBe("it must reference Kinded.");
  });

  it("are not the others that are named like errors, where some carry codes", () => {
    const responses = {
      400: ref("Plain"),
      401: ref("Plain"),
      402: ref("Plain"),
      403: ref("OtherError"),
      404: ref("A"),
      500: nothing,
    };
    expect(wanted(api(responses, coded("A") + plain("Plain") + plain("OtherError")))).toBe(
      "it must reference A or Plain.",
    );
  });

  it("are the commonest and those named like errors, where none carries a code", () => {
    const names = ["MyErr", "Problem", "SoapFault", "AnyException", "Failed", "Pet"];
    const responses = Object.fromEntries(names.map((name, index) => [400 + index, ref(name)]));
    const found = (name: string) =>
      wanted(
        api(
          { ...responses, 420: ref("Common"), 421: ref("Common"), 422: ref(name), 500: nothing },
          [...names, "Common"].map(plain).join(""),
        ),
      );
    expect(found("Common")).toBe(
      "it must reference one of 6 error schemas (AnyException, Common, Failed, …).",
    );
    const few = api(
      { 400: ref("Pet"), 404: ref("Problem"), 409: ref("Pet"), 500: nothing },
      plain("Pet") + plain("Problem"),
    );
    expect(wanted(few)).toBe("it must reference Pet or Problem.");
  });

  it("are the first by name of those that are as common as each other", () => {
    const schemas = plain("B") + plain("A") + plain("C");
    expect(wanted(api({ 400: ref("B"), 404: ref("A"), 409: ref("C"), 500: nothing }, schemas))).toBe(
      "it must reference A.",
    );
    expect(wanted(api({ 400: ref("A"), 404: ref("B"), 409: ref("C"), 500: nothing }, schemas))).toBe(
      "it must reference A.",
    );
  });

  it("are none that describe no body, and none that are inline, where none carries a code", () => {
    const schemas =
      "    Error: {}\n    Other: { type: object }\n    Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }] }\n";
    expect(
      wanted(api({ 400: ref("Error"), 404: ref("Error"), 409: ref("Loop"), 500: nothing }, schemas)),
    ).toBe("clients find no code in it.");
    const inline = body("{ properties: { title: { type: string } } }");
    expect(wanted(api({ 400: inline, 404: inline, 500: nothing }))).toBe("clients find no code in it.");
  });

  it.each([
    ["has a list", "{ type: array, items: {} }"],
    ["has properties behind a reference", "{ allOf: [{ $ref: '#/components/schemas/Base' }] }"],
    ["has properties in an alternative", "{ oneOf: [{ type: string }, { properties: {} }] }"],
  ])("may be one without a code that %s", (_what, schema) => {
    const text = api({ 400: ref("Body"), 500: nothing }, `    Body: ${schema}\n${plain("Base")}`);
    expect(wanted(text)).toBe("it must reference Body.");
  });

  it("are not those that callbacks alone use", () => {
    const callbacks = `callbacks: { done: { '{$url}': { post: { responses: { '400': ${ref("B")}, '404': ${ref("B")} } } } } }`;
    const text = (other: string) =>
      document(
        `  /x: { get: { responses: { '400': ${ref("A")}, '500': ${nothing}, ${other} }, ${callbacks} } }`,
        `components:\n  schemas:\n${coded("A")}${coded("B")}`,
      );
    expect(wanted(text(""))).toBe("it must reference A.");
    expect(wanted(text(`'404': ${ref("B")}`))).toBe("it must reference A or B.");
  });

  it("are those of a shared response that a callback and an operation use", () => {
    const shared = "{ $ref: '#/components/responses/Bad' }";
    const callbacks = `callbacks: { done: { '{$url}': { post: { responses: { '400': ${shared} } } } } }`;
    const text = document(
      `  /x: { get: { responses: { '400': ${shared}, '500': ${nothing} }, ${callbacks} } }`,
      `components:\n  responses:\n    Bad: ${ref("A")}\n  schemas:\n${plain("A")}`,
    );
    expect(wanted(text)).toBe("it must reference A.");
  });

  it("are called by the names of their files, where they are whole files", () => {
    const called = (file: string) =>
      wanted({
        "openapi.yaml": api({ 400: body(`{ $ref: '${file}' }`), 500: nothing }),
        [file]: "properties: { code: { enum: [a, b] } }\n",
      });
    expect(called("parts/Problem.yaml")).toBe("it must reference Problem.");
    expect(called("Fault.JSON")).toBe("it must reference Fault.");
    expect(called("a/b/Oops.yml")).toBe("it must reference Oops.");
    expect(called("my.json.yaml")).toBe("it must reference my.json.");
  });

  it("hold the code as an open string too, as long as it is the code of the document", () => {
    const schemas = "    Open: { properties: { code: { type: string }, message: { type: string } } }\n";
    expect(
      wanted(api({ 400: ref("Open"), 404: ref("A"), 409: ref("A"), 500: nothing }, schemas + coded("A"))),
    ).toBe("it must reference A or Open.");
    const number = "    Other: { properties: { code: { type: object }, message: { type: string } } }\n";
    expect(
      wanted(api({ 400: ref("Other"), 404: ref("A"), 409: ref("A"), 500: nothing }, number + coded("A"))),
    ).toBe("it must reference A.");
  });
});

describe("error schemas that options name", () => {
  const schemas = coded("A") + coded("B") + plain("Plain") + plain("Unused");
  const text = api({ 400: ref("A"), 404: ref("B"), 410: ref("Plain"), 500: nothing }, schemas);

  it.each([
    [["B"], "it must reference B."],
    [["Plain", "A"], "it must reference A or Plain."],
    [["Unused"], "it must reference Unused."],
    [["#/components/schemas/Plain"], "it must reference Plain."],
    [["None"], "clients find no code in it."],
    [[], "it must reference A or B."],
  ])("are %j alone", (names, message) => {
    expect(wanted(text, { schemas: names })).toBe(message);
  });

  it("may stand in other files", () => {
    const documents = {
      "openapi.yaml": api(
        { 400: body("{ $ref: 'e.yaml#/Problem' }"), 404: ref("A"), 500: nothing },
        coded("A"),
      ),
      "e.yaml": "Problem: { properties: { code: { enum: [a, b] } } }\n",
    };
    expect(wanted(documents, { schemas: ["e.yaml#/Problem"] })).toBe("it must reference Problem.");
  });

  it("are those that carry the code at the path that the option `code` gives, and no others", () => {
    const nested = "    Nested: { properties: { error: { properties: { code: { enum: [x, y] } } } } }\n";
    const more = api(
      {
        400: ref("Plain"),
        401: ref("Plain"),
        402: ref("Plain"),
        404: ref("A"),
        410: ref("Nested"),
        500: nothing,
      },
      coded("A") + nested + plain("Plain"),
    );
    expect(wanted(more, { code: "error.code" })).toBe("it must reference Nested.");
    expect(wanted(more, { code: "code" })).toBe("it must reference A.");
    expect(wanted(more, { code: "none" })).toBe("clients find no code in it.");
  });
});

describe("a code that is not enumerated", () => {
  const id = "error-code-enumerated";
  const open = errorSchema("a").replace("enum: [a]", "minLength: 1");
  const message =
    "code admits any value, so nothing tells clients which codes exist: list them in an enum, or say that more may come with x-extensible-enum.";

  it("is found once where it is declared, however many responses carry it", () => {
    expect(complaints(id, api({ 400: body(errorResponse), 404: body(errorResponse) }, open))).toEqual([
      {
        at: "components/schemas/ErrorResponse/properties/code",
        where: "#/components/schemas/ErrorResponse/properties/code",
        cause: "code is not enumerated",
        message,
      },
    ]);
  });

  it("is found in other files, by the file's name", () => {
    const documents = {
      "openapi.yaml": api({ 400: body("{ $ref: 'e.yaml#/Problem' }") }),
      "e.yaml": "Problem: { properties: { code: { type: string }, message: { type: string } } }\n",
    };
    expect(complaints(id, documents)).toEqual([
      {
        at: "e.yaml#/Problem/properties/code",
        where: "e.yaml#/Problem/properties/code",
        cause: "code is not enumerated",
        message,
      },
    ]);
  });

  it("is found in inline bodies too, each, but not in those of callbacks, nor where it is listed", () => {
    const inline = body("{ properties: { code: { type: string }, message: { type: string } } }");
    const listed = body("{ properties: { code: { const: a }, message: { type: string } } }");
    const callbacks = `callbacks: { done: { '{$url}': { post: { responses: { '400': ${inline} } } } } }`;
    const text = document(
      `  /x: { get: { responses: { '400': ${inline}, '404': ${inline}, '500': { description: d, content: { application/json: {} } } }, ${callbacks} } }`,
    );
    const path = (status: string) =>
      `paths//x/get/responses/${status}/content/application/json/schema/properties/code`;
    expect(complaints(id, text).map(({ at }) => at)).toEqual([path("400"), path("404")]);
    const mixed = api({ 400: listed, 404: inline, 409: inline });
    expect(complaints(id, mixed, { code: "code" }).map(({ at }) => at)).toEqual([]);
  });

  it("is found in an inline body beside the error schemas that have names", () => {
    const inline = body("{ properties: { code: { type: string }, message: { type: string } } }");
    const shared = "{ $ref: '#/components/responses/Shared' }";
    const done = (response: string) =>
      `callbacks: { done: { '{$url}': { post: { responses: { '409': ${response} } } } } }`;
    const text = (callback: string, more: string) =>
      `${document(
        `  /x: { get: { responses: { '400': ${body(errorResponse)}, '401': ${body(errorResponse)}${more} }, ${done(callback)} } }`,
        `components:\n  schemas:\n${open}`,
      )}  responses:\n    Shared: ${inline}\n`;
    const named = "components/schemas/ErrorResponse/properties/code";
    const own = "content/application/json/schema/properties/code";
    const found = (callback: string, more: string) =>
      complaints(id, text(callback, more)).map(({ at }) => at);
    expect(found(inline, `, '404': ${inline}`)).toEqual([named, `paths//x/get/responses/404/${own}`]);
    expect(found(shared, "")).toEqual([named]);
    expect(found(shared, `, '404': ${shared}`)).toEqual([named, `components/responses/Shared/${own}`]);
  });

  it("is not one that is no string, nor one that is not there", () => {
    const schemas = `${open}    Other: { properties: { code: { type: object }, message: { type: string } } }
    Titled: { properties: { title: { type: string } } }
`;
    const text = api(
      {
        400: body(errorResponse),
        401: body(errorResponse),
        404: ref("Other"),
        409: ref("Titled"),
        410: body("{ properties: { code: { type: object } } }"),
      },
      schemas,
    );
    expect(complaints(id, text).map(({ at }) => at)).toEqual([
      "components/schemas/ErrorResponse/properties/code",
    ]);
  });

  it("is none where the document lists its codes, or holds none", () => {
    expect(complaints(id, api({ 400: body(errorResponse) }, errorSchema("a, b")))).toEqual([]);
    expect(complaints(id, api({ 400: body("{ properties: { title: { type: string } } }") }))).toEqual([]);
    expect(complaints(id, "[]")).toEqual([]);
  });

  it("is that at the path of the option `code`, where nothing is listed", () => {
    const text = api({ 400: body("{ properties: { kind: { type: string }, code: { enum: [a, b] } } }") });
    expect(complaints(id, text, { code: "kind" }).map(({ cause }) => cause)).toEqual([
      "kind is not enumerated",
    ]);
    expect(complaints(id, text, { code: "code" })).toEqual([]);
  });
});
