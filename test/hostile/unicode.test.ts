import { expect, test } from "vitest";
import { gate, specFile } from "./gate.js";

const spec = (codes: readonly string[]) => ({
  [specFile]: JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Machines", version: "1.0.0" },
    paths: {
      "/a": {
        get: {
          responses: {
            404: {
              description: "no",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        Error: {
          type: "object",
          required: ["message", "code"],
          properties: { message: { type: "string" }, code: { type: "string", enum: codes } },
        },
      },
    },
  }),
});

interface Finding {
  readonly rule: string;
  readonly message: string;
}

async function deceptive(codes: readonly string[]): Promise<string[]> {
  const { stdout } = await gate(spec(["not_found"]), spec(["not_found", ...codes]));
  const { specs }: { specs: readonly { readonly findings: readonly Finding[] }[] } = JSON.parse(stdout);
  return specs.flatMap(({ findings }) =>
    findings.filter(({ rule }) => rule === "code-deceptive").map(({ message }) => message),
  );
}

test.each([
  ["a zero width space", "not\u200b_here", "U+200B"],
  ["a mark that turns the direction", "gone\u202edednuof", "U+202E"],
  ["a soft hyphen", "not\u00ad_here", "U+00AD"],
  ["a lone surrogate", "bad\ud800", "U+D800"],
  ["NUL", "bad\u0000", "U+0000"],
  ["a line break", "bad\nworse", "U+000A"],
  ["a space at its end", "not_here ", "U+0020"],
  ["a space that does not break", "not\u00a0here", "U+00A0"],
  ["a Cyrillic letter in place of one in another code", "not_f\u043eund", "looks like `not_found`"],
  ["letters of full width", "\uff4eot_found", "looks like `not_found`"],
  ["a Cyrillic letter among Latin ones", "machine_g\u043ene", "several scripts"],
])("a code with %s is said", async (_, code, words) => {
  const said = await deceptive([code]);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(words);
});

test("codes of any script that look like themselves are fine", async () => {
  expect(
    await deceptive([
      "caf\u00e9_closed",
      "\u043d\u0435_\u043d\u0430\u0439\u0434\u0435\u043d\u043e",
      "\u672a\u627e\u5230",
      "Not Found",
      "urn:a:b",
    ]),
  ).toEqual([]);
});

test("codes that differ in what nobody sees, in their form or in a half of a character are different codes", async () => {
  const pairs = [
    ["not_here", "not_here\u200b"],
    ["caf\u00e9", "cafe\u0301"],
    ["bad\ud800", "bad\ud801"],
    ["not_found_", "not_f\u043eund_"],
  ] as const;
  for (const [old, fresh] of pairs) {
    const { left } = await gate(spec(["a_failed", old]), spec(["a_failed", fresh]));
    expect([...(left ?? [])]).toEqual([old]);
  }
});
