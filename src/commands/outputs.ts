import { resolve } from "node:path";
import { nearest } from "../contract/nearest.js";
import { Problem } from "../contract/problem.js";
import { isInside } from "../host/inside.js";
import { writeAtomically } from "../host/write.js";
import type { RenderOptions } from "../report/options.js";
import type { Rendered } from "../report/pieces.js";
import type { CommonOptions, FailOn, FormatOptions, FormatRequest } from "./options.js";
import { ruleInfos } from "./rule-infos.js";
import type { World } from "./world.js";

/** A format and where it goes; null: standard output. */
export interface Output<Name extends string> {
  readonly name: Name;
  readonly file: string | null;
}

/**
 * What `-f` and `-o` ask for, checked before any work is done.
 *
 * @throws Problem `usage` for an unknown format, for two formats in one place, for `-o` with several `-f`.
 */
export function parseOutputs<Name extends string>(
  options: FormatOptions,
  names: readonly Name[],
): Output<Name>[] {
  const requests: readonly FormatRequest[] = options.format ?? [{ name: "text", file: null }];
  const outputs = requests.map(({ name, file }) => {
    const known = names.find((candidate) => candidate === name);
    if (known === undefined) {
      const close = nearest(name, names);
      throw usage(
        `unknown format \`${name}\``,
        close ? `did you mean \`${close}\`?` : `formats: ${names.join(", ")}.`,
      );
    }
    return { name: known, file };
  });
  if (options.output !== undefined) {
    const [only, ...others] = outputs;
    if (!only || others.length > 0 || only.file !== null) {
      throw usage(
        "`--output` goes with a single `--format NAME`",
        "write `-f text -f sarif=FILE` for several.",
      );
    }
    return [{ name: only.name, file: options.output }];
  }
  if (outputs.filter(({ file }) => file === null).length > 1) {
    throw usage("two formats on standard output", "name a file for all but one: `-f text -f sarif=FILE`.");
  }
  const files = outputs.flatMap(({ file }) => (file === null ? [] : [file]));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) {
    throw usage(`two formats in \`${twice}\``, "name a file for each: the second would replace the first.");
  }
  return outputs;
}

function usage(message: string, hint: string): Problem {
  return new Problem("usage", message, hint);
}

/** Writes one rendered text where its output goes. */
export async function writeOutput(output: Output<string>, text: Rendered, world: World): Promise<void> {
  if (output.file === null) {
    for (const piece of typeof text === "string" ? [text] : text) await world.out(piece);
    return;
  }
  const file = resolve(world.cwd, output.file);
  // A link that a branch put where the output goes must not lead out of the working directory.
  await writeAtomically(file, text, isInside(world.cwd, file) ? world.cwd : undefined);
}

/**
 * Writes all that was asked for: an output that cannot be written keeps no other back.
 *
 * @throws what was wrong with the first that could not be written
 */
export async function writeOutputs<Name extends string>(
  outputs: readonly Output<Name>[],
  render: (output: Output<Name>) => Promise<Rendered>,
  world: World,
): Promise<void> {
  const failed: unknown[] = [];
  for (const output of outputs) {
    const text = await render(output);
    await writeOutput(output, text, world).catch((error: unknown) => failed.push(error));
  }
  if (failed.length > 0) throw failed[0];
}

/** Colour as chalk counts it: `--color` over `FORCE_COLOR` over `NO_COLOR`, none when the output is no terminal. */
function colorLevel(color: "auto" | "always" | "never", file: string | null, world: World): 0 | 1 | 2 | 3 {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term, COLORTERM: colorTerm } = world.env;
  const best = colorTerm === "truecolor" || colorTerm === "24bit" ? 3 : term?.includes("256") ? 2 : 1;
  if (color !== "auto") return color === "always" ? best : 0;
  if (file !== null) return 0;
  if (force !== undefined && force !== "") {
    if (force === "0" || force === "false") return 0;
    return force === "1" || force === "2" || force === "3" ? (Number(force) as 1 | 2 | 3) : best;
  }
  if ((no !== undefined && no !== "") || term === "dumb" || !world.terminal.out) return 0;
  return best;
}

/** May the output use characters beyond ASCII? By the locale, as terminals have it; files always may. */
function unicodeAllowed(file: string | null, { env, terminal }: World): boolean {
  if (file !== null || !terminal.out) return true;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || "";
  return /utf-?8/i.test(locale) || env.WT_SESSION !== undefined || env.TERM_PROGRAM === "vscode";
}

/** How an output is rendered. */
export function renderOptions(
  options: CommonOptions & { readonly failOn?: FailOn },
  file: string | null,
  world: World,
): RenderOptions {
  return {
    width: file === null && world.terminal.out ? Math.min(world.terminal.columns, 120) : 80,
    color: colorLevel(options.color, file, world),
    unicode: unicodeAllowed(file, world),
    quiet: options.quiet === true,
    verbose: options.verbose === true,
    // Standard error says it, in two lines for each.
    problemsTold: file === null,
    failOn: options.failOn ?? "error",
    rules: ruleInfos(),
  };
}
