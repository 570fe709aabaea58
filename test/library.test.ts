import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const page = readFileSync("docs/library.md", "utf8");
const examples = [...page.matchAll(/^```js\n([\s\S]*?)^```\n+```text\n([\s\S]*?)^```$/gm)];

describe.skipIf(!existsSync("dist/index.js"))("docs/library.md", () => {
  test("has an output for each example", () => {
    expect(examples.length).toBe(page.match(/^```js$/gm)?.length);
  });

  test.each(examples.map(([, code = "", output = ""]) => [code.trim().split("\n").length, code, output]))(
    "an example of %i lines prints what the page says",
    (_, code, output) => {
      const argv = ["--input-type=module", "-e", String(code)];
      expect(execFileSync(process.execPath, argv, { encoding: "utf8" })).toBe(output);
    },
  );
});
