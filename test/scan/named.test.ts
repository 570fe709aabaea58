import { describe, expect, test } from "vitest";
import { type ConsumerPreset, consumerPresets } from "../../src/config/types.js";
import { readCandidates } from "../../src/scan/read.js";
import fc from "../support/fast-check.js";
import { codesIn, named } from "./scan.js";

const drifted: readonly (readonly [ConsumerPreset, string])[] = [
  [
    "typescript",
    `export type Code =\n  | "machine_not_found"\n  | "machine_not_ready"\n  | "machine_lost";\n`,
  ],
  ["typescript", `const retry = new Set(["machine_not_found", "machine_not_ready", "machine_lost"]);`],
  [
    "typescript",
    `const exits = { machine_x: 1, "machine_not_found": 3, "machine_not_ready": 7, "machine_lost": 1 };`,
  ],
  [
    "javascript",
    `switch (error.code) {\n  case "machine_not_found":\n  case "machine_not_ready":\n    return 3;\n  case "machine_lost":\n}`,
  ],
  ["javascript", `if (e.code === "machine_not_found") a();\nif (e.code === "machine_lost") b();`],
  ["python", `NOT_FOUND = "machine_not_found"\nNOT_READY = "machine_not_ready"\nLOST = "machine_lost"\n`],
  ["python", `if code in ("machine_not_found", "machine_not_ready", "machine_lost"):\n    pass\n`],
  [
    "python",
    `EXITS = {\n    "machine_not_found": 3,\n    "machine_not_ready": 7,\n    "machine_lost": 8,\n}\n`,
  ],
  [
    "go",
    `const (\n\tErrNotFound Code = "machine_not_found"\n\tErrNotReady Code = "machine_not_ready"\n\tErrLost Code = "machine_lost"\n)\n`,
  ],
  [
    "go",
    `switch code {\ncase "machine_not_found", "machine_not_ready":\n\treturn 3\ncase "machine_lost":\n}\n`,
  ],
  [
    "rust",
    `match code {\n    "machine_not_found" | "machine_not_ready" => 3,\n    "machine_lost" => 4,\n    _ => 1,\n}\n`,
  ],
  [
    "rust",
    `Code::NotFound => "machine_not_found",\nCode::NotReady => "machine_not_ready",\nCode::Lost => "machine_lost",\n`,
  ],
  ["java", `NOT_FOUND("machine_not_found"),\nNOT_READY("machine_not_ready"),\nLOST("machine_lost");\n`],
  [
    "kotlin",
    `when (code) {\n  "machine_not_found" -> 3\n  "machine_not_ready" -> 7\n  "machine_lost" -> 8\n}\n`,
  ],
  [
    "csharp",
    `public const string NotFound = "machine_not_found";\npublic const string NotReady = "machine_not_ready";\npublic const string Lost = "machine_lost";\n`,
  ],
  ["ruby", `EXITS = {\n  "machine_not_found" => 3,\n  "machine_not_ready" => 7,\n  "machine_lost" => 8\n}\n`],
  ["php", `$exits = ['machine_not_found' => 3, 'machine_not_ready' => 7, 'machine_lost' => 8];\n`],
  ["json", `{ "exits": { "machine_not_found": 3, "machine_not_ready": 7, "machine_lost": 8 } }`],
  ["json", `[{ "code": "machine_not_found" }, { "code": "machine_lost" }]`],
  ["yaml", `exits:\n  machine_not_found: 3\n  machine_not_ready: 7\n  machine_lost: 8\n`],
  ["yaml", `codes:\n  - machine_not_found\n  - machine_not_ready # soon\n  - machine_lost\n`],
  ["toml", `[exits]\nmachine_not_found = 3\nmachine_not_ready = 7\nmachine_lost = 8\n`],
  ["tsv", "code\texit\nmachine_not_found\t3\nmachine_not_ready\t7\nmachine_lost\t8\n"],
  ["csv", 'exit,code\n3,"machine_not_found"\n7,machine_not_ready\n8,machine_lost\n'],
  [
    "markdown",
    "| Code | Exit |\n|---|---|\n| `machine_not_found` | 3 |\n| `machine_not_ready` | 7 |\n| `machine_lost` | 8 |\n",
  ],
  ["markdown", "- `machine_not_found`: gone\n- `machine_not_ready`: soon\n- `machine_lost`: where\n"],
  ["markdown", '```json\n{ "code": "machine_not_found" }\n{ "code": "machine_lost" }\n```\n'],
];

