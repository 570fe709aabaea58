import { describe, expect, test } from "vitest";
import { extract } from "../../src/catalog/extract.js";
import { body, extractFrom, type Json, json, ref, things } from "./document.js";
import { loadFiles } from "./load.js";

const failing = ["not_found", "rate_limited"];

/** Why each property is no catalog, null where it is one; in responses with these bodies. */
async function verdicts(bodies: Json, schemas: Json = {}): Promise<Json> {
  const { explanation } = await extractFrom(things(bodies, { schemas }));
  return Object.fromEntries(explanation.candidates.map(({ path, against }) => [path, against]));
}

/** A schema nested in properties: `error.code`, `errors[].code`, `errors.*.code`. */
function at(path: string, schema: unknown): Json {
  const [head = "", ...rest] = path.split(".");
  const inner = rest.length === 0 ? schema : at(rest.join("."), schema);
  if (head === "*") return { additionalProperties: inner };
  return head.endsWith("[]")
    ? { properties: { [head.slice(0, -2)]: { type: "array", items: inner } } }
    : { properties: { [head]: inner } };
}

describe("the explanation", () => {
  test("says what was looked at, and what speaks for every candidate", async () => {
    const ErrorResponse = body({
      code: { enum: ["not_found", "sandwich"] },
      shade: { enum: ["dark", "light"] },
    });
    const { explanation } = await extractFrom(
      things(
        { 404: ref("ErrorResponse"), 409: ref("ErrorResponse"), 200: {} },
        { schemas: { ErrorResponse } },
      ),
    );
    const place = { file: "openapi.json" };
    expect(explanation).toEqual({
      document: "openapi",
      operations: 1,
      errorResponses: 2,
      how: "properties of the bodies of error responses",
      candidates: [
        {
          path: "code",
          codes: 2,
          sample: ["not_found", "sandwich"],
          responses: 2,
          score: 16.8,
          evidence: [
            "named `code`",
            "in 2 error responses",
            "declared by `ErrorResponse`",
            "beside a message",
            "50 % of its values speak of failures",
          ],
          taken: true,
          against: null,
          sites: [{ ...place, pointer: "#/components/schemas/ErrorResponse/properties/code" }],
        },
        {
          path: "shade",
          codes: 2,
          sample: ["dark", "light"],
          responses: 2,
          score: 5.8,
          evidence: [
            "named `shade`",
            "in 2 error responses",
            "declared by `ErrorResponse`",
            "beside a message",
          ],
          taken: false,
          against: "`shade` is no name for error codes",
          sites: [{ ...place, pointer: "#/components/schemas/ErrorResponse/properties/shade" }],
        },
      ],
    });
  });

  test("has a score also for what holds no code", async () => {
    const { explanation } = await extractFrom(things({ 404: at("code", { enum: [true, false] }) }));
    expect(explanation.candidates).toMatchObject([
      {
        path: "code",
        codes: 0,
        score: 10.5,
        evidence: ["named `code`", "in 1 error response"],
        against: "none of its values can be a code",
      },
    ]);
  });

  test("does not name what has a list of nothing", async () => {
    for (const schema of [{ enum: ["", null] }, { const: "" }, { "x-extensible-enum": [null] }])
      expect((await extractFrom(things({ 404: at("code", schema) }))).explanation.candidates).toEqual([]);
  });

  test("shows five codes of a long list, and names the error around it", async () => {
    const codes = ["a", "b", "c", "d", "e", "f"].map((letter) => `${letter}_failed`);
    const { explanation } = await extractFrom(
      things({ 404: at("data.errors[].error_code", { enum: codes }) }),
    );
    expect(explanation.candidates).toMatchObject([
      {
        path: "data.errors[].error_code",
        codes: 6,
        sample: codes.slice(0, 5),
        score: 18.5,
        evidence: [
          "named `error_code`",
          "in 1 error response",
          "inside `errors`",
          "100 % of its values speak of failures",
        ],
      },
    ]);
  });

  test("calls a list of lists by the name of the property that holds it", async () => {
    const codes = { type: "array", items: { type: "array", items: { enum: failing } } };
    const { explanation } = await extractFrom(things({ 404: { properties: { codes } } }));
    expect(explanation.candidates.map(({ path, evidence }) => [path, evidence[0]])).toEqual([
      ["codes[][]", "named `codes`"],
    ]);
  });

  test("counts a file of its own as the name of a schema, and no longer grows with the responses", async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [400 + index, ref("E")]));
    const { explanation } = await extractFrom(
      things(
        {},
        {
          schemas: { E: at("code", { enum: ["alpha"] }) },
          paths: Object.fromEntries(
            [1, 2, 3].map((index) => [
              `/v1/${index}`,
              {
                get: {
                  responses: Object.fromEntries(
                    Object.keys(many)
                      .slice(0, 100)
                      .map((status) => [status, json(ref("E"))]),
                  ),
                },
              },
            ]),
          ),
        },
      ),
    );
    expect(explanation.candidates).toMatchObject([
      { responses: 300, score: 14, evidence: ["named `code`", "in 300 error responses"] },
    ]);
  });
});

