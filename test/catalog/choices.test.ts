import { describe, expect, test } from "vitest";
import { body, extractFrom, type Json, listed, ref, things } from "./document.js";

const codes = { enum: ["thing_not_found", "thing_locked"] };
const kinds = { enum: ["api_error", "card_error", "bad_request"] };
const list = (...values: string[]): Json => ({ enum: values });
const inList = (schema: unknown): Json => ({ type: "array", items: schema });

async function found(bodies: Json, schemas: Json = {}) {
  const { contract, explanation } = await extractFrom(things(bodies, { schemas }));
  return {
    catalogs: listed(contract.catalogs),
    against: Object.fromEntries(
      explanation.candidates.filter(({ taken }) => !taken).map(({ path, against }) => [path, against]),
    ),
    order: explanation.candidates.map(({ path }) => path),
  };
}

const category = (path: string) => `it is a category beside \`${path}\``;

describe("a category beside a code", () => {
  test("is no catalog", async () => {
    expect(await found({ 404: body({ type: kinds, code: codes }) })).toEqual({
      catalogs: ["code: thing_not_found, thing_locked"],
      against: { type: category("code") },
      order: ["code", "type"],
    });
  });

  test("is no catalog where the code is named as its detail", async () => {
    expect(await found({ 404: body({ errorCodeCategory: kinds, errorCodeDetail: codes }) })).toEqual({
      catalogs: ["errorCodeDetail: thing_not_found, thing_locked"],
      against: { errorCodeCategory: category("errorCodeDetail") },
      order: ["errorCodeDetail", "errorCodeCategory"],
    });
  });

  test("is a catalog in responses of its own, unless most of them have the code", async () => {
    const both = body({ type: kinds, code: codes });
    const alone = body({ type: kinds });
    expect((await found({ 404: both, 409: alone })).against).toEqual({});
    expect((await found({ 404: both, 405: alone, 406: body({ type: kinds }), 407: both })).against).toEqual(
      {},
    );
    expect((await found({ 404: ref("Both"), 405: ref("Both"), 409: alone }, { Both: both })).against).toEqual(
      {
        type: category("code"),
      },
    );
  });

  test("is a category of single values, even where few responses have the code", async () => {
    const both = body({ type: list("api_error"), code: codes });
    const alone = (value: string) => body({ type: list(value) });
    expect((await found({ 404: both, 409: alone("card_error"), 410: alone("bad_request") })).against).toEqual(
      {
        type: category("code"),
      },
    );
    expect((await found({ 409: alone("card_error"), 410: alone("bad_request") })).against).toEqual({});
  });

  test("is a catalog where only some of its lists are single values", async () => {
    const both = body({ type: list("api_error"), code: codes });
    const alone = (...values: string[]) => body({ type: list(...values) });
    expect(
      (
        await found({
          404: both,
          409: alone("card_error", "x_failed"),
          410: alone("bad_request", "y_failed"),
        })
      ).against,
    ).toEqual({});
  });

  test("is a catalog where as many responses have it alone as with the code", async () => {
    const schemas = { Both: body({ type: kinds, code: codes }), Alone: body({ type: kinds }) };
    const bodies = { 404: ref("Both"), 405: ref("Both"), 406: ref("Alone"), 407: ref("Alone") };
    expect((await found(bodies, schemas)).against).toEqual({});
  });

  test("is told under a name that says nothing, too", async () => {
    const bodies = { 404: body({ color: list("x_failed", "y_failed"), code: codes }) };
    expect((await found(bodies)).against).toEqual({ color: category("code") });
  });

  test("is called so whatever else speaks against it, unless its name says nothing", async () => {
    const bodies = {
      404: body({ kind: list("alpha", "beta"), shade: list("dark", "light"), code: codes }),
    };
    expect((await found(bodies)).against).toEqual({
      kind: category("code"),
      shade: "`shade` is no name for error codes",
    });
  });

  test("is told by any better name beside it", async () => {
    expect((await found({ 404: body({ kind: kinds, error_type: codes }) })).against).toEqual({
      kind: category("error_type"),
    });
  });

  test("in a branch of its own stands beside nothing", async () => {
    const branches = { oneOf: [body({ type: kinds }), body({ code: codes })] };
    expect(await found({ 404: branches })).toEqual({
      catalogs: ["type: api_error, card_error, bad_request", "code: thing_not_found, thing_locked"],
      against: {},
      order: ["type", "code"],
    });
    const mixed = { oneOf: [body({ type: kinds }), body({ type: kinds, code: codes })] };
    expect((await found({ 404: mixed })).against).toEqual({ type: category("code") });
    const free = { oneOf: [body({ type: kinds }), body({ type: {}, code: codes })] };
    expect((await found({ 404: free })).against).toEqual({ type: category("code") });
  });

  test("in a branch of its own stands beside nothing, however deep the branches are", async () => {
    const branches = { oneOf: [body({ type: kinds }), body({ code: codes })] };
    const catalogs = [
      "error.type: api_error, card_error, bad_request",
      "error.code: thing_not_found, thing_locked",
    ];
    expect((await found({ 404: body({ error: branches }) })).catalogs).toEqual(catalogs);
    expect(
      (await found({ 404: { allOf: [body({ error: branches }), body({ trace: {} })] } })).catalogs,
    ).toEqual(catalogs);
    expect(
      (await found({ 404: { oneOf: [body({ error: branches }), body({ trace: {} })] } })).catalogs,
    ).toEqual(catalogs);
  });

  test("of a branch stands beside the code of all", async () => {
    const branches = { oneOf: [body({ type: kinds }), body({ code: codes })] };
    expect((await found({ 404: { allOf: [branches, body({ code: codes })] } })).against).toEqual({
      type: category("code"),
    });
    expect((await found({ 404: { allOf: [branches, body({ type: kinds })] } })).against).toEqual({
      type: category("code"),
    });
  });

  test("of three branches is apart from those that it shares none with", async () => {
    const branches = (third: Json) => ({ oneOf: [body({ type: kinds }), body({ code: codes }), third] });
    expect((await found({ 404: branches(body({ error: list("not_found") })) })).against).toEqual({});
    expect(
      (await found({ 404: branches(body({ reason: list("not_found"), code: codes })) })).against,
    ).toEqual({
      reason: category("code"),
    });
  });

  test("is not looked for by branches where there are more lists than sixty", async () => {
    const others = (count: number) =>
      Array.from({ length: count }, (_, index) => body({ [`note_${index}`]: list("dark") }));
    const verdictOn = async (count: number) => {
      const branches = [body({ type: kinds }), body({ code: codes }), ...others(count - 2)];
      return (await found({ 404: { oneOf: branches } })).against.type;
    };
    expect([await verdictOn(60), await verdictOn(61)]).toEqual([undefined, category("code")]);
  });

  test("is told by a strong name in the details below it", async () => {
    const details = (name: string) => ({
      404: body({ reason: list("bad_request"), details: inList({ properties: { [name]: codes } }) }),
    });
    expect((await found(details("issue"))).against).toEqual({ reason: category("details[].issue") });
    expect((await found(details("error"))).against).toEqual({});
    expect((await found({ 404: body({ data: details("issue")[404] }) })).against).toEqual({
      "data.reason": category("data.details[].issue"),
    });
    const deep = {
      404: body({ reason: list("bad_request"), details: inList(body({ meta: body({ code: codes }) })) }),
    };
    expect((await found(deep)).against).toEqual({});
    const inData = {
      404: body({ reason: list("bad_request"), data: inList({ properties: { code: codes } }) }),
    };
    expect((await found(inData)).against).toEqual({});
  });

  test("is not told by a name that says as little", async () => {
    expect((await found({ 404: body({ type: kinds, reason: codes }) })).against).toEqual({});
  });

  test("is not told by a list that is no catalog itself", async () => {
    expect((await found({ 404: body({ type: kinds, code: list("USD", "EUR", "GBP") }) })).against).toEqual({
      code: "its values are abbreviations, as of countries or currencies",
    });
  });

  test("is told by the best of several", async () => {
    const all = { type: list("bad_request"), reason_code: codes, error_code: list("x_failed", "y_failed") };
    expect((await found({ 404: body(all) })).against).toMatchObject({ type: category("reason_code") });
  });
});

