import { describe, expect, test } from "vitest";
import { body, carried, extractFrom, type Json, ref, things } from "./document.js";

const Code = { enum: ["a_failed", "b_failed", "c_failed"] };
const some = { enum: ["a_failed", "b_failed"] };
const nested = (code: Json) => ({ type: "array", items: body({ code }) });

describe("a document of several catalogs", () => {
  const two = things({
    404: body({ code: Code, errors: nested(some) }),
    409: body({ errors: nested(some) }),
    410: body({ code: Code }),
  });

  test("says of each response which codes of each it can carry", async () => {
    const extraction = await extractFrom(two);
    expect(carried(extraction, "code")).toEqual([
      "GET /v1/things 404: a_failed, b_failed, c_failed",
      "GET /v1/things 409: ",
      "GET /v1/things 410: a_failed, b_failed, c_failed",
    ]);
    expect(carried(extraction, "errors[].code")).toEqual([
      "GET /v1/things 404: a_failed, b_failed",
      "GET /v1/things 409: a_failed, b_failed",
      "GET /v1/things 410: ",
    ]);
  });

  test("has them in one order at every response", async () => {
    const { contract } = await extractFrom(two);
    const [first] = contract.operations?.[0]?.responses ?? [];
    expect([...(first?.codes.keys() ?? [])]).toEqual(contract.catalogs.map(({ name }) => name));
  });

  test("of which one has several fields takes what a response can carry at any of them", async () => {
    const document = things(
      {
        404: body({
          code: { allOf: [ref("Code"), { enum: ["a_failed"] }] },
          errors: nested({ allOf: [ref("Code"), { enum: ["b_failed"] }] }),
        }),
        409: body({ errors: nested(ref("Code")) }),
        410: body({ code: ref("Code") }),
      },
      { schemas: { Code } },
    );
    expect(carried(await extractFrom(document))).toEqual([
      "GET /v1/things 404: a_failed, b_failed",
      "GET /v1/things 409: a_failed, b_failed, c_failed",
      "GET /v1/things 410: a_failed, b_failed, c_failed",
    ]);
  });
});