test("a file that is a schema is known by its name, whatever its folder and ending", async () => {
  const document = things({ 404: { $ref: "errors/v1/fault.report.yaml" }, 409: { $ref: "codes/list.yaml" } });
  const spec = await loadFiles({
    "openapi.json": JSON.stringify(document),
    "errors/v1/fault.report.yaml": "properties: { code: { enum: [alpha] } }",
    "codes/list.yaml": "properties: { error_code: { enum: [alpha] } }",
  });
  const { candidates } = extract(spec, { place: null, setting: null }).explanation;
  expect(candidates.map(({ path, evidence }) => [path, ...evidence])).toEqual([
    ["code", "named `code`", "in 1 error response", "declared by `fault.report`"],
    ["error_code", "named `error_code`", "in 1 error response"],
  ]);
});

describe("a property is no catalog", () => {
  test.each<[string, string, readonly unknown[], string | null]>([
    ["where none of its values is a code", "code", [true, false], "none of its values can be a code"],
    [
      "where its name says something else",
      "color",
      ["red", "not_found"],
      "`color` is no name for error codes",
    ],
    ["but not where all that its values say is that something failed", "color", failing, null],
    [
      "though it is where its name is that of another thing",
      "state",
      failing,
      "`state` is no name for error codes",
    ],
    ["where its values are statuses", "code", [404, 409], "its values are HTTP statuses"],
    ["where some of its values are statuses only", "code", [404, 4091], null],
    [
      "where it says no more than that there is an error",
      "type",
      ["error"],
      "it says that there is an error, not which",
    ],
    ["but it is under a strong name", "code", ["error"], null],
    ["and so it is under one that is just strong enough", "issue", ["error"], null],
    ["where one value says which error", "type", ["error", "not_found"], null],
    ["where its values only begin like that", "type", ["error_in_disk", "failed_login"], null],
    [
      "where its values are words for people",
      "kind",
      ["It  failed", "Login  failed"],
      "its values are words for people",
    ],
    [
      "where its values repeat the phrase of the status",
      "error_key",
      ["Not Found", "Bad Request"],
      "its values are the reason phrases of HTTP",
    ],
    ["and of one that is written with a hyphen", "error", ["URI Too Long", "Non-Found"], null],
    ["but they are codes under the name `code`", "code", ["Not Found", "Bad Request"], null],
    ["but they are codes where they do not begin like one", "error_key", ["not Found", "bad Request"], null],
    [
      "where most of its values are the phrase behind the status",
      "status",
      ["404 NOT_FOUND", "409 CONFLICT", "lost_failed"],
      "its values are the reason phrases of HTTP",
    ],
    ["but not where a number follows the phrase", "status", ["NOT_FOUND_1", "CONFLICT_2"], null],
    ["but they are codes when written as identifiers", "error_key", ["not_found", "bad_request"], null],
    ["but not where its values only end like one", "type", ["terror"], "its values do not speak of failures"],
    [
      "where some of its values repeat the phrase of the status only",
      "error_key",
      ["Not Found", "Weird Thing"],
      null,
    ],
    [
      "where its values repeat the phrase of the status in any punctuation",
      "error_key",
      ["Not - Found!"],
      "its values are the reason phrases of HTTP",
    ],
    ["where its values end like statuses only", "code", [1404], null],
    [
      "where three in ten are sentences",
      "code",
      ["A b.", "C d.", "E f.", "a1", "a2", "a3", "a4", "a5", "a6", "a7"],
      null,
    ],
    [
      "where its values are abbreviations",
      "code",
      ["USD", "EUR", "GBP"],
      "its values are abbreviations, as of countries or currencies",
    ],
    ["but two of them may be codes", "code", ["USD", "EUR"], null],
    ["and longer ones are", "code", ["USD", "EUR", "WIRE"], null],
    ["and so are single letters", "code", ["US", "EUR", "A"], null],
    [
      "where its values are sentences",
      "code",
      ["It failed.", "a_failed", "b_failed"],
      "its values are sentences",
    ],
    ["where its values ask", "code", ["Really?"], "its values are sentences"],
    ["where its values shout", "code", ["Stop!"], "its values are sentences"],
    [
      "where its values have seven words",
      "code",
      ["one two three four five six seven"],
      "its values are sentences",
    ],
    ["but six words are no sentence", "code", ["one two three  four five six"], null],
    [
      "where its values are longer than a hundred characters",
      "code",
      ["a".repeat(101)],
      "its values are sentences",
    ],
    ["but a hundred are no text", "code", ["a".repeat(100)], null],
    [
      "but a few sentences among codes are codes",
      "code",
      ["It failed.", "a_failed", "b_failed", "c_failed"],
      null,
    ],
    ["where its values are states", "reason", ["pending", "failed", "lost_failed"], "its values are states"],
    [
      "where its values are states in either spelling",
      "reason",
      ["canceled", "cancelled", "lost_failed"],
      "its values are states",
    ],
    [
      "but not where most of them are failures only",
      "reason",
      ["pending", "failed", "expired", "a_failed", "b_failed"],
      null,
    ],
    [
      "where its values do not speak of failures",
      "reason",
      ["alpha", "beta", "gamma", "not_found"],
      "its values do not speak of failures",
    ],
    [
      "but three in ten are enough under a usual name",
      "reason",
      ["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a_failed", "b_failed", "c_failed"],
      null,
    ],
    [
      "but half of them are needed under a weak one",
      "kind",
      ["alpha", "beta", "not_found"],
      "its values do not speak of failures",
    ],
    ["and suffice there", "kind", ["alpha", "not_found"], null],
    [
      "where it is a single value under a weak name",
      "kind",
      ["not_found"],
      "a single value under a weak name",
    ],
    ["but a single value is one under a usual name", "reason", ["not_found"], null],
  ])("%s: %s of %j", async (_, name, values, against) => {
    expect(await verdicts({ 404: body({ [name]: { enum: values } }) })).toEqual({ [name]: against });
  });

  test("where nothing around a usual name speaks of errors, nor all of its values do", async () => {
    const alone = (values: readonly string[]) => ({ 404: body({ reason: { enum: values } }, false) });
    expect(await verdicts(alone(["alpha", "not_found"]))).toEqual({
      reason: "nothing around it speaks of errors",
    });
    expect(await verdicts(alone(failing))).toEqual({ reason: null });
    expect(await verdicts({ 404: body({ code: { enum: failing } }, false) })).toEqual({ code: null });
  });

  test.each<[string, Json, Json]>([
    ["a message beside it", body({ reason: { enum: failing } }), {}],
    [
      "the name of the schema that declares it",
      ref("NotFoundError"),
      { NotFoundError: at("reason", { enum: failing }) },
    ],
    [
      "the name of the schema around the one that declares it",
      ref("Fault"),
      { Fault: { allOf: [ref("Base")] }, Base: at("reason", { enum: failing }) },
    ],
    ["the name of what it stands in", at("errors[].reason", { enum: failing }), {}],
  ])("but %s does", async (_, schema, schemas) => {
    expect(Object.values(await verdicts({ 404: schema }, schemas))).toEqual([null]);
  });

  test("but a message in one of several bodies does", async () => {
    const reason = { enum: failing };
    expect(await verdicts({ 404: body({ reason }, false), 409: body({ reason }) })).toEqual({ reason: null });
  });

  test("and its own name may", async () => {
    expect(await verdicts({ 404: at("error_kind", { enum: failing }) })).toEqual({ error_kind: null });
  });
});

