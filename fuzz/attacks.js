// Inputs that are made to hurt, at the size at which they do. Each is a folder of files and the commands to run there.
import { createHash } from "node:crypto";
import { codeName, generateSpec, historyOf } from "../bench/generate.js";

const spec = "openapi.json";
const range = (count) => [...Array(count).keys()];
const object = (entries) => Object.fromEntries(entries);
const ref = (name) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema) => ({ "application/json": { schema } });

const withExamples = (schema, count, value) => ({
  "/q": {
    get: {
      responses: {
        400: {
          description: "n",
          content: {
            "application/json": { schema, examples: object(range(count).map((i) => [`x${i}`, { value }])) },
          },
        },
      },
    },
  },
});

const failing = (count, schemaOf) =>
  object(
    range(count).map((i) => [
      `/p${i}`,
      { get: { responses: { 400: { description: "n", content: json(schemaOf(i)) } } } },
    ]),
  );

const error = (code) => ({
  type: "object",
  required: ["code"],
  properties: { code, error: { type: "string" } },
});
const codes = range(20).map((i) => `code_${i}_failed`);

function openapi({ paths = {}, schemas = {}, code = { type: "string", enum: codes }, ...more } = {}) {
  const own = { "/x": { get: { responses: { 404: { description: "no", content: json(ref("Error")) } } } } };
  return {
    openapi: "3.1.0",
    info: { title: "Hostile", version: "1.0.0" },
    paths: { ...own, ...paths },
    components: { schemas: { Error: error(code), ...schemas } },
    ...more,
  };
}
const text = (options) => JSON.stringify(openapi(options));

const baselineOf = (names, more = {}) =>
  JSON.stringify({
    format: 1,
    version: "1.0.0",
    errors: { schemas: ["Error"], code: "code", linked: "responses" },
    open: "closed",
    codes: object(names.map((name) => [name, { since: "1.0.0" }])),
    ...more,
  });
const locked = baselineOf(codes);
const lattice = (levels, keyword, end) =>
  object([
    ...range(levels).map((i) => [`L${i}`, { [keyword]: range(8).map(() => ref(`L${i + 1}`)) }]),
    [`L${levels}`, end],
  ]);
const sameCode = (_, j) => `c_${j}_failed`;
const ownCode = (i, j) => `c_${i}_${j}_failed`;
const listed = (values) => ({ enum: values });
const branched = (values) => ({ oneOf: values.map((value) => ({ const: value })) });
const throughLattice = (keyword, end = error({ enum: codes })) =>
  text({
    schemas: lattice(60, keyword, end),
    paths: { "/l": { get: { responses: { 400: { description: "no", content: json(ref("L0")) } } } } },
  });

const judged = [
  ["check"],
  ["codes", "-f", "json"],
  ["baseline", "init", "--baseline", "fresh.json", spec],
  ["docs", "-f", "html"],
  ["generate", "typescript"],
];
const gate = [["check"], ["codes"]];
const lints = [["check"], ["lint", "-f", "json"]];
const gateYaml = [
  ["check", "openapi.yaml"],
  ["codes", "openapi.yaml"],
];
const every = ["text", "json", "sarif", "junit", "github", "gitlab", "markdown", "html"];

const inSpec =
  (content, runs = judged, { seconds, ...more } = {}) =>
  () => ({ files: { [spec]: content(), "baselines/openapi.json": locked, ...more }, runs, seconds });

const compared =
  (make, seconds, runs = [["diff", "old.json", "new.json"]]) =>
  () => {
    const [before, after] = make();
    return { files: { "old.json": before, "new.json": after }, runs, seconds };
  };
const bothWays = [
  ["diff", "old.json", "new.json"],
  ["diff", "new.json", "old.json"],
];
const failures = (count) => range(count).map((i) => codeName(i, "failed"));
const letters = (i) =>
  i
    .toString(26)
    .padStart(4, "0")
    .replace(/\d/g, (digit) => "qrstuvwxyz"[digit]);
const places = (count, response) =>
  object(range(count).map((i) => [`/p${i}`, { get: { responses: { 404: response(i) } } }]));
const carrying = (schema, more = {}) => ({
  description: "n",
  content: { "application/json": { schema, ...more } },
});

/** What `git fast-import` reads: each commit has the newest file refer to a newer one. */
const historyOfFiles = (commits) => {
  const data = (content) => `data ${Buffer.byteLength(content)}\n${content}\n`;
  const file = (path, content) => `M 100644 inline ${path}\n${data(content)}`;
  return range(commits)
    .map((i) => {
      const refers = JSON.stringify({ $ref: `./f${i}.json` });
      const changed =
        i === 0
          ? file(spec, text({ schemas: { Knot: JSON.parse(refers) } }))
          : file(`f${i - 1}.json`, refers);
      const head = `commit refs/heads/main\ncommitter a <a@example.com> ${1_600_000_000 + i * 86_400} +0000\n`;
      return `${head}${data(`c${i}`)}${changed}${file(`f${i}.json`, "{}")}`;
    })
    .join("");
};

