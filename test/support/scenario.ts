import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { errlock } from "./cli.js";

/**
 * A scenario is a Markdown page that can be executed. A fenced block whose info string names a path
 * (```` ```yaml specs/openapi.yaml ````) is written to that file; a `console` block is a list of `$ commands`, each
 * followed by what it prints (standard output, then standard error), and by `# exit N` where N is not 0.
 * `errlock` runs in this process, anything else in `sh`.
 */
interface Block {
  readonly info: string;
  readonly body: string;
  readonly start: number;
  readonly end: number;
}

function blocks(page: string): Block[] {
  const found: Block[] = [];
  const fence = /^(`{3,})([^\n`]*)\n([\s\S]*?)^\1[ \t]*$/gm;
  for (const match of page.matchAll(fence)) {
    const [, ticks = "", info = "", body = ""] = match;
    const start = match.index + ticks.length + info.length + 1;
    found.push({ info: info.trim(), body, start, end: start + body.length });
  }
  return found;
}

/** Splits a command line as a shell would, for quotes and backslashes; no expansion. */
export function words(line: string): string[] {
  const result: string[] = [];
  for (const match of line.matchAll(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g)) {
    result.push(
      match[0].replace(
        /\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'/g,
        (_, escaped, double, single) =>
          escaped ?? (double !== undefined ? double.replace(/\\(["\\$`])/g, "$1") : single),
      ),
    );
  }
  return result;
}

async function execute(command: string, cwd: string, today: string): Promise<string> {
  if (/^(?:npx )?errlock(\s|$)/.test(command) && !/[|><;&]/.test(command.replace(/"[^"]*"|'[^']*'/g, ""))) {
    const { status, stdout, stderr } = await errlock(words(command.replace(/^npx /, "")).slice(1), {
      cwd,
      today,
    });
    return stdout + stderr + (status === 0 ? "" : `# exit ${status}\n`);
  }
  return execFileSync("sh", ["-c", command], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: cwd,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_NAME: "A",
      GIT_AUTHOR_EMAIL: "a@example.com",
      GIT_COMMITTER_NAME: "A",
      GIT_COMMITTER_EMAIL: "a@example.com",
      GIT_AUTHOR_DATE: `${today}T12:00:00Z`,
      GIT_COMMITTER_DATE: `${today}T12:00:00Z`,
    },
  });
}

async function runConsole(body: string, cwd: string, today: string): Promise<string> {
  let actual = "";
  for (const match of body.matchAll(/^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)/gm)) {
    const [, command = "", shown = ""] = match;
    const printed = await execute(command.replace(/\\\n\s*/g, ""), cwd, today);
    const text = printed === "" || printed.endsWith("\n") ? printed : `${printed}\n`;
    // Blank lines between commands are for the reader.
    const gap = /(?:^|\n)(\n*)$/.exec(shown)?.[1] ?? "";
    actual += `$ ${command}\n${text.replace(/[ \t]+$/gm, "")}${text.endsWith("\n\n") ? "" : gap}`;
  }
  return actual;
}

/** Runs a page in an empty folder and gives it back with what the commands really print. */
export async function runScenario(page: string, folder: string, today = "2026-11-23"): Promise<string> {
  let result = "";
  let done = 0;
  for (const block of blocks(page)) {
    const [language = "", path] = block.info.split(/\s+/);
    let body = block.body;
    if (language === "console") body = await runConsole(block.body, folder, today);
    else if (path) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), block.body);
    }
    result += page.slice(done, block.start) + body;
    done = block.end;
  }
  return result + page.slice(done);
}