test("beside a property stands a message where another one is named like a text, and not like something about it", async () => {
  const beside = async (properties: Json) => {
    const { explanation } = await extractFrom(things({ 404: { properties } }));
    return explanation.candidates[0]?.evidence.includes("beside a message");
  };
  const code = { enum: failing };
  for (const name of ["message", "errorMessage", "detail", "error", "user_msg", "helpText", "mensagem"])
    expect(await beside({ code, [name]: {} }), name).toBe(true);
  for (const name of ["id", "messageId", "text_length", "descriptions", "context"])
    expect(await beside({ code, [name]: {} }), name).toBe(false);
  expect(await beside({ error: code })).toBe(false);
  expect(await beside({ message: {}, error: code })).toBe(true);
  expect(await beside({ message: code, error: {} })).toBe(true);
});

describe("an error does not stand in every object", () => {
  test.each([
    ["error.code", null],
    ["errors[].code", null],
    ["errors.*.code", null],
    ["data.details[].code", null],
    ["payment_error.code", null],
    ["payment.error.code", null],
    ["payment.code", null],
    ["payments[].code", null],
    ["result.payment.code", "it stands inside `payment`, which is no error"],
    ["error.payment.code", "it stands inside `payment`, which is no error"],
    ["*.payment.code", "it stands inside `payment`, which is no error"],
  ])("%s: %s", async (path, against) => {
    expect(await verdicts({ 404: at(path, { enum: failing }) })).toEqual({ [path]: against });
  });

  test("but it may in one that is all of the body: an envelope has any name", async () => {
    const code = { enum: failing };
    const payment = { type: "object", properties: { code } };
    expect(await verdicts({ 404: { type: "object", properties: { payment } } })).toEqual({
      "payment.code": null,
    });
    expect(await verdicts({ 404: body({ payment }) })).toEqual({
      "payment.code": "it stands inside `payment`, which is no error",
    });
  });

  test("and so it may where the envelope may have any other property, too", async () => {
    const payment = { type: "object", properties: { code: { enum: failing } } };
    const properties = { payment };
    for (const anything of [true, {}])
      expect(await verdicts({ 404: { properties, additionalProperties: anything } })).toEqual({
        "payment.code": null,
      });
    expect(await verdicts({ 404: { properties, additionalProperties: { type: "string" } } })).toEqual({
      "payment.code": "it stands inside `payment`, which is no error",
    });
  });

  test.each([
    ["error.error.error.error.error.code", true],
    ["error.error.error.error.error.error.code", false],
    ["payment.error.code", true],
    ["payment.error.error.code", false],
    ["payment.order.code", false],
    ["errors[].errors[].errors[].errors[].errors[].code", true],
  ])("how far inside codes are looked for: %s %s", async (path, found) => {
    expect(Object.keys(await verdicts({ 404: at(path, { enum: failing }) }))).toEqual(found ? [path] : []);
  });
});

