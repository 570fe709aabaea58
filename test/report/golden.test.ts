import { expect, test } from "vitest";
import { type FormatName, formats } from "../../src/report/formats.js";
import { renderSummary } from "../../src/report/github.js";
import { whole } from "../../src/report/pieces.js";
import { example, main, options, passing, reportOf } from "./example.js";

const endings: Record<FormatName, string> = {
  text: "txt",
  json: "json",
  sarif: "sarif",
  junit: "xml",
  github: "txt",
  gitlab: "json",
  markdown: "md",
  html: "html",
};

for (const [name, load] of Object.entries(formats)) {
  test(`${name} shows the example as its golden file does, on every run`, async () => {
    const render = await load();
    const text = whole(render(example, options));
    expect(whole(render(structuredClone(example), options))).toBe(text);
    await expect(text).toMatchFileSnapshot(`golden/${name}.${endings[name as FormatName]}`);
  });
}

test("text without Unicode is ASCII alone", async () => {
  const text = (await formats.text())(example, { ...options, unicode: false });
  expect(text).toMatch(/^[\x20-\x7e\n]*$/);
  await expect(text).toMatchFileSnapshot("golden/text-ascii.txt");
});

test("text unfolds everything with verbose", async () => {
  const text = (await formats.text())(reportOf(main, "fail", example.summary), { ...options, verbose: true });
  await expect(text).toMatchFileSnapshot("golden/text-verbose.txt");
});

test("text with quiet has the errors and the summary", async () => {
  const text = (await formats.text())(example, { ...options, quiet: true });
  await expect(text).toMatchFileSnapshot("golden/text-quiet.txt");
});

test("a contract that holds is one line of text", async () => {
  const text = (await formats.text())(reportOf(passing, "pass"), options);
  expect(text).toBe("✔ 65 codes, 84 operations, baseline 1.0.0: contract holds\n");
});

test("the job summary has what the annotations leave out", async () => {
  await expect(renderSummary(example, options)).toMatchFileSnapshot("golden/summary.md");
});
