import { describe, expect, it } from "vitest";
import type { Options } from "../../rules/rule.js";
import { api, body, complaints, document, errorResponse, errorSchema } from "./complaints.js";

const at = "#/components/schemas/ErrorResponse/properties/code";

/** A document whose catalog holds these codes; `more` stands beside them in the schema of the code. */
function listing(codes: string, more = ""): string {
  return api({ 400: body(errorResponse) }, errorSchema(codes, more));
}

describe("the spelling of codes", () => {
  const id = "error-code-format";
  const odd = (codes: string, options: Options = {}) =>
    complaints(id, listing(codes), options).map(({ message }) => message);

  it("is told with the code, the convention and its reason, at the code", () => {
    expect(complaints(id, listing("not_found, too_large, inUse"))).toEqual([
      {
        at: "inUse",
        where: `${at}/enum/2`,
        cause: "not snake_case",
        message: "Code inUse is not snake_case, as most codes are.",
      },
    ]);
  });

  it.each([
    ["snake_case", ["a_b", "a", "a1_2b"], ["A_b", "_a", "a_", "a__b", "1a", "a-b", "aB"]],
    ["SCREAMING_SNAKE_CASE", ["A_B", "A", "A1_2B"], ["A_b", "_A", "A_", "A__B", "1A", "A-B"]],
    ["kebab-case", ["a-b", "a", "a1-2b"], ["A-b", "-a", "a-", "a--b", "1a", "a_b"]],
    ["SCREAMING-KEBAB-CASE", ["A-B", "A", "A1-2B"], ["A-b", "-A", "A-", "A--B", "1A", "A_B"]],
    ["camelCase", ["aB", "a", "aB1"], ["AB", "a_b", "1a", "a-b"]],
    ["PascalCase", ["Ab", "A", "AbC1"], ["ab", "A_b", "1A", "A-b"]],
    ["dot.case", ["a.b", "a", "a_b.c1", "a.1"], ["A.b", ".a", "a.", "a..b", "1.a", "a-b"]],
    ["SCREAMING.DOT_CASE", ["A.B", "A", "A_B.C1", "A.1"], ["A.b", ".A", "A.", "A..B", "1.A", "A-B"]],
    ["lower case words", ["a b", "a", "a1 2b"], ["A b", "a  b", "1a", "a_b", "a B"]],
    ["Capitalized words", ["A b", "Ab", "A1 B c"], ["a b", "A  b", "1A", "A_b"]],
    ["digits", ["1", "042"], ["1a", "a1", "1 2"]],
  ])("by %s admits %j and not %j", (convention, good, bad) => {
    const written = [...good, ...bad].map((code) => `'${code}'`).join(", ");
    const message = (code: string) => `Code ${code} is not ${convention}.`;
    expect(odd(written, { convention })).toEqual(bad.map(message));
  });

  it.each([
    ["snake_case", "a_b, c_d, e_f, X-y", "X-y"],
    ["SCREAMING_SNAKE_CASE", "A_B, C_D, E_F, x-y", "x-y"],
    ["kebab-case", "a-b, c-d, e-f, x_y", "x_y"],
    ["SCREAMING-KEBAB-CASE", "A-B, C-D, E-F, x_y", "x_y"],
    ["camelCase", "aB, cD, eF, x_y", "x_y"],
    ["PascalCase", "AbC, CdE, EfG, x_y", "x_y"],
    ["dot.case", "a.b, c.d, e.f, x-y", "x-y"],
    ["SCREAMING.DOT_CASE", "A.B, C.D, E.F, x-y", "x-y"],
    ["lower case words", "a b, c d, e f, x_y", "x_y"],
    ["Capitalized words", "A b, C d, E f, x_y", "x_y"],
    ["digits", "'1', '2', '3', x_y", "x_y"],
  ])("is %s where most codes follow it: %s", (convention, codes, code) => {
    expect(odd(codes)).toEqual([`Code ${code} is not ${convention}, as most codes are.`]);
  });

  it("is the narrower convention unless a wider one fits many more", () => {
    const some = Array.from({ length: 10 }, (_, index) => `a${index}_b`);
    const dotted = (count: number) => Array.from({ length: count }, (_, index) => `a${index}.b`);
    expect(odd([...some, ...dotted(1)].join(", "))).toEqual([
      "Code a0.b is not snake_case, as most codes are.",
    ]);
    expect(odd([...some, ...dotted(2)].join(", "))).toEqual([]);
  });

  it("has no convention where no more than half follow one, which is said once", () => {
    const wanted = {
      at: "code",
      where: at,
      cause: "no convention",
      message: "The 4 codes of code follow no one convention; no spelling fits more than half of them.",
    };
    expect(complaints(id, listing("a_b, c_d, E-F, G.H"))).toEqual([wanted]);
    expect(complaints(id, listing("a_b, c_d, E-F, G.H"), { exempt: ["a_b", "c_d"] })).toEqual([wanted]);
    expect(complaints(id, listing("a_b, E-F"), { exempt: ["a_b", "E-F"] })).toEqual([]);
    expect(odd("a_b, E-F")).toEqual([
      "The 2 codes of code follow no one convention; no spelling fits more than half of them.",
    ]);
    expect(odd("a_B")).toEqual([]);
  });

  it("is the one of six codes of eleven, which is more than half", () => {
    const others = ["E-F", "G.H", "I_j", "K-l", "M.n"];
    expect(odd(["a_b", "c_d", "e_f", "g_h", "i_j", "k_l", ...others].join(", "))).toEqual(
      others.map((code) => `Code ${code} is not snake_case, as most codes are.`),
    );
  });

  it("does not matter for codes that are exempt, nor for texts of more than 256 characters", () => {
    expect(odd("a_b, c_d, E-F", { exempt: ["E-F"] })).toEqual([]);
    expect(odd(`a_b, c_d, e_f, g_h, i_j, k_l, ${"E".repeat(257)}`)).toEqual([]);
    expect(odd(`a_b, c_d, e_f, g_h, i_j, k_l, ${"E".repeat(256)}`)).toHaveLength(1);
  });

  it("may be given by a pattern, which comes before a convention", () => {
    const options = { pattern: "^E[0-9]+$", convention: "kebab-case" };
    expect(complaints(id, listing("E1, e2"), options)).toEqual([
      {
        at: "e2",
        where: `${at}/enum/1`,
        cause: "not what the pattern ^E[0-9]+$ admits",
        message: "Code e2 is not what the pattern ^E[0-9]+$ admits.",
      },
    ]);
  });
});

