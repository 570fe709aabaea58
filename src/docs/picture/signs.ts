import type { LifeStep } from "../page.js";
import { element, text } from "./svg.js";

/** Circle: born. Triangle: deprecated. Cross: retired. Cross with an arrow: renamed. */
export function sign({ kind, to }: Pick<LifeStep, "kind" | "to">, at: number, middle: number): string {
  if (kind === "born" || kind === "returned" || kind === "undeprecated") {
    return element("circle", { cx: at, cy: middle, r: 5.5, class: "born" });
  }
  if (kind === "deprecated") {
    const d = `M${at - 7} ${middle + 6}L${at} ${middle - 7}L${at + 7} ${middle + 6}Z`;
    return element("path", { d, class: "old" });
  }
  const cross = element("path", {
    d: `M${at - 5} ${middle - 5}l10 10M${at - 5} ${middle + 5}l10 -10`,
    class: "left",
  });
  if (kind === "retired") return cross;
  const arrow = element("path", {
    d: `M${at + 9} ${middle}h14m-5 -5l5 5l-5 5`,
    class: "left",
  });
  return cross + arrow + text(at + 29, middle + 4, to.join(", "), "mono", 24);
}