describe("the main catalog", () => {
  const one = (path: string, schema: unknown) => body({ [path]: schema });

  test("is the one that most responses carry", async () => {
    const bodies = { 404: one("code", list("a_failed", "b_failed")), 405: ref("E"), 406: ref("E") };
    expect((await found(bodies, { E: one("error_code", list("x_failed")) })).catalogs).toEqual([
      "error_code: x_failed",
      "code: a_failed, b_failed",
    ]);
  });

  test("is the one that most responses carry, in any order of the document", async () => {
    const schemas = {
      A: one("error_code", list("a_failed")),
      B: one("code", list("b_failed")),
      C: one("err", body({ code: list("c_failed") })),
    };
    for (const order of ["AAABBC", "CBBAAA", "BCAABA"]) {
      const bodies = [...order].map((name, index) => [404 + index, ref(name)]);
      expect((await found(Object.fromEntries(bodies), schemas)).catalogs).toEqual([
        "error_code: a_failed",
        "code: b_failed",
        "err.code: c_failed",
      ]);
    }
  });

  test("is then the one with most codes, then the one with the shorter path, then the first by name", async () => {
    expect(
      (
        await found({
          404: one("code", list("a_failed")),
          405: one("error_code", list("x_failed", "y_failed")),
        })
      ).catalogs,
    ).toEqual(["error_code: x_failed, y_failed", "code: a_failed"]);
    expect(
      (await found({ 404: one("error_code", list("x_failed")), 405: one("code", list("a_failed")) }))
        .catalogs,
    ).toEqual(["code: a_failed", "error_code: x_failed"]);
    expect(
      (
        await found({
          404: one("err", body({ code: list("a_failed") })),
          405: one("error_code", list("x_failed")),
        })
      ).catalogs,
    ).toEqual(["error_code: x_failed", "err.code: a_failed"]);
    expect(
      (await found({ 404: one("err_code", list("x_failed")), 405: one("app_code", list("a_failed")) }))
        .catalogs,
    ).toEqual(["app_code: a_failed", "err_code: x_failed"]);
  });

  test("says what the error is, and not what an item of a list in it is, however many codes items have", async () => {
    const item = body({ code: list("a_failed", "b_failed", "c_failed") });
    const error = body({ code: list("x_failed"), invalid_fields: { type: "array", items: item } });
    const bodies = { 404: ref("E"), 405: ref("E") };
    expect((await found(bodies, { E: error })).catalogs).toEqual([
      "code: x_failed",
      "invalid_fields[].code: a_failed, b_failed, c_failed",
    ]);
  });

  test("stays the one that it was in what is compared, where it is a catalog still", async () => {
    const inner = body({ code: list("x_failed", "y_failed") });
    const error = body({ code: list("a_failed", "b_failed", "c_failed"), cause: inner });
    const names = async (main: string | null) =>
      (await extractFrom(things({ 404: error }), { main })).contract.catalogs.map(({ name }) => name);
    expect(await names(null)).toEqual(["code", "cause.code"]);
    expect(await names("code")).toEqual(["code", "cause.code"]);
    expect(await names("cause.code")).toEqual(["cause.code", "code"]);
    expect(await names("error.code")).toEqual(["code", "cause.code"]);
  });

  test("comes before what is no catalog, and the likelier of those first", async () => {
    const { order } = await found({
      404: body({
        shade: list("dark", "light"),
        kind: list("alpha", "beta"),
        tint: list("dark", "light", "red"),
        hue: list("dark", "light"),
        code: codes,
      }),
    });
    expect(order).toEqual(["code", "kind", "tint", "hue", "shade"]);
  });
});

