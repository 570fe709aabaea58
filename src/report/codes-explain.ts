import type { Explanation } from "../catalog/extraction.js";
import type { Style } from "./text/style.js";
import { count } from "./words.js";

/** How the codes were found: every property that could have been the catalog, its evidence, and why one won. */
export function explanationLines(explanation: Explanation, style: Style): string[][] {
  const { how, operations, errorResponses, candidates } = explanation;
  const seen = `${count(operations, "operation")}, ${count(errorResponses, "error response")}, ${count(candidates.length, "candidate")}`;
  return [
    [
      style.paint.bold("How the codes were found"),
      ...[how, seen].filter((line) => line !== "").flatMap((line) => style.block(style.safe(line), "  ")),
    ],
    ...candidates.map((candidate) => {
      const { path, codes, sample, responses, score, evidence, taken, against, sites } = candidate;
      const mark = taken ? style.paint.green("taken ") : style.paint.dim("not   ");
      const facts = `${count(codes, "code")} in ${count(responses, "response")}, score ${Number(score.toFixed(2))}`;
      const dots = codes > sample.length ? `, ${style.glyph.dots}` : "";
      return [
        `${mark} ${style.paint.bold(style.safe(path))}  ${facts}`,
        ...style.block(`${style.safe(sample.join(", "))}${dots}`, "       ", style.paint.dim),
        ...evidence.flatMap((line) => style.block(style.safe(line), "         ", undefined, "       + ")),
        ...(against === null ? [] : style.block(style.safe(against), "         ", undefined, "       - ")),
        ...sites
          .slice(0, 3)
          .map(({ file, pointer }) => style.paint.dim(`       ${style.safe(`${file}${pointer}`)}`)),
      ];
    }),
  ];
}
