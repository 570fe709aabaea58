import { parentPort, workerData } from "node:worker_threads";
import { Problem } from "./contract/problem.js";
import type { ThreadData } from "./host/bounded-thread.js";
import { runUserRules, type UserResult, type UserRun } from "./lint/user/run.js";

// The second entry beside main.ts: the rules of a user, in a thread that is ended when they take too much.

/** What the thread posts: results, or why the ruleset cannot be used. */
export type UserRulesPosted =
  | { readonly results: readonly UserResult[] }
  | { readonly tooMany: number }
  | { readonly problem: Pick<Problem, "code" | "message" | "hint" | "location"> };

/** What it is given. */
export interface UserRulesAsked extends UserRun {
  /** Names of rules; a mark is the place of one in it. */
  readonly rules: readonly string[];
  readonly mostResults: number;
}

async function work({ input, mark }: ThreadData): Promise<UserRulesPosted> {
  const { rules, mostResults, ...run } = input as UserRulesAsked;
  const places = new Map(rules.map((rule, at) => [rule, at]));
  try {
    let count = 0;
    const results = await runUserRules(run, {
      begun: (rule) => void Atomics.store(mark, 0, places.get(rule) ?? -1),
      // Whoever is told ends this thread.
      said(more) {
        count += more;
        if (count > mostResults) parentPort?.postMessage({ tooMany: count } satisfies UserRulesPosted);
      },
    });
    return { results };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, message, hint, location } = error;
    return { problem: { code, message, hint, location } };
  }
}

parentPort?.postMessage(await work(workerData as ThreadData));
