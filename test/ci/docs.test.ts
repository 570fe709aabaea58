import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { bash, built, jobWith, npxFolder } from "./gate.js";

interface Block {
  readonly info: string;
  readonly body: string;
}

const blocks: Block[] = [...readFileSync("docs/ci.md", "utf8").matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].map(
  ([, info = "", body = ""]) => ({ info, body }),
);

/** Every command line of a block that does not install anything. */
function commandsOf({ info, body }: Block): string[] {
  const lines = info === "sh" ? body.trimEnd().split("\n") : stringsOf(parse(body));
  return lines.filter((line) => /^(npx|mkdir|git) /.test(line));
}

function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

const variables = { GITHUB_BASE_REF: "main", CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main" };

describe("docs/ci.md", () => {
  test("has lines for every place it promises", () => {
    const kinds = ["yaml github", "yaml gitlab", "yaml circleci", "yaml lefthook", "yaml pre-commit", "sh"];
    expect(kinds.filter((kind) => !blocks.some(({ info }) => info === kind))).toEqual([]);
  });

  test("uses the action with inputs that it has", () => {
    const inputs = Object.keys(parse(readFileSync("action.yml", "utf8")).inputs);
    const jobs = blocks
      .filter(({ info }) => info === "yaml github")
      .map(({ body }) => parse(body).jobs.errlock);
    const uses = jobs.flatMap(({ steps }) => steps).filter(({ uses }) => String(uses).includes("/errlock@"));
    expect(uses.length).toBeGreaterThan(0);
    for (const step of uses) {
      expect(inputs).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
    }
  });

  test("names the hook that .pre-commit-hooks.yaml defines", () => {
    const hooks: { id: string }[] = parse(readFileSync(".pre-commit-hooks.yaml", "utf8"));
    const config = blocks.find(({ info }) => info === "yaml pre-commit");
    const used: { id: string }[] = parse(config?.body ?? "").repos[0].hooks;
    expect(hooks.map(({ id }) => id)).toEqual(expect.arrayContaining(used.map(({ id }) => id)));
  });

  describe.skipIf(!built)("run in a job's clone (needs `npm run build`)", () => {
    const scripts = blocks.map((block) => ({ info: block.info, commands: commandsOf(block) }));

    for (const { info, commands } of scripts.filter(({ commands }) => commands.length > 0)) {
      const title = `${info}: ${commands.join("; ")}`;
      test(`${title} passes a branch that adds a code`, () => {
        const { root } = jobWith("kept");
        const ran = bash(commands.join("\n"), root, {
          ...variables,
          PATH: `${npxFolder()}:${process.env.PATH}`,
        });
        expect(ran).toMatchObject({ status: 0 });
        for (const file of filesNamedIn(commands)) expect(existsSync(join(root, file))).toBe(true);
      });

      if (!commands.some((command) => command.includes(" check"))) continue;
      test(`${title} fails a branch that removes one`, () => {
        const { root } = jobWith("removed");
        const ran = bash(commands.join("\n"), root, {
          ...variables,
          PATH: `${npxFolder()}:${process.env.PATH}`,
        });
        expect(ran.stdout).toContain("order_locked");
        expect(ran.status).toBe(1);
      });
    }
  });
});

function filesNamedIn(commands: readonly string[]): string[] {
  return commands.flatMap((command) => [...command.matchAll(/-f \w+=(\S+)/g)].map(([, file = ""]) => file));
}

describe(".pre-commit-hooks.yaml", () => {
  const [hook]: { id: string; entry: string; files: string; language: string; pass_filenames: boolean }[] =
    parse(readFileSync(".pre-commit-hooks.yaml", "utf8"));

  test("runs when a spec, a baseline or the config is committed, and not otherwise", () => {
    const files = new RegExp(hook?.files ?? "^$");
    const yes = [
      "openapi.yaml",
      "docs/swagger.json",
      "specs/a/b.yml",
      "errlock.yaml",
      "baselines/openapi.json",
    ];
    const no = ["src/main.ts", "package.json", "myspecs/a.yaml", "baselines/README.md"];
    expect([...yes, ...no].filter((file) => files.test(file))).toEqual(yes);
  });

  test("is a hook of a Node package that has the command", () => {
    expect(hook).toMatchObject({ language: "node", pass_filenames: false, entry: "errlock check" });
    expect(JSON.parse(readFileSync("package.json", "utf8")).bin).toHaveProperty("errlock");
  });

  const installed =
    execFileSync("sh", ["-c", "command -v pre-commit || true"], { encoding: "utf8" }).trim() !== "";
  test.skipIf(!installed)("is accepted by pre-commit itself (needs pre-commit)", () => {
    execFileSync("pre-commit", ["validate-manifest", ".pre-commit-hooks.yaml"]);
  });
});
