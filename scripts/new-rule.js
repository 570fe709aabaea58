// Makes a new rule of the Spectral ruleset: its code, page and fixtures, and its row in rules/rules.ts.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [id = ""] = process.argv.slice(2);

if (!/^error(-[a-z]+)+$/.test(id)) {
  console.error("usage: npm run new:rule -- error-response-something");
  process.exit(2);
}

const name = id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

write(
  `rules/${id}.ts`,
  `import { errorResponses } from "./read/responses.js";
import type { Rule } from "./rule.js";

export const ${name}: Rule = {
  id: "${id}",
  description: "Say in one line what must hold.",
  why: "Say what goes wrong without it.",
  fix: "Say what to do about it.",
  level: "warn",
  options: {},
  check(reading) {
    return reading.once(errorResponses).flatMap(({ at, node }) => {
      if (node.child("description") !== null) return [];
      return [{ node, at, cause: "no description", message: "Say what is wrong, and why it matters." }];
    });
  },
};
`,
);

write(
  `rules/${id}.md`,
  `# ${id}

Say what must hold.

Level: warn.

## Why

Say what goes wrong without it.

## What to do

Say what to do about it.

## Bad

\`\`\`yaml
paths:
  /sandboxes:
    get:
      responses:
        '404': {}
\`\`\`

## Good

\`\`\`yaml
paths:
  /sandboxes:
    get:
      responses:
        '404': { description: Not found }
\`\`\`

## Options

None.
`,
);

const fixture = (response, mark) => `openapi: 3.1.0
info: { title: Test, version: 1.0.0 }
paths:
  /x:
    get:
      responses:
        '404': ${response}${mark}
`;
write(`test/rules/fixtures/${id}/accept.yaml`, fixture("{ description: not found }", ""));
write(`test/rules/fixtures/${id}/reject.yaml`, fixture("{}", " # <- 9-14 GET /x 404"));

const table = join(root, "rules/rules.ts");
writeFileSync(table, withRow(readFileSync(table, "utf8")));
console.log(
  `Now write rules/${id}.ts and .md, which say why and what to do in the same words, and mark in its fixtures what must be found. npm test says what is missing.`,
);

/** The table with the rule's import and row, each list in order. */
function withRow(text) {
  const [, imports, middle, rows, end] = /^((?:import \{.*\n)*)([\s\S]*?= \[\n)([\s\S]*?)(\];\n)$/.exec(text);
  const sorted = (lines, added) =>
    [...new Set([...lines.split("\n").filter(Boolean), added])].sort().join("\n");
  const line = `import { ${name} } from "./${id}.js";`;
  return `${sorted(imports, line)}\n${middle}${sorted(rows, `  ${name},`)}\n${end}`;
}

function write(file, text) {
  const path = join(root, file);
  if (existsSync(path)) {
    console.error(`${file} exists`);
    process.exit(2);
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`made ${file}`);
}
