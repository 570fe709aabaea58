import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { render } from "../../src/docs/json.js";
import { whole } from "../../src/report/pieces.js";
import fc from "../support/fast-check.js";
import { catalog, code, contract, operation, pageOf, shop } from "./example.js";
import { hostile } from "./hostile.js";

const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync("schema/docs.schema.json", "utf8")),
);

test("the JSON is what its schema says", () => {
  validate(JSON.parse(whole(render(shop()))));
  expect(validate.errors).toBeNull();
});

test("hostile strings come back as they were, and the text of the JSON holds nothing that acts", () => {
  fc.assert(
    fc.property(hostile, hostile, (name, rest) => {
      const page = pageOf(
        contract([catalog([code(name, { description: rest })])], [operation(rest, { "404": [name] })]),
      );
      const text = whole(render(page));
      const back = JSON.parse(text);
      validate(back);
      expect(validate.errors).toBeNull();
      expect(back.catalogs[0].groups[0].codes[0]).toMatchObject({ code: name, description: rest });
      expect(text).not.toMatch(/[\u202e\u200b\u0000]|##\[/);
    }),
  );
});
