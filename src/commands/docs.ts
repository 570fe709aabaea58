import { resolve } from "node:path";
import { Places } from "../contract/places.js";
import { Problem } from "../contract/problem.js";
import { buildPage } from "../docs/build.js";
import { type PageFormat, pageFormatNames, pageFormats } from "../docs/formats.js";
import { shellArgument } from "../report/escape/shell.js";
import { visible } from "../report/escape/terminal.js";
import { whole } from "../report/pieces.js";
import type { DocsOptions } from "./options.js";
import { type Output, parseOutputs, writeOutputs } from "./outputs.js";
import { noCodes, readBaseline, readSpec } from "./read.js";
import { staleness } from "./stale.js";
import { openSingle } from "./workspace.js";
import type { ExitCode, World } from "./world.js";

/** `errlock docs`: the catalog page of one spec. */
export async function docs(spec: string | undefined, options: DocsOptions, world: World): Promise<ExitCode> {
  const outputs = parseOutputs({ format: [{ name: "markdown", file: null }], ...options }, pageFormatNames);
  if (options.check && outputs.some(({ file }) => file === null)) {
    throw new Problem(
      "usage",
      "`--check` compares with a file",
      "Name it: `errlock docs -f markdown -o FILE --check`.",
    );
  }
  const { entry, workspace } = await openSingle(spec, options, world, "`docs` makes the page of one spec");
  const baseline = await readBaseline(workspace.tree.source, entry.baseline, workspace.limits);
  const reading = await readSpec(entry, baseline, workspace);
  const { contract } = reading.extraction;
  if (contract.catalogs.length === 0 && entry.policy.errors !== "none") throw noCodes(reading, entry);
  const history = options.history ? await (await import("./history.js")).historyOf(entry, workspace) : null;
  const places = { limit: workspace.limits.places, file: entry.spec };
  const page = buildPage({
    spec: entry.spec,
    api: apiName(reading.spec.root.data),
    contract,
    baseline,
    history,
    places,
  });
  if (outputs.some(({ name }) => name === "json"))
    (await import("../docs/json.js")).countNames(page, new Places("codes", places));

  const render = async ({ name }: Output<PageFormat>) => (await pageFormats[name]())(page);
  if (!options.check) {
    await writeOutputs(outputs, render, world);
    return 0;
  }
  let code: ExitCode = 0;
  for (const output of outputs) {
    if (await isStale(output, whole(await render(output)), refresh(spec, output), world)) code = 1;
  }
  return code;
}

async function isStale(
  output: Output<PageFormat>,
  text: string,
  command: string,
  world: World,
): Promise<boolean> {
  const file = output.file ?? "";
  const state = await staleness(resolve(world.cwd, file), text);
  if (state === null) return false;
  world.out(`${visible(file)} is ${state}. To refresh it: ${visible(command)}\n`);
  return true;
}

/** The command that writes the file anew. */
function refresh(spec: string | undefined, { name, file }: Output<PageFormat>): string {
  const parts = ["errlock docs", ...(spec === undefined ? [] : [shellArgument(spec)])];
  return [...parts, "-f", name, "-o", shellArgument(file ?? "")].join(" ");
}

/** `info.title`; null where the document has none. */
function apiName(document: unknown): string | null {
  const info = member(document, "info");
  const title = member(info, "title");
  return typeof title === "string" && title.trim() !== "" ? title : null;
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
