import fc from "fast-check";

const { ERRLOCK_SEED, ERRLOCK_TIMES = "1" } = process.env;

/** This many cases, or more of them where many are asked for. */
export const runs = (count: number) => Math.ceil(count * Number(ERRLOCK_TIMES));

// The same cases at every run, so that no build fails by chance. `npm run fuzz` tries others, and many more.
fc.configureGlobal({
  numRuns: runs(100),
  ...(ERRLOCK_SEED === "random" ? {} : { seed: Number(ERRLOCK_SEED ?? 1) }),
});

export default fc;