describe("codes that are the same", () => {
  const id = "error-code-unique";

  it("are found where the second is listed", () => {
    expect(complaints(id, listing("a, b, a"))).toEqual([
      { at: "a", where: `${at}/enum/2`, cause: "listed twice", message: "Code a is listed twice." },
    ]);
  });

  it("are found where they differ only in case or separators", () => {
    const message = (code: string) =>
      `Code ${code} differs from not_found only in case or separators; clients will mix them up.`;
    const cause = "differ only in case or separators";
    expect(complaints(id, listing("not_found, NotFound, not-found2, nOt-fO.und"))).toEqual([
      { at: "NotFound", where: `${at}/enum/1`, cause, message: message("NotFound") },
      { at: "nOt-fO.und", where: `${at}/enum/3`, cause, message: message("nOt-fO.und") },
    ]);
  });

  it("are not those that differ in a letter or a digit of any script", () => {
    expect(complaints(id, listing("a_1, a_2, б_1, б_2, a, maß, mass"))).toEqual([]);
  });
});

describe.each([
  ["error-code-described", "description"],
  ["error-code-grouped", "group"],
])("%s", (id, what) => {
  it("names each code that has none where others have one", () => {
    const notes = `x-error-codes: { b: { ${what}: text } }`;
    expect(complaints(id, listing("a, b, c", notes))).toEqual(
      ["a", "c"].map((code, index) => ({
        at: code,
        where: `${at}/enum/${index * 2}`,
        cause: `no ${what}`,
        message: `Code ${code} has no ${what}, though others have one.`,
      })),
    );
  });

  it("takes what any of several lists says about a code", () => {
    const lists = `    A: { properties: { code: { enum: [a, b], x-error-codes: { a: { ${what}: t } } } } }
    B: { properties: { code: { enum: [a, b], x-error-codes: { b: { ${what}: u } } } } }
`;
    const refs = {
      400: body("{ $ref: '#/components/schemas/A' }"),
      404: body("{ $ref: '#/components/schemas/B' }"),
    };
    expect(complaints(id, api(refs, lists))).toEqual([]);
  });

  it("names the catalog where no code has one", () => {
    expect(complaints(id, listing("a, b"))).toEqual([
      {
        at: "code",
        where: at,
        cause: `no ${what}s`,
        message: `None of the 2 codes of code has a ${what}.`,
      },
    ]);
  });

  it("is content where each has one, and where there are no codes", () => {
    expect(
      complaints(id, listing("a, b", `x-error-codes: { a: { ${what}: t }, b: { ${what}: u } }`)),
    ).toEqual([]);
    expect(complaints(id, api({ 400: "{ description: d }" }))).toEqual([]);
    expect(complaints(id, "[]")).toEqual([]);
  });

  it("judges the catalog that the option `code` names", () => {
    const schema = "{ properties: { code: { enum: [a, b] }, kind: { type: string, enum: [k, l] } } }";
    expect(complaints(id, api({ 400: body(schema) }), { code: "kind" }).map((each) => each.at)).toEqual([
      "kind",
    ]);
  });
});