describe("one list behind several properties", () => {
  const Code = codes;
  const Part = list("thing_locked");

  test("is one catalog, named by the shortest path", async () => {
    const bodies = {
      404: body({ errors: inList(body({ code: ref("Code") })) }),
      405: body({ error: body({ code: ref("Code") }) }),
      406: body({ error_code: ref("Code") }),
    };
    const { contract } = await extractFrom(things(bodies, { schemas: { Code } }));
    expect(listed(contract.catalogs)).toEqual(["error_code: thing_not_found, thing_locked"]);
    expect(contract.operations?.[0]?.responses.map(({ codes: sets }) => [...sets])).toEqual(
      Array(3).fill([["error_code", new Set(Code.enum)]]),
    );
    expect(Object.keys(contract.body)).toEqual([
      "error",
      "error.code",
      "error.message",
      "error_code",
      "errors",
      "errors[].code",
      "errors[].message",
      "message",
    ]);
  });

  test("is named by a path that holds all codes", async () => {
    const bodies = {
      404: body({ code: ref("Part") }),
      405: body({
        errors: inList(body({ code: { anyOf: [ref("Part"), list("thing_not_found", "thing_gone")] } })),
      }),
    };
    const { catalogs } = await found(bodies, { Part });
    expect(catalogs).toEqual(["errors[].code: thing_not_found, thing_gone, thing_locked"]);
  });

  test("is two catalogs where each has a code of its own", async () => {
    const bodies = {
      404: body({ code: { anyOf: [ref("Code"), list("a_failed", "x_failed")] } }),
      405: body({ errors: inList(body({ code: { anyOf: [ref("Code"), list("b_failed", "y_failed")] } })) }),
    };
    expect((await found(bodies, { Code })).catalogs).toEqual([
      "code: thing_not_found, thing_locked, a_failed, x_failed",
      "errors[].code: thing_not_found, thing_locked, b_failed, y_failed",
    ]);
  });

  test("is two lists where they are written twice", async () => {
    const bodies = { 404: body({ code: codes }), 405: body({ errors: inList(body({ code: codes })) }) };
    expect((await found(bodies)).catalogs).toEqual([
      "code: thing_not_found, thing_locked",
      "errors[].code: thing_not_found, thing_locked",
    ]);
  });

  test("counts the responses of all of them", async () => {
    const bodies = {
      404: body({ code: ref("Code") }),
      405: body({ errors: inList(body({ code: ref("Code") })) }),
      406: body({ error: body({ code: list("x_failed", "y_failed", "z_failed") }) }),
    };
    expect((await found(bodies, { Code })).catalogs).toEqual([
      "code: thing_not_found, thing_locked",
      "error.code: x_failed, y_failed, z_failed",
    ]);
  });

  test("is as open as the most open of them", async () => {
    const bodies = {
      404: body({ code: ref("Code") }),
      405: body({ errors: inList(body({ code: { anyOf: [ref("Code"), { type: "string" }] } })) }),
    };
    const { contract } = await extractFrom(things(bodies, { schemas: { Code } }));
    expect(contract.catalogs.map(({ name, open }) => [name, open])).toEqual([["code", "open"]]);
  });

  test("narrowed at each of two paths of a body, lets both through", async () => {
    const both = {
      allOf: [
        body({ code: { allOf: [ref("Code"), list("thing_locked")] } }),
        body({ errors: inList(body({ code: { allOf: [ref("Code"), list("thing_not_found")] } })) }),
      ],
    };
    const { contract } = await extractFrom(
      things({ 404: both, 405: body({ code: ref("Code") }) }, { schemas: { Code } }),
    );
    expect(
      contract.operations?.[0]?.responses.map(({ codes: sets }) => [...(sets.get("code") ?? [])]),
    ).toEqual([
      ["thing_locked", "thing_not_found"],
      ["thing_not_found", "thing_locked"],
    ]);
    expect(Object.keys(contract.body)).toEqual([
      "code",
      "errors",
      "errors[].code",
      "errors[].message",
      "message",
    ]);
  });
});

describe("codes keep the order of the document", () => {
  test("but the list that has most of them gives it to those that repeat a part", async () => {
    const bodies = {
      404: body({ code: list("c_failed") }),
      405: body({ code: list("a_failed", "b_failed", "c_failed") }),
    };
    expect((await found(bodies)).catalogs).toEqual(["code: a_failed, b_failed, c_failed"]);
    const halves = {
      404: body({ code: list("c_failed", "d_failed") }),
      405: body({ code: list("a_failed", "b_failed") }),
    };
    expect((await found(halves)).catalogs).toEqual(["code: c_failed, d_failed, a_failed, b_failed"]);
    const half = {
      404: body({ code: list("c_failed") }),
      405: body({ code: list("a_failed", "b_failed") }),
      406: body({ code: list("d_failed") }),
    };
    expect((await found(half)).catalogs).toEqual(["code: c_failed, a_failed, b_failed, d_failed"]);
  });
});