describe("what holds errors", () => {
  /** Inside of a thing that holds no errors, the next one must for a code to be found. */
  const isLookedInto = async (holder: string): Promise<boolean> =>
    Object.keys(await verdicts({ 404: at(`payment.${holder}.code`, { enum: failing }) })).length > 0;
  /** Beside another property, so that it is no envelope, which may have any name. */
  const verdictIn = async (holder: string) =>
    (await verdicts({ 404: body({ note: {}, [holder]: at("code", { enum: failing }) }, false) }))[
      `${holder}.code`
    ];

  const holders = [
    ...["error", "fault", "problem", "issue", "detail", "violation", "exception", "failure", "cause"],
    ...["item", "message", "extension", "reason", "warning", "field", "parameter", "root_cause", "result"],
    ...["inner_error", "innererror", "api_error", "api_problem", "api_fault", "api_exception"],
  ];
  test.each([
    ...holders.flatMap((word) => [word, `${word}s`]),
    ...["err", "data", "content", "entries", "api_messages", "additional_data", "additionalInfo"],
  ])("is called %s", async (holder) => {
    expect([await isLookedInto(holder), await verdictIn(holder)]).toEqual([true, null]);
  });

  test.each(["terror", "dataset", "metadata", "somedata", "body_part", "api_message", "api_data"])(
    "is not called %s",
    async (holder) => {
      expect([await isLookedInto(holder), await verdictIn(holder)]).toEqual([
        false,
        `it stands inside \`${holder}\`, which is no error`,
      ]);
    },
  );
});