/** Name to what makes it. */
export const attacks = {
  "a million brackets": inSpec(() => "[".repeat(1_000_000), gate),
  "a string of 90 MB": inSpec(() => text({ schemas: { Big: { description: "x".repeat(90_000_000) } } })),
  "a code of 50 MB": inSpec(() => text({ code: { enum: [...codes, `a_${"x".repeat(50_000_000)}`] } })),
  "a description of 40 MB at a code": inSpec(() =>
    text({
      code: {
        oneOf: codes.map((code, i) => ({
          const: code,
          description: i === 0 ? "y ".repeat(20_000_000) : "z",
        })),
      },
    }),
  ),
  "a description of 2 MB of digits": inSpec(
    () =>
      text({
        code: {
          oneOf: codes.map((code, i) => ({
            const: code,
            description: i === 0 ? "1".repeat(2_000_000) : "z",
          })),
        },
      }),
    [["docs"], ["docs", "-f", "html"]],
  ),
  "a line of 50 MB in YAML": () => ({
    files: { "openapi.yaml": `x: "${"y".repeat(50_000_000)}"\n${JSON.stringify(openapi())}` },
    runs: gateYaml,
  }),
  "a million codes": inSpec(() => text({ code: { enum: range(1_000_000).map((i) => `e${i}_failed`) } })),
  "twenty thousand codes, all new": inSpec(() =>
    text({ code: { enum: range(20_000).map((i) => codeName(i, "failed")) } }),
  ),
  "twenty thousand codes left, as many came": () => ({
    files: {
      [spec]: text({ code: { enum: range(20_000).map((i) => codeName(i, "refused")) } }),
      "baselines/openapi.json": baselineOf(range(20_000).map((i) => codeName(i, "failed"))),
    },
    seconds: 12,
    runs: every.map((format) => ["check", "-f", format]),
  }),
  "twenty thousand codes of one description renamed": () => {
    const of = (verb) =>
      text({
        code: {
          oneOf: range(20_000).map((i) => ({
            const: codeName(i, verb),
            description: "The request could not be served.",
          })),
        },
      });
    return {
      files: { "old.json": of("failed"), "new.json": of("refused") },
      seconds: 12,
      runs: [["diff", "old.json", "new.json"]],
    };
  },
  "twenty thousand responses that no longer carry a list": compared(
    () => {
      const of = (response) =>
        text({ code: { enum: failures(20_000) }, paths: places(20_000, () => response) });
      return [of(carrying(ref("Error"))), of({ description: "n" })];
    },
    10,
    bothWays,
  ),
  "ten thousand operations that lost ten thousand codes": compared(() => {
    const all = failures(10_000);
    const of = (list) =>
      text({
        code: { enum: all },
        schemas: { Part: error({ enum: list }) },
        paths: places(10_000, () => carrying(ref("Part"))),
      });
    return [of(all.slice(1)), of([all[0]])];
  }, 10),
  "ten thousand operations that lost ten thousand codes, all named": compared(
    () => {
      const all = failures(10_000);
      const of = (list) =>
        text({
          code: { enum: all },
          schemas: { Part: error({ enum: list }) },
          paths: places(10_000, () => carrying(ref("Part"))),
        });
      return [of(all.slice(1)), of([all[0]])];
    },
    undefined,
    [
      ["diff", "-f", "json", "old.json", "new.json"],
      ["docs", "-f", "json", "old.json"],
      ["docs", "-f", "html", "old.json"],
      ["codes", "-f", "json", "old.json"],
    ],
  ),
  "four thousand operations with a long list and one of their own": compared(
    () => {
      const all = failures(4_000);
      const of = (list) =>
        text({
          code: { enum: all },
          schemas: { Shared: error({ enum: list }) },
          paths: object(
            range(4_000).map((i) => [
              `/p${i}`,
              {
                get: {
                  responses: {
                    400: carrying(error({ enum: [all[i], all[(i + 1) % 4_000]] })),
                    404: carrying(ref("Shared")),
                  },
                },
              },
            ]),
          ),
        });
      return [of(all), of(all.slice(1))];
    },
    12,
    bothWays,
  ),
  "two thousand catalogs that each lost a code": compared(() => {
    const of = (verb) =>
      text({
        paths: failing(2_000, (i) => ({
          properties: { [`x${i}_error`]: error({ enum: [`a${i}_failed`, `${verb}${i}_failed`] }) },
        })),
      });
    return [of("b"), of("zz")];
  }, 10),
  "catalogs that all moved with the same codes": compared(() => {
    const of = (name) =>
      text({
        paths: failing(2_000, (i) => ({
          properties: { [`${name}${i}_error`]: error({ enum: codes }) },
        })),
      });
    return [of("x"), of("y")];
  }, 12),
  "two thousand fields that shared a list and get lists of their own": compared(() => {
    const of = (code) => {
      const fields = object(range(2_000).map((i) => [`x${i}_error`, error(code)]));
      return text({
        paths: failing(1, () => ref("Fields")),
        schemas: {
          Code: { enum: codes },
          Fields: { properties: { ...error(ref("Code")).properties, ...fields } },
        },
      });
    };
    return [of(ref("Code")), of({ enum: codes.slice(1) })];
  }, 10),
  "ten thousand examples beside a list of as many": compared(() => {
    const all = failures(10_000);
    const of = (code) =>
      text({
        code: { enum: [...all, code] },
        paths: places(10_000, (i) => carrying(ref("Error"), { example: { code: all[i], error: "m" } })),
      });
    return [of("gone_away"), of("come_back")];
  }, 10),
  "a code that left five thousand lists": compared(() => {
    const of = (code, verb) =>
      text({ paths: places(5_000, (i) => carrying(error({ enum: [code, `${verb}_${letters(i)}`] }))) });
    return [of("thing_gone", "left"), of("thing_lost", "came")];
  }, 12),
  "twenty thousand messages of one code": compared(() => {
    const of = (code) =>
      text({
        code: { enum: [...codes, code] },
        paths: places(1, () =>
          carrying(ref("Error"), {
            examples: object(
              range(20_000).map((i) => [
                `x${i}`,
                { value: { code, error: `${code} was said for time ${i}` } },
              ]),
            ),
          }),
        ),
      });
    return [of("gone_away"), of("come_back")];
  }),
  "long descriptions of codes that all changed": compared(() => {
    const of = (verb) =>
      text({
        code: {
          oneOf: range(70).map((i) => ({
            const: `${verb}_${letters(i)}`,
            description: range(9_000)
              .map((word) => `w${(word * 7 + i) % 5_000}`)
              .join(" "),
          })),
        },
      });
    return [of("left"), of("came")];
  }),
  "names of many words that all changed": compared(() => {
    const of = (from) =>
      text({
        code: {
          enum: range(77).map((i) =>
            range(20)
              .map((word) => letters(26 ** 3 + from + 2 * (i * 20 + word)))
              .join("_"),
          ),
        },
      });
    return [of(0), of(1)];
  }),
  "a field of four hundred thousand dots that left": compared(
    () => {
      const of = (name) =>
        text({
          schemas: { Error: { ...error({ enum: codes }), properties: { code: { enum: codes }, ...name } } },
        });
      return [of({ ["a.".repeat(400_000)]: { type: "string" } }), of({})];
    },
    undefined,
    bothWays,
  ),
  "codes of the same letters": () => {
    const names = range(20_000).map((i) =>
      [..."abcdefghijklmnop"].map((letter, at) => ((i >> at) & 1 ? `${letter}_` : letter)).join(""),
    );
    return {
      files: {
        "old.json": text({ code: { enum: [...names, "x"] } }),
        "new.json": text({ code: { enum: names.filter((_, i) => i % 2 === 0) } }),
      },
      runs: [["diff", "old.json", "new.json"]],
    };
  },
  "codes that all are one slip apart": () => {
    const of = (letter) =>
      range(20_000).map(
        (i) => `code_${i.toString(2).padStart(15, "0").replaceAll("0", "a").replaceAll("1", "b")}${letter}`,
      );
    return {
      files: { "old.json": text({ code: { enum: of("c") } }), "new.json": text({ code: { enum: of("d") } }) },
      seconds: 12,
      runs: [["diff", "old.json", "new.json"]],
    };
  },
  "a million responses": inSpec(
    () =>
      text({
        paths: object(
          range(250_000).map((i) => [
            `/p${i}`,
            { get: { responses: object([400, 401, 404, 409].map((s) => [s, { description: "n" }])) } },
          ]),
        ),
      }),
    [["check"], ["lint", "-f", "json"]],
  ),
  "path items that multiply": inSpec(
    () =>
      text({
        paths: {
          "/wide": {
            get: {
              responses: object(
                range(200).map((i) => [400 + i, { description: "n", content: json(ref("Error")) }]),
              ),
            },
          },
          ...object(range(50_000).map((i) => [`/p${i}`, { $ref: "#/paths/~1wide" }])),
        },
      }),
    gate,
  ),
  "findings in a line of many tabs": inSpec(
    () => {
      const document = text({
        schemas: object(range(2_000).map((i) => [`S${i}`, { properties: { a: { type: "string" } } }])),
        paths: failing(2_000, (i) => ref(`S${i}`)),
      });
      return `{${"\t".repeat(4_000_000)}${document.slice(1)}${" ".repeat(4_000_000)}`;
    },
    ["text", "html"].map((format) => ["check", "-f", format]),
  ),
  "a hundred thousand findings": () => ({
    files: { [spec]: generateSpec({ operations: 33_333, codes: 100, described: false }) },
    runs: every.map((format) => ["lint", "-f", format]),
    seconds: 12,
  }),
  "twenty thousand operations with codes of their own": inSpec(
    () =>
      text({
        paths: object(
          range(20_000).map((i) => [
            `/p${i}`,
            {
              get: {
                responses: { 400: { description: "n", content: json(error({ enum: [`own_${i}_failed`] })) } },
              },
            },
          ]),
        ),
      }),
    judged,
    { seconds: 12 },
  ),
  "codes in another script in generated sources": inSpec(
    () => text({ code: { enum: range(2_000).map((i) => `${"\u05d0\u05d1_".repeat(600)}${i}_failed`) } }),
    [
      ["generate", "typescript"],
      ["generate", "go"],
    ],
    {
      "errlock.yaml": "specs: [{ spec: openapi.json, errors: { schemas: [Error], code: code } }]\n",
    },
  ),
  "anchors by the million": () => ({
    files: {
      "openapi.yaml": `${range(1_000_000)
        .map((i) => `a${i}: &a${i} 1`)
        .join("\n")}\n`,
    },
    runs: gateYaml,
  }),
  "empty documents by the hundred thousand": () => ({
    files: { "openapi.yaml": `${"---\n".repeat(200_000)}a: 1\n---\nb: 1\n` },
    runs: gateYaml,
  }),
  "empty lists by the million": () => ({
    files: {
      [spec]: text(),
      "lists.json": `{"openapi":"3.1.0","x-a":[${"[],".repeat(30_000_000)}[]]}`,
      "a.har": `{"log":{"entries":[${"[],".repeat(30_000_000)}[]]}}`,
    },
    runs: [
      ["check", "lists.json"],
      ["traffic", "--spec", spec, "a.har"],
    ],
  }),
  "an alias bomb": () => ({
    files: {
      "openapi.yaml": `a0: &a0 [x, x]\n${range(60)
        .map((i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)
        .join("\n")}\n`,
    },
    runs: gateYaml,
  }),
  "a bomb of merge keys": () => ({
    files: {
      "openapi.yaml": `m0: &m0 {${range(1000).map((i) => `k${i}: 1`)}}\n${range(2000)
        .map((i) => `m${i + 1}: &m${i + 1} {<<: [*m${i}, *m0], n${i}: 1}`)
        .join("\n")}\n`,
    },
    runs: gateYaml,
  }),
  "huge integers as keys": inSpec(() =>
    text({ schemas: object(range(100_000).map((i) => [String(4_294_967_290 + i), { type: "string" }])) }),
  ),
  "sparse indices as keys": inSpec(() =>
    text({ schemas: object(range(50_000).map((i) => [String(i * 80_000), { type: "string" }])) }),
  ),
  "references through a lattice of allOf": inSpec(() => throughLattice("allOf")),
  "references through a lattice of oneOf": inSpec(() => throughLattice("oneOf")),
  "references through a lattice of anyOf": inSpec(() => throughLattice("anyOf")),
  ...object(
    [
      ["lists of the same codes, four million values", 200, sameCode, listed],
      ["lists of operations' own codes, four million values", 200, ownCode, listed],
      ["branches of the same codes, a million", 50, sameCode, branched],
      ["lists of the same codes that just fit", 9, sameCode, listed],
      ["lists of operations' own codes that just fit", 9, ownCode, listed],
      ["branches of the same codes that just fit", 2, sameCode, branched],
    ].map(([name, operations, codeOf, schemaOf]) => [
      name,
      inSpec(
        () =>
          text({
            paths: failing(operations, (i) => error(schemaOf(range(20_000).map((j) => codeOf(i, j))))),
          }),
        judged,
      ),
    ]),
  ),
  "five thousand operations with a path of codes each": inSpec(
    () =>
      text({
        paths: failing(5_000, (i) => ({
          properties: { [`x${i}_error`]: error({ enum: [`a${i}_failed`, `b${i}_failed`] }) },
        })),
      }),
    lints,
    { seconds: 8 },
  ),
  "two thousand examples of operations with a path of codes each": inSpec(
    () =>
      text({
        paths: object(
          range(2_000).map((i) => {
            const code = {
              enum: [`a${i}_failed`],
              "x-error-codes": { [`a${i}_failed`]: { statuses: [404] } },
            };
            const example = { [`x${i}_error`]: { code: `a${i}_failed` } };
            const schema = { properties: { [`x${i}_error`]: error(code) } };
            return [`/p${i}`, { get: { responses: { 400: carrying(schema, { example }) } } }];
          }),
        ),
      }),
    lints,
  ),
  "two thousand responses with two thousand codes of another status": inSpec(() => {
    const all = failures(2_000);
    const notes = object(all.map((code) => [code, { statuses: [400] }]));
    return text({
      code: { enum: all, "x-error-codes": notes },
      schemas: { Few: error({ enum: all.slice(1) }) },
      paths: places(2_000, () => carrying(ref("Few"))),
    });
  }, [["lint", "-f", "json"]]),
  "five thousand schemas with an $id and an anchor of one name": inSpec(
    () =>
      text({
        schemas: object(
          range(4_990).map((i) => [
            `S${i}`,
            {
              $id: `http://x/s${i}`,
              $defs: { A: { $anchor: "a", type: "string" } },
              properties: { a: { $ref: "#a" }, b: { $ref: `s${(i + 1) % 4_990}` } },
            },
          ]),
        ),
        paths: failing(4_990, (i) => ref(`S${i}`)),
      }),
    lints,
  ),
  "pointers that each lead twice through the next": inSpec(() => {
    const to = (i) => ({ $ref: `#/x-r/R${i}/x/b/y` });
    const wraps = range(61).reduce((y, i) => ({ b: to(i), y }), error({ enum: codes }));
    const hops = object(range(60).map((i) => [`R${i}`, { x: to(i + 1) }]));
    return text({ "x-r": { ...hops, R60: { x: { b: { y: wraps } } } }, paths: failing(1, () => to(0)) });
  }),
  "pointers through one of 1 MB": inSpec(
    () =>
      text({
        "x-r": { R: { $ref: `#/${"a/".repeat(500_000)}` } },
        paths: failing(1_000, (i) => ({ $ref: `#/x-r/R/x${i}` })),
      }),
    lints,
  ),
  "a pattern of many states over long codes": inSpec(
    () =>
      text({
        code: { enum: [...codes, ...range(900).map((i) => `c_${i}_${"a".repeat(5_000)}`)] },
      }),
    [["lint", "-f", "json"]],
    {
      "errlock.yaml":
        'specs: [{ spec: openapi.json, errors: { schemas: [Error], code: code } }]\nrules: { error-code-format: [error, { pattern: "(a?){1200}b" }] }\n',
    },
  ),
  "options of many entries": inSpec(
    () =>
      text({
        schemas: object(range(2_000).map((i) => [`E${i}`, error({ enum: codes })])),
        paths: failing(2_000, (i) => ref(`E${i}`)),
      }),
    [["lint", "-f", "json"]],
    {
      "errlock.yaml": JSON.stringify({
        rules: {
          "error-response-shape": [
            "error",
            { optional: object(range(4_000).map((i) => [`o${i}`, "string"])) },
          ],
          "error-field-scope": ["error", { fields: object(range(4_000).map((i) => [`f${i}`, ["422"]])) }],
          "error-response-required": ["error", { allow: range(8_000).map((i) => `a${i}`) }],
          "error-response-retry-after": ["error", { statuses: range(8_000).map((i) => `a${i}`) }],
        },
      }),
    },
  ),
  "two thousand media types with properties of their own": inSpec(
    () =>
      text({
        paths: places(1, () => ({
          description: "n",
          content: object(
            range(2_000).map((i) => [
              `application/x${i}+json`,
              { schema: { properties: { [`e${i}`]: error({ enum: [`a${i}_failed`, "b_failed"] }) } } },
            ]),
          ),
        })),
      }),
    lints,
  ),
  "bodies that each add a code to four thousand": inSpec(
    () =>
      text({
        schemas: { Codes: { enum: range(4_000).map((i) => codeName(i, "failed")) } },
        paths: failing(4_000, (i) => error({ oneOf: [ref("Codes"), { const: `own_${i}_failed` }] })),
      }),
    lints,
  ),
  "bodies that each add a property to ten thousand required ones": inSpec(
    () =>
      text({
        schemas: {
          Base: { ...error({ enum: codes }), required: ["code", ...range(10_000).map((i) => `r${i}`)] },
        },
        paths: failing(4_000, (i) => ({ allOf: [ref("Base"), { properties: { [`x${i}`]: {} } }] })),
      }),
    lints,
  ),
  "bodies that each refer to two thousand schemas": inSpec(
    () =>
      text({
        schemas: {
          Big: { oneOf: range(2_000).map((i) => ref(`S${i}`)) },
          ...object(range(2_000).map((i) => [`S${i}`, { properties: { code: { type: "string" } } }])),
        },
        paths: failing(2_000, (i) => ({ allOf: [ref("Big")], description: `d${i}` })),
      }),
    lints,
  ),
  "two lists in each of ten thousand parts": inSpec(
    () =>
      text({
        paths: failing(1, () => ({
          allOf: range(10_000).map((i) => ({
            oneOf: ["p", "q"].map((name) => ({
              properties: { [`${name}${i}`]: { enum: ["a_failed", "b_failed"] } },
            })),
          })),
        })),
      }),
    lints,
  ),
  "sixty lists in twenty thousand branches": inSpec(
    () =>
      text({
        paths: failing(1, () => ({
          oneOf: range(20_000).map((i) => ({
            properties: { [`p${i % 60}`]: { enum: [`a${i}_failed`, "b_failed"] } },
          })),
        })),
      }),
    lints,
  ),
  "messages in every spelling": inSpec(
    () =>
      text({
        schemas: {
          Spelled: {
            allOf: [
              error({ enum: codes }),
              ...range(2_000).map((i) => ({
                properties: {
                  [[..."description"].map((c, at) => ((i >> at) & 1 ? c.toUpperCase() : c)).join("")]: {
                    type: "number",
                  },
                },
              })),
            ],
          },
        },
        paths: failing(1, () => ref("Spelled")),
      }),
    lints,
  ),
  "examples of a response that many operations share": inSpec(
    () =>
      text({
        responses: {
          Shared: withExamples(ref("Error"), 4_000, { code: "c", error: "m" })["/q"].get.responses[400],
        },
        paths: object(
          range(4_000).map((i) => [
            `/p${i}`,
            { get: { responses: { 400: { $ref: "#/responses/Shared" } } } },
          ]),
        ),
      }),
    lints,
  ),
  "notes on twenty thousand codes": inSpec(
    () =>
      text({
        code: {
          enum: range(20_000).map((i) => codeName(i, "failed")),
          "x-enum-elements": range(20_000).map((i) => ({ value: codeName(i, "failed"), description: "d" })),
          "x-deprecated": range(20_000).map((i) => `z${i}`),
        },
      }),
    lints,
  ),
  "references through a lattice to no error": inSpec(() => throughLattice("allOf", { type: "object" })),
  "codes with statuses beside as many that none has": inSpec(
    () =>
      text({
        code: {
          enum: range(20_000).map((i) => codeName(i, "failed")),
          "x-error-codes": object(range(20_000).map((i) => [codeName(i, "failed"), { statuses: [999] }])),
        },
        paths: {
          "/q": {
            get: {
              responses: object(
                range(20_000).map((i) => [`s${i}`, { description: "n", content: json(ref("Error")) }]),
              ),
            },
          },
        },
      }),
    lints,
    { seconds: 8 },
  ),
  "a response of many operations with many codes": inSpec(
    () =>
      text({
        code: {
          enum: range(10_000).map((i) => codeName(i, "failed")),
          "x-error-codes": object(range(10_000).map((i) => [codeName(i, "failed"), { statuses: [400] }])),
        },
        schemas: { Few: error({ enum: range(9_999).map((i) => codeName(i, "failed")) }) },
        responses: { Shared: { description: "n", content: json(ref("Few")) } },
        paths: object(
          range(20_000).map((i) => [
            `/p${i}`,
            { get: { responses: { 404: { $ref: "#/responses/Shared" } } } },
          ]),
        ),
      }),
    lints,
  ),
  "ten thousand examples with the last of twenty thousand codes": inSpec(
    () =>
      text({
        code: { enum: range(20_000).map((i) => codeName(i, "failed")) },
        paths: withExamples(ref("Error"), 10_000, { code: codeName(19_999, "failed"), error: "m" }),
      }),
    lints,
  ),
  "an example of 1 MB against twenty thousand bounds": inSpec(
    () =>
      text({
        paths: withExamples(
          {
            ...error({ enum: codes }),
            oneOf: range(20_000).map(() => ({ properties: { error: { minLength: 2e6 } } })),
          },
          1,
          { code: codes[0], error: "x".repeat(1_000_000) },
        ),
      }),
    lints,
  ),
  "an example of many properties against twenty thousand schemas": inSpec(
    () =>
      text({
        paths: withExamples(
          { ...error({ enum: codes }), allOf: range(20_000).map(() => ({ type: "object" })) },
          1,
          { code: codes[0], error: "m", ...object(range(10_000).map((i) => [`p${i}`, 1])) },
        ),
      }),
    lints,
  ),
  "requirements of security for twenty thousand operations": inSpec(
    () =>
      text({
        security: range(20_000).map((i) => ({ [`scheme${i}`]: [] })),
        paths: object(
          range(20_000).map((i) => [
            `/p${i}`,
            { get: { responses: { 404: { description: "n", content: json(ref("Error")) } } } },
          ]),
        ),
      }),
    lints,
  ),
  "parameters that twenty thousand operations share": () => ({
    files: {
      "swagger.json": JSON.stringify({
        swagger: "2.0",
        info: { title: "Hostile", version: "1.0.0" },
        produces: range(20_000).map((i) => `text/x-${i}`),
        paths: {
          "/q": {
            parameters: range(20_000).map((i) => ({ name: `p${i}`, in: "query" })),
            additionalOperations: object(
              range(20_000).map((i) => [
                `M${i}`,
                { responses: { 404: { description: "n", schema: { $ref: "#/definitions/Error" } } } },
              ]),
            ),
          },
        },
        definitions: { Error: error({ type: "string", enum: codes }) },
      }),
    },
    runs: [["lint", "swagger.json"]],
  }),
  "a circle of discriminators": inSpec(() =>
    text({
      schemas: object(
        range(300).map((i) => [
          `D${i}`,
          {
            oneOf: range(300).map((j) => ref(`D${j}`)),
            discriminator: {
              propertyName: "code",
              mapping: object(range(300).map((j) => [`code_${j}`, `#/components/schemas/D${j}`])),
            },
          },
        ]),
      ),
      paths: { "/d": { get: { responses: { 400: { description: "n", content: json(ref("D0")) } } } } },
    }),
  ),
  "a chain of a hundred thousand references": inSpec(() =>
    text({
      schemas: object(range(100_000).map((i) => [`C${i}`, ref(`C${i + 1}`)])),
      paths: { "/c": { get: { responses: { 400: { description: "n", content: json(ref("C0")) } } } } },
    }),
  ),
  "a deep allOf": inSpec(() => {
    let schema = error({ enum: codes });
    for (const _ of range(150)) schema = { allOf: [schema, { properties: { a: { type: "string" } } }] };
    return text({
      schemas: { Deep: schema },
      paths: { "/d": { get: { responses: { 400: { description: "n", content: json(ref("Deep")) } } } } },
    });
  }),
  "patterns that never end in schemas of examples": inSpec(() =>
    text({
      paths: {
        "/p": {
          get: {
            responses: {
              400: {
                description: "n",
                content: {
                  "application/json": {
                    schema: {
                      ...error({ type: "string", pattern: "^(a+)+$", enum: codes }),
                      allOf: [{ properties: { error: { pattern: "(x+x+)+y" } } }],
                    },
                    example: { code: `${"a".repeat(40)}!`, error: "x".repeat(5000) },
                  },
                },
              },
            },
          },
        },
      },
    }),
  ),
  "ten thousand examples against a wide oneOf": inSpec(() =>
    text({
      paths: {
        "/p": {
          get: {
            responses: {
              400: {
                description: "n",
                content: {
                  "application/json": {
                    schema: { oneOf: range(2_000).map((i) => error({ const: `e_${i}` })) },
                    examples: object(
                      range(10_000).map((i) => [`x${i}`, { value: { code: `e_${i}`, error: "m" } }]),
                    ),
                  },
                },
              },
            },
          },
        },
      },
    }),
  ),
  "an option with a pattern that never ends": inSpec(
    () => text({ code: { enum: [...codes, `${"a".repeat(5000)}!`] } }),
    gate,
    {
      "errlock.yaml": 'rules: { error-code-format: [error, { pattern: "^(a+)+$" }] }\n',
    },
  ),
  "a pattern that counts": inSpec(() => text({ code: { enum: [...codes, `${"a".repeat(5000)}!`] } }), gate, {
    "errlock.yaml": 'rules: { error-code-format: [error, { pattern: "^((a{1,500}){1,500}){1,500}$" }] }\n',
  }),
  "a config of ninety thousand keys": inSpec(() => text(), gate, {
    "errlock.yaml": `rules:\n${range(90_000)
      .map((i) => ` a${i}: 1`)
      .join("\n")}\n`,
  }),
  "a config of ninety thousand aliases": inSpec(() => text(), gate, {
    "errlock.yaml": `ruleset: &a r.yaml\nspecs: [${Array(90_000).fill("*a").join(", ")}]\n`,
  }),
  "a glob of braces that never end": inSpec(() => text(), gate, {
    "errlock.yaml": `specs: ["${"{".repeat(900_000)}"]\n`,
  }),
  "a glob of many folders": inSpec(() => text(), gate, {
    [`${"a/".repeat(40)}x.json`]: text(),
    "errlock.yaml": `specs: ["${"**/a/".repeat(20)}b.json"]\n`,
  }),
  "five thousand globs": () => ({
    files: {
      ...object(
        range(20).flatMap((i) => [
          [`specs/s${i}.json`, text()],
          [`baselines/s${i}.json`, locked],
        ]),
      ),
      "errlock.yaml": `specs:\n${range(5_000)
        .map((i) => `- specs/a${i}*`)
        .join("\n")}\n- specs/s*.json\n`,
    },
    runs: [["check"]],
  }),
  "acceptances of fields that left": inSpec(() => text(), gate, {
    "baselines/openapi.json": baselineOf(codes, {
      body: object(range(8_000).map((i) => [`f${i}`, { type: ["string"], required: false }])),
    }),
    "errlock.yaml": `accept:\n${range(8_000)
      .map((i) => `- { kind: body-field-removed, at: f${i}, reason: r }`)
      .join("\n")}\n`,
  }),
  "acceptances beside many specs": () => ({
    files: {
      ...object(
        range(150).flatMap((i) => [
          [`specs/s${i}.json`, text()],
          [`baselines/s${i}.json`, locked],
        ]),
      ),
      "errlock.yaml": `accept:\n${range(5_000)
        .map((i) => `- { code: c${i}, reason: r }`)
        .join("\n")}\n`,
    },
    runs: [["check"]],
  }),
  "many specs of one file with many codes": () => ({
    files: {
      "shared.json": text({ code: { enum: failures(20_000) } }),
      ...object(
        range(100).flatMap((i) => [
          [
            `specs/s${i}.json`,
            text({ schemas: { Error: { $ref: "../shared.json#/components/schemas/Error" } } }),
          ],
          [`baselines/s${i}.json`, baselineOf(failures(20_000))],
        ]),
      ),
    },
    seconds: 30,
    runs: [["check"], ["lint"], ["codes", "-f", "json"]],
  }),
  "a history of many codes": () => ({
    files: {},
    history: historyOf(
      generateSpec({
        operations: 3,
        codes: 5_000,
        name: (i) => (i === 0 ? "CODE_OF_THIS_VERSION" : codeName(i, "failed")),
      }),
      100,
    ),
    seconds: 12,
    runs: [["history", spec]],
  }),
  "acceptances above a long comment": inSpec(
    () => text({ code: { enum: ["code_0_failed"] } }),
    [["accept", "--all", "--reason", "x"]],
    {
      "baselines/openapi.json": baselineOf(range(5_000).map((i) => `b${i}_failed`)),
      "errlock.yaml": `accept:\n- code: a\n  reason: r\n${" #\n".repeat(50_000)}- code: z\n  reason: r\n`,
    },
  ),
  "an acceptance of many codes that became many": inSpec(
    () => text({ code: { enum: range(20_000).map((i) => `t${i}`) } }),
    gate,
    {
      "baselines/openapi.json": baselineOf(range(20_000).map((i) => `c${i}`)),
      "errlock.yaml": `accept:\n- reason: r\n  codes: [${range(20_000).map((i) => `c${i}`)}]\n  to: [${range(20_000).map((i) => `t${i}`)}]\n`,
    },
  ),
  "an acceptance of many codes with a long reason": inSpec(() => text(), [["check", "-f", "json"]], {
    "baselines/openapi.json": baselineOf(range(20_000).map((i) => `c${i}`)),
    "errlock.yaml": `accept:\n- reason: ${"r".repeat(700_000)}\n  codes: [${range(20_000).map((i) => `c${i}`)}]\n`,
  }),
  "a config of spaces that takes an acceptance": inSpec(
    () => text({ code: { enum: codes.slice(1) } }),
    [["accept", "code_0_failed", "--reason", "x"]],
    { "errlock.yaml": `# ${" ".repeat(900_000)}x\naccept: []\n` },
  ),
  "acceptances beside a baseline of many catalogs": inSpec(() => text(), gate, {
    "baselines/openapi.json": baselineOf(codes, {
      catalogs: object(range(50_000).map((i) => [`k${i}`, { open: "open" }])),
    }),
    "errlock.yaml": `accept:\n${range(15_000)
      .map((i) => `- { code: c${i}, reason: r }`)
      .join("\n")}\n`,
  }),
  "twenty thousand new codes beside a baseline of many catalogs": inSpec(
    () => text({ code: { enum: range(20_000).map((i) => codeName(i, "failed")) } }),
    gate,
    {
      "baselines/openapi.json": baselineOf(codes, {
        catalogs: object(range(50_000).map((i) => [`k${i}`, { open: "open" }])),
      }),
    },
  ),
  "an acceptance of sixty thousand codes": inSpec(() => text(), [["accept", "--prune"]], {
    "errlock.yaml": `accept:\n- reason: r\n  codes: [${range(60_000).map((i) => `c${i}`)}]\n`,
  }),
  "as many acceptances again": inSpec(
    () => text({ code: { enum: ["code_0_failed"] } }),
    [["accept", "--all", "--reason", "x"]],
    {
      "baselines/openapi.json": baselineOf(range(8_000).map((i) => `g${i}`)),
      "errlock.yaml": `accept:\n${range(8_000)
        .map((i) => `- { code: c${i}, reason: r }`)
        .join("\n")}\n`,
      seconds: 8,
    },
  ),
  "globs that unfold in a config": inSpec(() => text(), gate, {
    "errlock.yaml": `specs: ["${"{a,b}".repeat(60)}.yaml"]\n`,
  }),
  "a hundred thousand acceptances that fit nothing": inSpec(
    () => text(),
    [["check"], ["accept", "--prune"]],
    {
      "errlock.yaml": `accept:\n${range(100_000)
        .map((i) => `- { code: c${i}, reason: r }`)
        .join("\n")}\n`,
    },
  ),
  "as many acceptances as a config holds": inSpec(() => text(), [["check"], ["accept", "--prune"]], {
    "errlock.yaml": `accept:\n${range(15_000)
      .map((i) => `- { code: c${i}, reason: r }`)
      .join("\n")}\n`,
  }),
  "acceptances of one finding": inSpec(() => text(), gate, {
    "errlock.yaml": `accept:\n${range(10_000)
      .map(() => "- { kind: error-response-coverage, at: GET /x, reason: r }")
      .join("\n")}\n`,
  }),
  "a baseline of twenty thousand codes and sixty thousand tombstones": () => ({
    files: {
      [spec]: text(),
      "baselines/openapi.json": baselineOf(
        range(20_000).map((i) => codeName(i, "failed")),
        {
          retired: object(
            range(60_000).map((i) => [`r${i}`, { since: "0.1.0", retired: "1.0.0", reason: "x" }]),
          ),
        },
      ),
    },
    runs: [["check"], ["baseline", "update", "--dry-run"], ["docs", "-f", "html"]],
  }),
  "a baseline whose last full version has no end": inSpec(() => text(), gate, {
    "baselines/openapi.json": JSON.stringify({
      ...JSON.parse(
        baselineOf(codes, { version: "2024-01-01", stable: `2024-01-01-${"x".repeat(10_000_000)}` }),
      ),
      codes: object(range(20_000).map((i) => [codeName(i, "failed"), { since: "2023-01-01" }])),
    }),
  }),
  "a baseline that errs at its end": () => ({
    files: {
      [spec]: text(),
      "baselines/openapi.json": `${baselineOf(range(45_000).map((i) => `c${i}`)).slice(0, -1)},"nope":1}`,
    },
    runs: gate,
  }),
  "a HAR of a hundred thousand entries with codes of their own": () => ({
    files: {
      [spec]: text({ code: { enum: range(20_000).map((i) => codeName(i, "failed")) } }),
      "a.har": JSON.stringify({
        log: {
          entries: range(100_000).map((i) => ({
            request: { method: "GET", url: `https://x/p${i}` },
            response: { status: 404, content: { text: `{"code":"${codeName(i, "refused")}","error":"m"}` } },
          })),
        },
      }),
    },
    seconds: 8,
    runs: [
      ["traffic", "a.har"],
      ["traffic", "a.har", "-f", "json"],
    ],
  }),
  "traffic over fifty thousand paths alike": () => ({
    files: {
      [spec]: text({
        paths: object(
          range(50_000).map((i) => [
            `/a/{x}/b/{y}/c${i}`,
            { get: { responses: { 404: { description: "n", content: json(ref("Error")) } } } },
          ]),
        ),
      }),
      "a.ndjson": range(20_000)
        .map((i) =>
          JSON.stringify({ url: `/a/1/b/2/c${i}`, status: 404, body: { code: codes[0], error: "m" } }),
        )
        .join("\n"),
    },
    runs: [["traffic", "a.ndjson"]],
  }),
  "traffic over templates that only their ends and names tell apart": () => ({
    files: {
      [spec]: text({
        paths: object(
          range(40_000).map((i) => [
            i % 2 === 0 ? `/{a}:do${i}` : `/{a${i}}/x`,
            { get: { responses: { 404: { description: "n", content: json(ref("Error")) } } } },
          ]),
        ),
      }),
      "a.ndjson": range(20_000)
        .map((i) =>
          JSON.stringify({
            url: i % 2 === 0 ? `/1:do${i}` : "/1/x",
            status: 404,
            body: { code: codes[0], error: "m" },
          }),
        )
        .join("\n"),
    },
    runs: [["traffic", "a.ndjson"]],
  }),
  "traffic over templates that only their middles tell apart": () => ({
    files: {
      [spec]: text({
        paths: object(
          range(20_000).map((i) => [
            `/{a}-x${i}-{b}`,
            { get: { responses: { 404: { description: "n", content: json(ref("Error")) } } } },
          ]),
        ),
      }),
      "a.ndjson": range(20_000)
        .map((i) => JSON.stringify({ url: `/1-x${i}-2`, status: 404, body: { code: codes[0], error: "m" } }))
        .join("\n"),
    },
    runs: [["traffic", "a.ndjson"]],
  }),
  "traffic that all of two thousand templates fit": () => ({
    files: {
      [spec]: text({
        paths: object(
          range(2_000).map((i) => [
            range(14)
              .map((at) => `/${["a{x}", "{x}a", "a{x}a", "{x}b{y}a"][Math.floor(i / 4 ** at) % 4]}`)
              .join(""),
            { get: { responses: { 404: { description: "n", content: json(ref("Error")) } } } },
          ]),
        ),
      }),
      "a.ndjson": range(20_000)
        .map(() =>
          JSON.stringify({ url: "/aba".repeat(14), status: 404, body: { code: codes[0], error: "m" } }),
        )
        .join("\n"),
    },
    runs: [["traffic", "a.ndjson"]],
  }),
  "traffic that lacks two thousand fields": () => {
    const names = range(2_000).map((i) => `f${i}`);
    const body = error({ enum: codes });
    const properties = { ...body.properties, ...object(names.map((name) => [name, { type: "string" }])) };
    return {
      files: {
        [spec]: text({ schemas: { Error: { ...body, required: ["code", ...names], properties } } }),
        "a.ndjson": range(50_000)
          .map(() => JSON.stringify({ url: "/x", status: 404, body: { code: codes[0] } }))
          .join("\n"),
      },
      runs: [["traffic", "a.ndjson"]],
    };
  },
  "traffic along a path of many segments": () => ({
    files: {
      [spec]: text({
        paths: {
          [`${"/a".repeat(20_000)}/b`]: {
            get: { responses: { 404: { description: "n", content: json(ref("Error")) } } },
          },
        },
      }),
      "a.ndjson": JSON.stringify({
        url: "/a".repeat(1_000_000),
        status: 404,
        body: { code: codes[0], error: "m" },
      }),
    },
    runs: [["traffic", "a.ndjson"]],
  }),
  "traffic with a million items that need a thousand fields": () => {
    const names = range(1_000).map((i) => `f${i}`);
    const properties = object(names.map((name) => [name, { type: "string" }]));
    const items = { type: "array", items: { type: "object", required: names, properties } };
    const body = error({ enum: codes });
    return {
      files: {
        [spec]: text({
          schemas: {
            Error: { ...body, required: ["code", "items"], properties: { ...body.properties, items } },
          },
        }),
        "a.ndjson": JSON.stringify({
          url: "/x",
          status: 404,
          body: { code: codes[0], error: "m", items: range(1_000_000).map(() => 1) },
        }),
      },
      runs: [["traffic", "a.ndjson"]],
    };
  },
  "codes in traffic that are long and nearly known": () => {
    const long = (i, a, b) => `error_${a.repeat(9)}${i}_${b.repeat(9)}failed`;
    return {
      files: {
        [spec]: text({ code: { enum: range(1_000).map((i) => long(i, "abcdefgh_", "ijklmnop_")) } }),
        "errlock.yaml": "specs: [{ spec: openapi.json, errors: { schemas: [Error], code: code } }]\n",
        "a.ndjson": range(200)
          .map((i) =>
            JSON.stringify({
              url: "/x",
              status: 404,
              body: { code: long(i, "bacdfegh_", "jiklmnop_"), error: "m" },
            }),
          )
          .join("\n"),
      },
      runs: [["traffic", "a.ndjson"]],
    };
  },
  "a line of NDJSON of 60 MB, nested": () => ({
    files: {
      [spec]: text(),
      "a.ndjson": `{"url":"/x","status":404,"body":${"[".repeat(30_000_000)}${"]".repeat(30_000_000)}}\n`,
    },
    runs: [["traffic", "a.ndjson"]],
  }),
  "consumers of 50 MB": inSpec(() => text(), [["scan"], ["check"]], {
    "src/a.ts": `// x\n${`if (code === "code_1_failed") stop();\n`.repeat(1_300_000)}`,
    "src/b.md": `${"| code_2_failed | x |\n".repeat(2_000_000)}`,
    "errlock.yaml":
      "consumers:\n- { name: a, files: src/a.ts }\n- { name: b, files: src/b.md, complete: true }\n",
  }),
  "consumers that quote and escape without an end": inSpec(() => text(), [["scan"]], {
    "src/a.ts": `"code_1_failed"\n"${`${'\\"'.repeat(2_000)}\\\n`.repeat(500)}`,
    "src/b.json": `"code_1_failed" "${'\\"'.repeat(2_000_000)}`,
    "src/c.md": `code_1_failed x ${"`".repeat(4_000_000)}`,
    "src/d.md": `- ${"`code_1_failed` ".repeat(100_000)}`,
    "src/f.toml": `a = "code_1_failed"\n${"[".repeat(4_000_000)}`,
    "src/e.md": `\`\`\`ts\n${'"code_1_failed",\n'.repeat(130_000)}\`\`\`\n`,
    "errlock.yaml":
      "consumers:\n- { name: a, files: [src/a.ts, src/b.json, src/c.md, src/d.md, src/e.md, src/f.toml] }\n",
  }),
  "consumers of nothing but strings": inSpec(() => text(), [["scan"]], {
    ...object(
      range(6).map((i) => [`src/a${i}.ts`, `"code_1_failed"\n${`${'"a":'.repeat(100)}\n`.repeat(9_900)}`]),
    ),
    ...object(
      range(6).map((i) => [`src/b${i}.ts`, `"code_1_failed"\n${`${'"a_b":'.repeat(66)}\n`.repeat(9_900)}`]),
    ),
    "errlock.yaml": "consumers:\n- { name: a, files: 'src/*' }\n",
  }),
  "consumers whose keys are long and many": inSpec(() => text(), [["scan"]], {
    "src/a.json": `${`{"${"k".repeat(4_000)}":\n`.repeat(300)}[${range(100_000).map((i) => `"code_${i % 20}_failed"`)}]${"}".repeat(300)}`,
    "src/b.yaml": `${range(100)
      .map((i) => `${" ".repeat(i)}"${"k".repeat(4_800)}":\n`)
      .join("")}${`${" ".repeat(100)}a: code_1_failed\n`.repeat(30_000)}`,
    "errlock.yaml": "consumers:\n- { name: a, files: [src/a.json, src/b.yaml] }\n",
  }),
  "eight thousand unknown codes in lines that hide": inSpec(() => text(), [["scan"]], {
    "src/a.ts": range(8_000)
      .map((i) => `"code_${i}_failed"${"\u202e".repeat(150)}\n`)
      .join(""),
    "errlock.yaml": `consumers:\n- { name: a, files: 'src/*', pattern: '"(code_.*?)"' }\n`,
  }),
  "a thousand consumers of twenty thousand codes": inSpec(
    () => text({ code: { enum: range(20_000).map((i) => codeName(i, "failed")) } }),
    [["scan"]],
    {
      "src/a.ts": 'stop("code_1_failed");\n',
      "errlock.yaml": `consumers:\n${range(1_000)
        .map((i) => `- { name: a${i}, files: src/a.ts }\n`)
        .join("")}`,
    },
  ),
  "two thousand files with codes of twenty thousand": inSpec(
    () => text({ code: { enum: range(20_000).map((i) => codeName(i, "failed")) } }),
    [["scan"]],
    object(range(2_000).map((i) => [`src/f${i}.ts`, `stop("${codeName(i, "failed")}");\n`])),
  ),
  "stars in a .gitignore": inSpec(() => text(), [["scan"]], {
    ".gitignore": "*a*a*a*a*a*b\n**/a/**/a/**/a/**/b\n",
    [`src/${"a".repeat(240)}.ts`]: 'stop("code_1_failed");\n',
    [`${"a/".repeat(300)}a.ts`]: 'stop("code_1_failed");\n',
  }),
  "ten thousand consumers of the same files": inSpec(() => text(), [["scan"]], {
    ...object(range(2_000).map((i) => [`src/f${i}.ts`, 'stop("code_1_failed");\n'])),
    "errlock.yaml": `consumers:\n${range(10_000)
      .map((i) => `- { name: a${i}, files: 'src/*' }\n`)
      .join("")}`,
    seconds: 8,
  }),
  "as many names in a .gitignore as it holds": inSpec(() => text(), [["scan"]], {
    ".gitignore": range(90_000)
      .map((i) => `name${i}`)
      .join("\n"),
    ...object(range(2_000).map((i) => [`src/f${i}.ts`, 'stop("code_1_failed");\n'])),
  }),
  "as many stars in a .gitignore as it holds": inSpec(() => text(), [["scan"]], {
    ".gitignore": range(60_000)
      .map((i) => `*f*t*s*x*${i}`)
      .join("\n"),
    ...object(range(2_000).map((i) => [`src/f${i}.ts`, 'stop("code_1_failed");\n'])),
  }),
  "consumers of 4 MB that nest": inSpec(() => text(), [["scan"]], {
    "src/a.ts": `${"{[(".repeat(600_000)}"code_1_failed"`,
    "src/b.json": `${'{"code_1_failed":'.repeat(200_000)}1${"}".repeat(200_000)}`,
    "src/c.yaml": `${range(2_000)
      .map((i) => `${" ".repeat(i)}code_1_failed:`)
      .join("\n")}`,
    "src/d.md": `${"> ".repeat(1_000_000)}code_1_failed\n${"`".repeat(1_000_000)}`,
    "src/e.py": `${'"'.repeat(2_000_000)}code_1_failed`,
    "errlock.yaml": "consumers:\n- { name: a, files: 'src/*' }\n",
  }),
  "a consumer's pattern that never ends": inSpec(() => text(), [["scan"]], {
    "src/a.ts": `${"a".repeat(4000)}!\n`.repeat(500),
    "errlock.yaml": "consumers:\n- { name: a, files: 'src/*', pattern: '(?:a+)+b(x)' }\n",
  }),
  "a consumer's pattern that looks far for each match": inSpec(() => text(), [["scan"]], {
    "src/a.ts": `${"a".repeat(1_990)}\n`.repeat(100),
    "errlock.yaml": "consumers:\n- { name: a, files: 'src/*', pattern: 'a.*b|a' }\n",
  }),
  "a consumer's pattern that counts": inSpec(() => text(), [["scan"]], {
    "src/a.ts": `${"a".repeat(1_999)}\n`.repeat(2_000),
    "errlock.yaml": "consumers:\n- { name: a, files: 'src/*', pattern: '(a?){900}b' }\n",
  }),
  "patterns with many steps over lines that each are a little longer": inSpec(() => text(), [["scan"]], {
    "src/a.ts": range(1_990)
      .map((i) => `a${"b".repeat(i)}`)
      .join("\n"),
    "errlock.yaml": `consumers:\n${range(40)
      .map((i) => `- { name: a${i}, files: src/a.ts, pattern: 'a(q{19${i + 10}})' }\n`)
      .join("")}`,
  }),
  "patterns with many steps over lines that begin like a match": inSpec(() => text(), [["scan"]], {
    "src/a.ts": `a${"b".repeat(98)}\n`.repeat(40_000),
    "errlock.yaml": `consumers:\n${range(40)
      .map((i) => `- { name: a${i}, files: src/a.ts, pattern: 'a(q{19${i + 10}})' }\n`)
      .join("")}`,
  }),
  "patterns that repeat nothing without end": inSpec(() => text(), [["scan"], ["check"]], {
    "src/a.ts": 'stop("code_1_failed");\n',
    "errlock.yaml":
      "consumers:\n- { name: a, files: 'src/*', pattern: '(?:(?:(?:){9999}){9999}){9999}x' }\nrules: { error-code-format: [error, { pattern: 'a{0}{9999}{9999}{9999}' }] }\n",
  }),
  "a consumer's pattern of a wide class": inSpec(() => text(), [["scan"]], {
    "src/a.ts": `${"a".repeat(1_999)}\n`.repeat(20),
    "errlock.yaml": `consumers:\n- { name: a, files: 'src/*', pattern: '(?:[${range(440)
      .map((i) => String.fromCharCode(0x400 + i))
      .join("")}a]){1900}b' }\n`,
  }),
  "codes that take every beginning of a hash": inSpec(() => {
    const hash = createHash("sha256").update('["code","a_b"]').digest("hex");
    const beginnings = range(59).map((i) => `a-b-${hash.slice(0, i + 6)}`);
    return text({ code: { enum: ["A-b", "a_b", ...beginnings] } });
  }, [["docs"], ["docs", "-f", "html"]]),
  "a reason that might be an emoji": inSpec(
    () => text({ code: { enum: codes.slice(1) } }),
    [["check", "-f", "markdown"]],
    { "errlock.yaml": `accept:\n- { code: code_0_failed, reason: ":${"a".repeat(900_000)}" }\n` },
  ),
  "names like __proto__": inSpec(
    () =>
      `{"openapi":"3.1.0","info":{"title":"x","version":"1.0.0"},"__proto__":{"paths":{}},"paths":{"__proto__":{"get":{"responses":{"404":{"$ref":"#/components/responses/__proto__"}}}},"/constructor":{"get":{"responses":{"__proto__":{"description":"x"},"404":{"$ref":"#/components/responses/__proto__"}}}}},"components":{"responses":{"__proto__":{"description":"n","content":{"application/json":{"schema":{"$ref":"#/components/schemas/constructor"}}}}},"schemas":{"constructor":{"type":"object","required":["code"],"properties":{"code":{"enum":["__proto__","constructor","toString","valueOf","hasOwnProperty"]},"error":{"type":"string"}}}}}}`,
  ),
  "codes nobody sees": inSpec(() =>
    text({
      code: {
        enum: [
          "a\u202eb_failed",
          "a\u200bb_failed",
          "ab_failed",
          "\ud800_failed",
          "nul\u0000_failed",
          "сode_failed",
          "code_failed",
          "##[error]x",
          "::error::x",
          "a\r\nb",
        ],
      },
    }),
  ),
  "mixed newlines": () => ({
    files: {
      "openapi.yaml": JSON.stringify(openapi(), null, 1).replace(
        /\n/g,
        (_, at) => ["\n", "\r\n", "\r"][at % 3],
      ),
    },
    runs: judged,
  }),
  "UTF-16": () => ({ files: { [spec]: Buffer.from(`\ufeff${text()}`, "utf16le") }, runs: judged }),
  "no UTF-8": () => ({
    files: { [spec]: Buffer.concat([Buffer.from(text()), Buffer.from([0xff, 0xc0, 0x80])]) },
    runs: gate,
  }),
  "five thousand files in a row": () => ({
    files: {
      [spec]: text({ schemas: { Knot: { $ref: "./f0.json" } } }),
      ...object(range(4_990).map((i) => [`f${i}.json`, `{"$ref":"./f${i + 1}.json"}`])),
    },
    runs: gate,
  }),
  "a ruleset that multiplies": inSpec(
    () => text({ schemas: object(range(3000).map((i) => [`S${i}`, error({ enum: codes })])) }),
    gate,
    {
      "errlock.yaml": "ruleset: ./r.yaml\nlimits: { ruleset: 2s }\n",
      "r.yaml": 'rules: { my: { given: "$..*..*..*", then: { function: truthy } } }\n',
    },
  ),
  "a ruleset of a million findings": inSpec(
    () => text({ schemas: object(range(60_000).map((i) => [`S${i}`, error({ enum: codes })])) }),
    [["check"], ["lint", "-f", "json"]],
    {
      seconds: 8,
      "errlock.yaml": "ruleset: ./r.yaml\n",
      "r.yaml": 'rules: { my: { given: "$..*", resolved: false, then: { function: falsy } } }\n',
    },
  ),
  "a history in which each commit refers to a new file": () => ({
    files: {},
    history: historyOfFiles(400),
    runs: [["history", spec]],
  }),
  "a history of five thousand commits": () => ({
    files: {},
    history: 5_000,
    seconds: 20,
    runs: [
      ["history", spec],
      ["docs", "--history", "-f", "html", spec],
    ],
  }),
};
