import { gitProblem } from "./problems.js";
import { runGit } from "./process.js";

/** A commit of the main line (first parents). */
export interface Commit {
  readonly commit: string;
  /** Day of the commit in UTC, `2026-01-31`. */
  readonly date: string;
}

/** A commit that touched a file. */
export interface Touch extends Commit {
  /** The path that the followed file has in this commit, from the repository's top. */
  readonly path: string;
}

/** Header lines are told from changes by their first character: a change starts with `:`. */
const format = "--format=tformat:%H%x09%ct";

/**
 * The commits of HEAD's main line in which a file changed, newest first, through its renames. A merge counts as the
 * change it brings to the main line, so branches that ran side by side do not interleave.
 */
export async function followFile(root: string, head: string, path: string): Promise<Touch[]> {
  const args = [
    "log",
    "--first-parent",
    "-m",
    "--follow",
    "--raw",
    "-z",
    "--no-abbrev",
    "--no-ext-diff",
    "--no-textconv",
  ];
  const output = await run(root, [...args, format, head, "--", path]);
  const touches: Touch[] = [];
  const tokens = output.split("\0");
  let commit: Commit | null = null;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = (tokens[index] ?? "").replace(/^\n/, "");
    if (!token.startsWith(":")) {
      commit = parseHeader(token);
      continue;
    }
    const renamed = /[RC]\d*$/.test(token);
    index += renamed ? 2 : 1;
    const name = tokens[index];
    if (commit !== null && name !== undefined) touches.push({ ...commit, path: name });
  }
  return touches;
}

/** The commits of HEAD's main line that touched one of these paths (from `root`), newest first. */
export async function touching(root: string, head: string, paths: readonly string[]): Promise<Commit[]> {
  const output = await run(root, ["log", "--first-parent", "-z", format, head, "--", ...paths]);
  return output.split("\0").flatMap((token) => parseHeader(token) ?? []);
}

/** The newest commit of `since..until` on the main line that changed a path (from `root`); null where none did. */
export async function lastChange(
  root: string,
  since: string,
  until: string,
  path: string,
): Promise<string | null> {
  const output = await run(root, ["log", "-1", "--first-parent", format, `${since}..${until}`, "--", path]);
  return parseHeader(output.trim())?.commit ?? null;
}

function parseHeader(token: string): Commit | null {
  const [commit = "", seconds] = token.split("\t");
  if (seconds === undefined) return null;
  return { commit, date: new Date(Number(seconds) * 1000).toISOString().slice(0, 10) };
}

async function run(root: string, args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await runGit(root, args);
  if (status !== 0) throw gitProblem(stderr, root);
  const output = stdout.toString("utf8");
  if (output !== "" && !/[\0\n]$/.test(output)) throw gitProblem("its log ends in the middle", root);
  return output;
}