test("what is counted of errors holds none", async () => {
  const verdict = async (path: string) => verdicts({ 404: at(path, { enum: failing }) });
  expect([await verdict("payment.api_errors.code"), await verdict("payment.api_errors_total.code")]).toEqual([
    { "payment.api_errors.code": null },
    {},
  ]);
});

test("what says that it is an error is told", async () => {
  const inside = async (holder: string) => {
    const { explanation } = await extractFrom(things({ 404: at(`${holder}.code`, { enum: ["alpha"] }) }));
    return explanation.candidates[0]?.evidence.includes(`inside \`${holder}\``);
  };
  const words = [
    "error",
    "problem",
    "fault",
    "exception",
    "failure",
    "issue",
    "violation",
    "cause",
    "detail",
  ];
  for (const word of [
    ...words,
    ...words.map((one) => `${one}s`),
    "err",
    "errs",
    "my_error",
    "error2",
    "fault_list",
  ])
    expect(await inside(word), word).toBe(true);
  for (const word of ["erro", "erros", "fouten"]) expect(await inside(word), word).toBe(true);
  for (const word of ["data", "terror", "errored", "because", "detailed"])
    expect(await inside(word), word).toBe(false);
});

/** What a property's values must be like for it to be a catalog beside a message. */
async function needs(name: string): Promise<string> {
  const lists = {
    anything: ["alpha", "beta", "gamma"],
    "some failures": ["alpha", "beta", "not_found"],
    "mostly failures": ["alpha", "not_found"],
  };
  for (const [what, list] of Object.entries(lists)) {
    if ((await verdicts({ 404: body({ [name]: { enum: list } }) }))[name] === null) return what;
  }
  return "nothing";
}

