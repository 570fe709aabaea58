import { resolve } from "node:path";
import type { Limits } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { readLines, readWhole } from "../host/recording.js";
import { reaches } from "../judge/levels.js";
import { renderTrafficJson, type TrafficResult } from "../report/traffic-json.js";
import { renderTrafficText } from "../report/traffic-text.js";
import { vocabularyOf } from "../scan/vocabulary.js";
import { measureJson } from "../spec/json/parse.js";
import { type Exchange, exchangeOf, harExchanges } from "../traffic/exchange.js";
import { TrafficJudge } from "../traffic/judge.js";
import type { TrafficOptions } from "./options.js";
import { type Output, parseOutputs, renderOptions, writeOutputs } from "./outputs.js";
import { noCodes, readBaseline, readSpec } from "./read.js";
import { openWorkspace, type Workspace } from "./workspace.js";
import type { ExitCode, World } from "./world.js";

/** Comparisons that a recording may take for each operation and response that a spec may have. */
const comparisonsPerOperation = 16;

/** `errlock traffic`: do recorded responses keep the contract? What cannot be read is exit 2. */
export async function traffic(
  files: readonly string[],
  options: TrafficOptions,
  world: World,
): Promise<ExitCode> {
  const outputs = parseOutputs(options, ["text", "json"] as const);
  const workspace = await openWorkspace(options.spec === undefined ? [] : [options.spec], options, world);
  const [entry, ...others] = workspace.entries;
  if (entry === undefined || others.length > 0) {
    throw new Problem(
      "usage",
      `\`traffic\` is judged by one spec, and there are ${workspace.entries.length}`,
      "name the one with `--spec FILE`.",
    );
  }
  const baseline = await readBaseline(workspace.tree.source, entry.baseline, workspace.limits);
  const reading = await readSpec(entry, baseline, workspace);
  const { contract } = reading.extraction;
  if (contract.catalogs.length === 0) throw noCodes(reading, entry);
  const vocabulary = vocabularyOf([{ spec: entry.spec, contract, baseline }]);
  const judge = new TrafficJudge(contract, vocabulary, comparisonsPerOperation * workspace.limits.responses);
  let unread = 0;
  for (const file of files) {
    let number = 0;
    let read = 0;
    for await (const exchange of exchangesOf(file, workspace, world)) {
      number += 1;
      if (exchange === "blank") continue;
      if (exchange === null) {
        unread += 1;
        continue;
      }
      read += 1;
      judge.add(exchange, { file, number });
    }
    // A recording of nothing proves nothing.
    if (read === 0) {
      throw new Problem(
        "traffic-unread",
        "no response could be read",
        "give a HAR (`.har`), or NDJSON with `method`, `url`, `status` and `body` on each line.",
        { file },
      );
    }
  }
  const report = judge.report();
  const fails = report.findings.some(({ level }) => reaches(level, options.failOn));
  const result: TrafficResult = {
    ...report,
    spec: entry.spec,
    files,
    unread,
    result: fails ? "fail" : "pass",
  };
  const render = async ({ name, file }: Output<"text" | "json">) =>
    name === "json"
      ? renderTrafficJson(result)
      : renderTrafficText(result, renderOptions(options, file, world));
  await writeOutputs(outputs, render, world);
  return fails ? 1 : 0;
}

async function* exchangesOf(
  file: string,
  { limits }: Workspace,
  world: World,
): AsyncGenerator<Exchange | null | "blank"> {
  const path = resolve(world.cwd, file);
  if (/\.har$/i.test(file)) {
    const exchanges = harExchanges(recording(await readWhole(path, file, limits.bytes), file, limits));
    yield* exchanges ?? [];
    return;
  }
  let number = 0;
  for await (const line of readLines(path, file, limits.exchange)) {
    number += 1;
    if (measureJson(line).depth > limits.depth) {
      const hint = "raise `limits.depth` in the config if you trust the file.";
      const message = `line ${number} of the recording is nested more than ${limits.depth} deep`;
      throw new Problem("too-deep", message, hint, { file });
    }
    yield line.trim() === "" ? "blank" : exchangeOf(parsed(line));
  }
}

/** A recording as a whole, measured before it is parsed. */
function recording(text: string, file: string, limits: Limits): unknown {
  const { depth, values } = measureJson(text);
  if (depth > limits.depth) throw tooMuch("too-deep", `nested more than ${limits.depth} deep`, "depth", file);
  if (values > limits.nodes)
    throw tooMuch("too-many-nodes", `of more than ${limits.nodes} values`, "nodes", file);
  return parsed(text);
}

function tooMuch(code: string, what: string, limit: keyof Limits, file: string): Problem {
  const hint = `raise \`limits.${limit}\` in the config, or give it as NDJSON, which is read line by line.`;
  return new Problem(code, `the recording is ${what}`, hint, { file });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