describe("a code that the catalog lacks is seen where codes of the catalog stand", () => {
  test.each(drifted)("in %s: %s", (preset, text) => {
    expect(codesIn(text, preset)).toContain("machine_lost");
    expect(codesIn(text, preset)).toContain("machine_not_found");
    expect(codesIn(text, preset)).not.toContain("code");
  });
});

describe("what only looks like a code is none", () => {
  test.each<readonly [string, ConsumerPreset, string]>([
    [
      "a field beside codes",
      "typescript",
      `const a = ["machine_not_found", "machine_not_ready"];\nconst b = ["user_id", "created_at"];`,
    ],
    ["another property", "json", `[{ "code": "machine_not_found", "type": "big_machine" }]`],
    ["another column", "tsv", "machine_not_found\tbig_machine\nmachine_not_ready\tsmall_machine\n"],
    [
      "another switch",
      "go",
      `switch code {\ncase "machine_not_found", "machine_not_ready":\n}\nswitch kind {\ncase "big_machine":\n}\n`,
    ],
    [
      "another union",
      "typescript",
      `interface A {\n  code: "machine_not_found" | "machine_not_ready";\n  kind: "big_machine" | "small_machine";\n}`,
    ],
    ["a comment", "go", `// "machine_lost"\nx := []string{"machine_not_found", "machine_not_ready"}`],
    [
      "a sentence beside codes",
      "markdown",
      "See `machine_not_found` and `machine_not_ready`, in field `machine_state`.",
    ],
    ["a call with a message", "python", `raise ApiError("machine_not_found", "machine_gone_away")`],
    [
      "system errors of another convention",
      "javascript",
      `if (e.code === "machine_not_found" || e.code === "ENOENT") a();`,
    ],
  ])("%s", (_, preset, text) => {
    const expected = codesIn(text, preset).filter((code) => !/^machine_not_|^QUOTA/.test(code));
    expect(expected.filter((code) => code !== "ENOENT" || !text.includes("machine_not_ready"))).toEqual(
      expected.includes("ENOENT") ? ["ENOENT"] : [],
    );
  });
});

test("another case of a code is seen, and the place is exact", () => {
  expect(named("machine_not_found\t3\nvolume_not_found\t3\n  quota_exceeded\t6\n", "tsv")).toEqual([
    "machine_not_found 1:1",
    "volume_not_found 2:1",
    "quota_exceeded 3:3",
  ]);
});

test("one word alone counts only where codes stand", () => {
  expect(codesIn(`log("unauthorized")`, "go")).toEqual([]);
  expect(codesIn(`case "machine_not_found", "machine_not_ready", "unauthorized":`, "go")).toContain(
    "unauthorized",
  );
});

test("any text can be read in every way, in reasonable time, with every place inside of it", () => {
  const piece = fc.constantFrom(
    '"',
    "'",
    "`",
    '"""',
    "/*",
    "//",
    "#",
    "\n",
    "|",
    "- ",
    ": ",
    'r#"',
    "{",
    "[",
    "(",
    ")",
    "a_b",
    "```",
    "\\",
    "\t",
    ",",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom(...consumerPresets), (pieces, preset) => {
      const text = pieces.join("");
      for (const { text: found, start, end } of readCandidates(text, preset)) {
        expect(text.slice(start, end)).toBe(found);
      }
    }),
  );
});

test.each(
  consumerPresets.flatMap((preset) =>
    ['"', "`", 'r#"', "/*", "a: ", "| ", "**", "(", "```\n", "x\t"].map((piece) => [preset, piece]),
  ),
)("a file of %s full of %j is read in linear time", (preset, piece) => {
  const started = performance.now();
  readCandidates(piece.repeat(40_000 / piece.length), preset as ConsumerPreset);
  expect(performance.now() - started).toBeLessThan(3000);
});