describe("the name of a property tells how much its values must say", () => {
  const names: Record<string, string[]> = {
    anything: [
      "code",
      "codes",
      "errorCode",
      "error-code",
      "ErrorCode",
      "ERROR_CODE",
      "error - code",
      "errcode",
      "errorCd",
      "cd",
      "errno",
      "subCode",
      "api_error_code",
      "internalCode",
      "error_key",
      "error_keys",
      "error_id",
      "errorIDs",
      "problemName",
      "fault_identifier",
      "violation_no",
      "faultCodeDetail",
      "error_code_value",
      "payment_error_code",
      "reason_code",
      "message_code",
      "msgCode",
      "validation_codes",
      "issue",
      "issues",
      "scimType",
    ],
    "some failures": [
      "error",
      "err",
      "errors",
      "error_type",
      "codeErrorType",
      "errorKind",
      "exception_class",
      "faultCodeCategory",
      "type",
      "reason",
      "name",
    ],
    "mostly failures": [
      "failure_code",
      "failure_codes",
      "failure_reason",
      "encode",
      "httpstatus",
      "statuscode",
      "status",
      "httpcode",
      "my_reason_code",
      "machine_failed_code",
      "fooCode",
      "kind",
      "key",
      "slug",
      "id",
      "title",
      "detail",
      "details",
      "reasons",
      "exception",
      "status_code",
      "httpStatus",
      "http_code",
      "statusText",
    ],
    nothing: [
      "my_status_code",
      "status_list",
      "http_code_list",
      "reason_code_list",
      "terror",
      "error_type_id",
      "my_type",
      "subtype",
      "my_codes_list",
      "my_kind",
      "country_code",
      "zipCode",
      "qr_code",
      "verificationCode",
      "state_code",
      "state",
      "order_status",
      "level",
      "payment_method",
      "action",
      "color",
      "types",
      "keyring",
      "unkind",
      "issuer",
      "tissue",
      "errors_total",
      "error_code_list",
      "error_code_description",
      "country_code_category",
      "failure_reason_list",
      "old_message_key",
      "message_key_path",
      "my_scim_type",
      "scim_types",
      "barcode_error",
      "xcode",
      "codec",
    ],
  };
  test.each(Object.entries(names).flatMap(([need, all]) => all.map((name) => [name, need])))(
    "%s needs %s",
    async (name, need) => {
      expect(await needs(name)).toBe(need);
    },
  );
});

describe("values speak of failures", () => {
  const share = async (values: readonly string[]): Promise<string> => {
    const { explanation } = await extractFrom(things({ 404: at("code", { enum: values }) }));
    return explanation.candidates[0]?.evidence.at(-1) ?? "";
  };

  test.each([
    ...[
      "err",
      "errs",
      "error",
      "fail",
      "conflict",
      "conflicts",
      "exceeded",
      "exceed",
      "limits",
      "limited",
      "already",
      "duplicated",
      "rejected",
      "reject",
      "aborted",
      "abort",
      "throttled",
      "overloaded",
      "overload",
      "mismatched",
      "deny",
      "expires_expired",
    ].map((word): [string, boolean] => [word, true]),
    ["invalid_email", true],
    ["InvalidEmail", true],
    ["email-invalid", true],
    ["EMAIL_TAKEN_ALREADY", true],
    ["unauthenticated", true],
    ["unrecognised_client", true],
    ["unrecognized_client", true],
    ["fails", true],
    ["failure", true],
    ["failures", true],
    ["quota_exceeds", true],
    ["timed_out", true],
    ["timeout", true],
    ["limit", true],
    ["throttling", true],
    ["expire", true],
    ["corrupt", true],
    ["exist", true],
    ["exists", true],
    ["insufficient_funds", true],
    ["insufficientfunds", true],
    ["invalidarg", true],
    ["limitation", true],
    ["malfunction", true],
    ["duplicates", true],
    ["duplicate", true],
    ["mismatch", true],
    ["notify", false],
    ["nothing", false],
    ["failover", false],
    ["invoice", false],
    ["unit", false],
    ["union", false],
    ["outline", false],
    ["network", false],
    ["knot", false],
    ["internalize", false],
  ])("%s: %s", async (value, failure) => {
    expect(await share([value])).toBe(
      failure ? "100 % of its values speak of failures" : "in 1 error response",
    );
  });

  test("by their share, rounded", async () => {
    expect(await share(["not_found", "alpha", "beta"])).toBe("33 % of its values speak of failures");
    expect(await share(["not_found", "a_failed", "beta"])).toBe("67 % of its values speak of failures");
  });
});
