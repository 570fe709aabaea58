export type { Baseline, BaselineCatalog, BaselineCode, Correction } from "../contract/baseline.js";
export { baselineFormat } from "../contract/baseline.js";
export { type FirstRelease, fromContract, toContract } from "./contract.js";
export { parseBaseline } from "./read.js";
export { formatBaseline } from "./write.js";