describe("the statuses of codes", () => {
  const id = "error-code-status";
  const notes = "x-error-codes: { a: { statuses: [400, 404] }, b: { statuses: ['5XX'] } }";
  const given = (responses: Readonly<Record<string, string>>, more = notes) =>
    complaints(id, api(responses, errorSchema("a, b, c", more)));
  const documented = `${at}/x-error-codes`;
  const carrying = (code: string) =>
    body(`{ allOf: [${errorResponse}, { properties: { code: { const: ${code} } } }] }`);
  const showing = (code: string) => body(errorResponse, `example: { error: no, code: ${code} }`);
  const whole = body(errorResponse);

  it("are said to be undeclared where no operation has them, at the note", () => {
    expect(given({ 409: whole })).toEqual([
      {
        at: "a",
        where: `${documented}/a/statuses`,
        cause: "documented with an undeclared status",
        message: "Code a is documented with 400, 404, which no operation declares.",
      },
      {
        at: "b",
        where: `${documented}/b/statuses`,
        cause: "documented with an undeclared status",
        message: "Code b is documented with 5XX, which no operation declares.",
      },
    ]);
  });

  it.each([
    ["400, 404 and one of the range", ["400", "404", "503"]],
    ["ranges", ["4XX", "5XX"]],
    ["a default", ["default"]],
  ])("are declared by %s", (_what, statuses) => {
    expect(given(Object.fromEntries(statuses.map((status) => [status, whole])))).toEqual([]);
  });

  it("are declared where one is documented with `default`", () => {
    expect(given({ 409: whole }, "x-error-codes: { a: { statuses: [default] } }")).toEqual([]);
  });

  it.each([
    ["404", "4XX", true],
    ["404", "4xx", true],
    ["4xx", "404", true],
    ["4XX", "4xx", true],
    ["404", "405", false],
    ["504", "4XX", false],
    ["5XX", "404", false],
    ["4040", "4XX", false],
    ["4x404", "4XX", false],
    ["404", "44XX", false],
    ["404", "4XXa", false],
    ["4XX", "4404", false],
    ["4XX", "44040", false],
    ["4XX", "4040", false],
    ["Default", "default", true],
  ])("are declared by a response %s, as %s: %s", (declared, documented, agrees) => {
    const found = given({ [declared]: whole }, `x-error-codes: { a: { statuses: ['${documented}'] } }`);
    expect(found).toHaveLength(agrees ? 0 : 1);
  });

  it.each([
    ["first", "a: { statuses: [410] }", "a: { statuses: [411] }", "A"],
    ["only", "a: { group: g }", "a: { statuses: [410] }", "B"],
  ])("are said to be undeclared at the %s list that notes any", (_what, a, b, name) => {
    const list = (name: string, notes: string) =>
      `    ${name}: { properties: { code: { enum: [a, b], x-error-codes: { ${notes} } } } }\n`;
    const refs = {
      400: body("{ $ref: '#/components/schemas/A' }"),
      404: body("{ $ref: '#/components/schemas/B' }"),
    };
    const [found] = complaints(id, api(refs, list("A", a) + list("B", b)));
    expect(found?.where).toBe(`#/components/schemas/${name}/properties/code/x-error-codes/a/statuses`);
  });

  it("are said to be undeclared at the list that notes them, where there are several", () => {
    const lists = `    A: { properties: { code: { enum: [a, b] } } }
    B: { properties: { code: { enum: [a, c], x-error-codes: { a: { statuses: [410] } } } } }
`;
    const refs = {
      400: body("{ $ref: '#/components/schemas/A' }"),
      404: body("{ $ref: '#/components/schemas/B' }"),
    };
    expect(complaints(id, api(refs, lists)).map(({ at, where }) => [at, where])).toEqual([
      ["a", "#/components/schemas/B/properties/code/x-error-codes/a/statuses"],
      ["GET /x 400 a", "#/paths/~1x/get/responses/400"],
      ["GET /x 404 a", "#/paths/~1x/get/responses/404"],
    ]);
  });

  it("are of no account where no operation declares any error", () => {
    const alone =
      "    ErrorCode: { type: string, enum: [a, b], x-error-codes: { a: { statuses: [404] } } }\n";
    const text = document("  {}", `components:\n  schemas:\n${alone}`);
    expect(complaints("error-code-grouped", text)).toHaveLength(1);
    expect(complaints(id, text)).toEqual([]);
  });

  it("are of no account where no code has any", () => {
    expect(given({ 409: showing("a") }, "x-error-codes: { a: { group: g } }")).toEqual([]);
  });

  const used = (code: string, statuses: string, documentedWith: string) => ({
    cause: "used with an undocumented status",
    message: `Code ${code} is used with ${statuses}, but documented with ${documentedWith}.`,
  });
  const declared = { 400: whole, 404: whole, 500: whole };
  const response = "#/paths/~1x/get/responses/409";

  it("contradict a response whose schema carries the code alone", () => {
    expect(given({ ...declared, 409: carrying("a") })).toEqual([
      { at: "GET /x 409 a", where: response, ...used("a", "409", "400, 404") },
    ]);
  });

  it("contradict a response whose example shows the code, once", () => {
    const example = `${response}/content/application~1json/example`;
    expect(given({ ...declared, 409: showing("b") })).toEqual([
      { at: "GET /x 409 b", where: example, ...used("b", "409", "5XX") },
    ]);
    const both = body(
      `{ allOf: [${errorResponse}, { properties: { code: { const: a } } }] }`,
      "example: { code: a }",
    );
    expect(given({ ...declared, 409: both }).map(({ where }) => where)).toEqual([response]);
  });

  it("do not contradict a response that may carry any code, nor one under a status that fits", () => {
    expect(given({ ...declared, 409: whole })).toEqual([]);
    expect(
      given({
        ...declared,
        "4XX": carrying("a"),
        503: carrying("b"),
        default: carrying("b"),
        400: showing("a"),
      }),
    ).toEqual([]);
    expect(given({ ...declared, 409: carrying("c"), 410: showing("d") })).toEqual([]);
  });

  it("are named once each, in order, where operations share the response", () => {
    const shared = "{ $ref: '#/components/responses/Bad' }";
    const statuses = ["410", "400"].map((status) => `'${status}': ${shared}`).join(", ");
    const text = document(
      `  /x: { get: { responses: { ${statuses} } }, put: { responses: { '409': ${shared}, '404': ${whole}, '500': ${whole} } } }`,
      `components:\n  responses:\n    Bad: ${carrying("a")}\n  schemas:\n${errorSchema("a, b, c", notes)}`,
    );
    expect(complaints(id, text)).toEqual([
      {
        at: "components/responses/Bad a",
        where: "#/components/responses/Bad",
        ...used("a", "409, 410", "400, 404"),
      },
    ]);
  });
});

