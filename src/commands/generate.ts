import { basename, dirname, resolve } from "node:path";
import { Problem } from "../contract/problem.js";
import { generateGo } from "../generate/go.js";
import { type Model, modelOf } from "../generate/model.js";
import { generatePython } from "../generate/python.js";
import { type Generated, generateTypescript } from "../generate/typescript.js";
import { shellArgument } from "../report/escape/shell.js";
import { visible } from "../report/escape/terminal.js";
import type { GenerateOptions } from "./options.js";
import { writeOutput } from "./outputs.js";
import { noCodes, readBaseline, readSpec } from "./read.js";
import { staleness } from "./stale.js";
import { openSingle } from "./workspace.js";
import type { ExitCode, World } from "./world.js";

const languages = ["typescript", "python", "go"] as const;
export type Language = (typeof languages)[number];

/** `errlock generate`: constants and types of one spec's catalog. */
export async function generate(
  language: Language,
  spec: string | undefined,
  options: GenerateOptions,
  world: World,
): Promise<ExitCode> {
  const { output = null } = options;
  if (options.check && output === null) {
    throw new Problem("usage", "`--check` compares with a file", "name it with `-o FILE`.");
  }
  const { entry, workspace } = await openSingle(spec, options, world, "`generate` reads one spec");
  const baseline = await readBaseline(workspace.tree.source, entry.baseline, workspace.limits);
  const reading = await readSpec(entry, baseline, workspace);
  const model = modelOf(entry.spec, reading.extraction.contract);
  if (model.catalogs.length === 0) throw noCodes(reading, entry);
  const { text, collisions } = generateAs(language, model, options, output);
  for (const { name, with: other, identifier } of collisions) {
    world.err(`${visible(name)} would have the same identifier as ${visible(other)}: it is ${identifier}\n`);
  }
  if (!options.check) {
    await writeOutput({ name: language, file: output }, text, world);
    return 0;
  }
  const state = await staleness(resolve(world.cwd, output ?? ""), text);
  if (state === null) return 0;
  const again = [
    "errlock generate",
    language,
    ...(spec === undefined ? [] : [shellArgument(spec)]),
    "-o",
    shellArgument(output ?? ""),
  ];
  world.out(`${visible(output ?? "")} is ${state}. To refresh it: ${visible(again.join(" "))}\n`);
  return 1;
}

function generateAs(
  language: Language,
  model: Model,
  options: GenerateOptions,
  output: string | null,
): Generated {
  if (language === "typescript") return generateTypescript(model);
  if (language === "python") return generatePython(model);
  return generateGo(model, packageName(options, output));
}

/** `--package`, else the name of the folder that the file goes to, else `errorcodes`. */
function packageName({ package: named }: GenerateOptions, output: string | null): string {
  if (named !== undefined) {
    if (isPackage(named)) return named;
    throw new Problem(
      "usage",
      `\`${named}\` is no name of a Go package`,
      "use lower-case letters and digits.",
    );
  }
  const folder = output === null ? "" : basename(dirname(resolve("/", output)));
  return isPackage(folder) ? folder : "errorcodes";
}

const keywords =
  /^(?:break|case|chan|const|continue|default|defer|else|fallthrough|for|func|go|goto|if|import|interface|map|package|range|return|select|struct|switch|type|var|main)$/;

function isPackage(name: string): boolean {
  return /^[a-z][a-z0-9_]*$/.test(name) && !keywords.test(name);
}
