import type { Contract } from "../contract/contract.js";
import type { Limits } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import type { Verdict } from "../judge/judge.js";

/** So many names of operations take as much memory as a code. */
const namesOfAnItem = 20;

/**
 * What all specs of a run may take together. Each has limits of its own; but thousands of them can be made of a few
 * bytes, and what is known of each is kept until the report.
 */
export class RunBudget {
  /** What was spent, in all threads of the run. */
  readonly spent: Int32Array<SharedArrayBuffer>;
  #spec: string | null = null;
  #start: number | null = null;

  constructor(spent = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))) {
    this.spent = spent;
  }

  /**
   * Before a spec is read: the first may take what its own limits allow, and so may one that is read again, at a base.
   *
   * @throws Problem where the others left nothing
   */
  begin(spec: string, { run, runTime }: Pick<Limits, "run" | "runTime">): void {
    if (spec === this.#spec) return;
    this.#spec = spec;
    const now = performance.now();
    this.#start ??= now;
    const fewer = (limit: string) => `name fewer specs at once, or raise \`limits.${limit}\` in the config.`;
    if (Atomics.load(this.spent, 0) > run) {
      throw new Problem(
        "run-too-large",
        `not read: the specs before it have more than ${run} codes, operations, changes and findings`,
        fewer("run"),
        { file: spec },
      );
    }
    if (now - this.#start > runTime) {
      throw new Problem(
        "run-too-slow",
        `not read: the specs before it took more than ${runTime / 1000} s`,
        fewer("runTime"),
        { file: spec },
      );
    }
  }

  /** @param held how many codes the baseline of the spec holds */
  spendContract({ catalogs, operations }: Contract, held: number): void {
    this.#spend(catalogs.reduce((sum, { codes }) => sum + codes.length, (operations?.length ?? 0) + held));
  }

  /** Of a spec that was judged. */
  spendVerdict({ changes, findings }: Pick<Verdict, "changes" | "findings">): void {
    const names = changes.reduce((sum, change) => sum + change.operations.length + change.codes.length, 0);
    this.#spend(changes.length + findings.length + Math.ceil(names / namesOfAnItem));
  }

  #spend(items: number): void {
    Atomics.add(this.spent, 0, items);
  }
}
