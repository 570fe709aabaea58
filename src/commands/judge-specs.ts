import type { Threads } from "../host/threads.js";
import { type Asked, openAgainst } from "./branch.js";
import {
  type HandedOver,
  type HandedProblem,
  handOver,
  handOverProblem,
  take,
  takeProblem,
} from "./hand-over.js";
import { entriesOf, type Judged, judgeOne, type Run } from "./judge-run.js";
import { findOrphans } from "./orphans.js";
import { RunBudget } from "./run-budget.js";
import { type Entry, openWorkspace } from "./workspace.js";
import type { World } from "./world.js";

/** One spec of a run: judged, or why it could not be. */
export type Outcome = Judged | { readonly entry: Entry; readonly problem: unknown };

type CommandLine = Pick<Asked, "specs" | "options">;

/** What another thread is asked: to judge some specs of the run that a command line means. Plain data. */
export interface Share extends CommandLine {
  readonly judge: readonly string[];
  /** Of the run's budget, shared. */
  readonly spent: RunBudget["spent"];
}

/** The answer, in the order of the question. */
type Answer = readonly (HandedOver | HandedProblem)[];

/** So many specs are worth the start of a thread. */
const worthAThread = 4;
const mostThreads = 8;

/**
 * Judges all specs of a run, on several cores where there are many. The outcome does not depend on how many, but for
 * which specs come first where `limits.run` or `limits.runTime` end it.
 */
export async function judgeSpecs(run: Run, asked: CommandLine, world: World): Promise<Outcome[]> {
  const entries = entriesOf(run);
  const count = Math.min(world.threads?.count ?? 1, mostThreads, Math.floor(entries.length / worthAThread));
  const fromStdin = entries.some(({ content }) => content !== undefined);
  // Rules of a user have a thread and a limit of their own, and that limit counts what all threads do.
  const hasRulesets = ((run.branch?.policy ?? run.workspace).config?.ruleset.length ?? 0) > 0;
  if (world.threads === undefined || count < 2 || fromStdin || hasRulesets) return judgeEach(entries, run);
  const shares = Array.from({ length: count }, (_, share) =>
    entries.filter((_, index) => index % count === share),
  );
  const [own = [], ...others] = shares;
  const elsewhere = others.map((share) => judgeElsewhere(share, run, asked, world.threads as Threads));
  const outcomes = [await judgeEach(own, run), ...(await Promise.all(elsewhere))];
  return entries.map((entry, index) => {
    const outcome = outcomes[index % count]?.[Math.floor(index / count)];
    if (outcome?.entry !== entry) throw new Error(`no thread judged ${entry.spec}`);
    return outcome;
  });
}

async function judgeEach(entries: readonly Entry[], run: Run): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const entry of entries) {
    try {
      outcomes.push(await judgeOne(entry, run));
    } catch (problem) {
      outcomes.push({ entry, problem });
    }
  }
  return outcomes;
}

async function judgeElsewhere(
  entries: readonly Entry[],
  { workspace }: Run,
  asked: CommandLine,
  threads: Threads,
): Promise<Outcome[]> {
  const { specs, options } = asked;
  const share: Share = {
    specs,
    options: { ...options, now: workspace.now },
    judge: entries.map(({ spec }) => spec),
    spent: workspace.budget.spent,
  };
  try {
    const answer = (await threads.run(share)) as Answer;
    return entries.map((entry, index): Outcome => {
      const handed = answer[index];
      if (handed === undefined) throw new Error(`a thread said nothing of ${entry.spec}`);
      if ("problem" in handed) return { entry, problem: takeProblem(handed) };
      return take(handed, entry, workspace.config?.accept ?? []);
    });
  } catch (problem) {
    return entries.map((entry) => ({ entry, problem }));
  }
}

/** Judges what another thread asks for. */
export async function judgeShare({ specs, options, judge, spent }: Share, world: World): Promise<Answer> {
  const workspace = { ...(await openWorkspace(specs, options, world)), budget: new RunBudget(spent) };
  const branch = await openAgainst(workspace, { specs, options, world });
  try {
    const run: Run = { workspace, branch, orphans: await findOrphans(workspace) };
    const entries = new Map(entriesOf(run).map((entry) => [entry.spec, entry]));
    const chosen = judge.map((spec) => {
      const entry = entries.get(spec);
      if (entry === undefined) throw new Error(`${spec} is no spec of this run any more`);
      return entry;
    });
    const accepted = workspace.config?.accept ?? [];
    return (await judgeEach(chosen, run)).map((outcome) =>
      "verdict" in outcome ? handOver(outcome, accepted) : handOverProblem(outcome.problem),
    );
  } finally {
    branch?.close();
  }
}
