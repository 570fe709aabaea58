import { expect, test } from "vitest";
import { lintFiles } from "../lint/linting.js";
import { body, type Json, ref, things } from "./document.js";

const string = { type: "string" };
const list = { enum: ["a_failed", "b_failed"] };

/** What the rule says is not enumerated. */
async function unlisted(bodies: Json, schemas: Json = {}): Promise<string[]> {
  const text = JSON.stringify(things(bodies, { schemas }));
  const findings = await lintFiles({ "openapi.json": text });
  const own = findings.filter(({ rule }) => rule === "error-code-enumerated");
  return [...new Set(own.map(({ message }) => message.split(" admits")[0] ?? ""))];
}

test.each<[string, Json, string[]]>([
  ["a free code is not enumerated", body({ code: string }), ["code"]],
  ["nor one that is a number", body({ code: { type: "integer" } }), ["code"]],
  ["nor one that may be null", body({ code: { type: ["null", "number"] } }), ["code"]],
  ["nor one inside of an error", body({ error: body({ code: string }) }), ["error.code"]],
  ["an enumerated one is", body({ code: list }), []],
  ["one without a type may be anything else", body({ code: {} }), []],
  ["one that is an object is another thing", body({ code: { type: "object" } }), []],
  ["one inside of something else is another thing", body({ payment: body({ code: string }) }), []],
  ["a weak name says nothing", body({ type: string }), []],
  ["of two the one with the stronger name counts", body({ error_key: string, code: string }), ["code"]],
  [
    "of two with one name the shorter path counts",
    body({ error: body({ code: string }), code: string }),
    ["code"],
  ],
  [
    "of two as long the first by name counts",
    body({ fault: body({ code: string }), error: body({ code: string }) }),
    ["error.code"],
  ],
  [
    "of two as long the first by name counts, in any order",
    body({ error: body({ code: string }), fault: body({ code: string }) }),
    ["error.code"],
  ],
])("%s", async (_, schema, expected) => {
  expect(await unlisted({ 404: schema })).toEqual(expected);
});

test("a free code counts where more responses have it than have a list", async () => {
  const schemas = { Free: body({ code: string }), Listed: body({ error: body({ code: list }) }) };
  expect(await unlisted({ 404: ref("Free"), 405: ref("Free"), 406: ref("Listed") }, schemas)).toEqual([
    "code",
  ]);
  expect(await unlisted({ 404: ref("Free"), 406: ref("Listed") }, schemas)).toEqual([]);
});

test("of two free codes the one of more responses counts", async () => {
  const schemas = { A: body({ code: string }), B: body({ error: body({ error_code: string }) }) };
  expect(await unlisted({ 404: ref("A"), 405: ref("B"), 406: ref("B") }, schemas)).toEqual([
    "error.error_code",
  ]);
});

test("the property that examples show codes at is the one that should list them", async () => {
  const shown = { ...body({ code: string, type: string }), example: { type: "a_failed" } };
  expect(await unlisted({ 404: shown })).toEqual(["type"]);
});