describe("several catalogs", () => {
  it("are judged each by itself, with all lists of one as one", () => {
    const text = api(
      {
        400: body("{ $ref: '#/components/schemas/A' }"),
        404: body("{ $ref: '#/components/schemas/B' }"),
        500: body("{ $ref: '#/components/schemas/C' }"),
      },
      `    A: { properties: { code: { enum: [in_use, gone_too] } } }
    B: { properties: { code: { enum: [in_use, InUse] } } }
    C: { properties: { error: { properties: { code: { enum: [InUse, GoneToo] } } } } }
`,
    );
    expect(complaints("error-code-unique", text).map((each) => each.at)).toEqual(["InUse"]);
    expect(complaints("error-code-format", text).map(({ message }) => message)).toEqual([
      "Code InUse is not snake_case, as most codes are.",
    ]);
    expect(complaints("error-code-grouped", text).map(({ message, where }) => [message, where])).toEqual([
      ["None of the 3 codes of code has a group.", "#/components/schemas/A/properties/code"],
      [
        "None of the 2 codes of error.code has a group.",
        "#/components/schemas/C/properties/error/properties/code",
      ],
    ]);
  });

  it("count what schemas declare, not what examples alone show", () => {
    const text = api({
      400: body("{ properties: { title: {} } }", "example: { code: a_b }"),
      404: body("{ properties: { title: {} } }", "example: { code: c_d }"),
    });
    expect(complaints("error-code-grouped", text)).toEqual([]);
  });
});
