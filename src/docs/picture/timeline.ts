import { html } from "../../report/escape/html.js";
import { count } from "../../report/words.js";
import type { LifeStep, PageCatalog } from "../page.js";
import { type Axis, axisOf } from "./axis.js";
import { type Lane, lanesOf } from "./lanes.js";
import { sign } from "./signs.js";
import { element, picture, text } from "./svg.js";

const longestLabel = 38;
const plot = 500;
/** Room behind the last release: for what goes on, and for new names. */
const beyond = 170;
const lane = 26;
const head = 34;

/** A picture stays one: beyond so many lanes those with the most codes are drawn, and the rest is counted. */
export const mostLanes = 80;

/** Codes in a lane's tooltip. */
const mostNamed = 30;

export interface Timeline {
  readonly svg: string;
  /** What it shows, for a legend. */
  readonly kinds: ReadonlySet<LifeStep["kind"] | "coming">;
  /** Lanes that were not drawn. */
  readonly omitted: number;
}

/** Codes over releases: born, deprecated, renamed, retired. Every sign has a shape of its own. Null: nothing happened. */
export function timeline(id: string, catalog: PageCatalog): Timeline | null {
  const all = lanesOf(catalog);
  const steps = all.flatMap((each) => each.steps);
  if (steps.length === 0) return null;
  const axis = axisOf(steps);
  const kept = new Set([...all].sort((a, b) => b.codes.length - a.codes.length).slice(0, mostLanes));
  const lanes = all.filter((each) => kept.has(each));
  const label = Math.min(longestLabel, Math.max(...lanes.map((each) => each.label.length)));
  const left = Math.ceil(label * 7.4) + 18;
  const frame: Frame = { left, right: left + plot + beyond, x: (at) => left + at * plot };
  const height = head + lanes.length * lane + 6;
  const inner = [
    ...axis.ticks.map((tick) => ruler(frame.x(tick.at), tick.label, height)),
    ...lanes.map((each, at) => drawLane(each, head + at * lane, axis, frame)),
  ].join("");
  const words = { title: "Codes over releases", description: describe(lanes) };
  const kinds = new Set<LifeStep["kind"] | "coming">(
    lanes.flatMap((each) => each.steps.map(({ kind }) => kind)),
  );
  if (lanes.some((each) => each.steps.length === 0)) kinds.add("coming");
  return {
    svg: picture(id, { width: frame.right + 10, height }, words, inner),
    kinds,
    omitted: all.length - lanes.length,
  };
}

/** Where the bars stand; labels are left of it. */
interface Frame {
  readonly left: number;
  readonly right: number;
  x(at: number): number;
}

function ruler(at: number, label: string, height: number): string {
  return (
    element("line", { x1: at, x2: at, y1: head - 8, y2: height, class: "grid" }) +
    text(at, 16, label, "soft middle", 16)
  );
}

function drawLane(
  { label, codes, steps, retired }: Lane,
  top: number,
  axis: Axis,
  { left, right, x }: Frame,
): string {
  const middle = top + lane / 2;
  const name = text(left - 18, middle + 4, label, codes.length === 1 ? "mono end" : "end", longestLabel);
  const known = steps.flatMap((step) => {
    const at = axis.at(step);
    return at === null ? [] : [{ step, at: x(at) }];
  });
  const tooltip = element("title", {}, html(`${namesOf(codes)}: ${stepsWords(steps) || "not released yet"}`));
  if (known.length === 0) {
    const coming = {
      x: x(1) + 12,
      y: middle - 5,
      width: right - x(1) - 12,
      height: 10,
      rx: 3,
      class: "coming",
    };
    return element("g", {}, tooltip + name + element("rect", coming));
  }
  const bars = known.map(({ step, at }, index) => {
    const next = known[index + 1]?.at ?? (retired ? at : right);
    if (step.kind === "retired" || step.kind === "renamed" || next <= at) return "";
    const fading = step.kind === "deprecated";
    return element("rect", {
      ...{ x: at, y: middle - 4, width: next - at, height: 8, class: fading ? "fading" : "bar" },
    });
  });
  const signs = known.map(({ step, at }) => sign(step, at, middle));
  return element("g", {}, tooltip + name + bars.join("") + signs.join(""));
}

function namesOf(codes: readonly string[]): string {
  const rest = codes.length - mostNamed;
  return codes.slice(0, mostNamed).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

function describe(lanes: readonly Lane[]): string {
  const shown = lanes
    .slice(0, 12)
    .map(({ label, steps }) => `${label}: ${stepsWords(steps) || "not released yet"}`);
  const rest = lanes.length - shown.length;
  return `${shown.join(". ")}.${rest > 0 ? ` And ${count(rest, "more line")}; the list above says the same.` : ""}`;
}

function stepsWords(steps: readonly LifeStep[]): string {
  return steps
    .map(({ kind, version, date, to }) => {
      const when = version === null ? date : date === null ? version : `${version} on ${date}`;
      return `${kind}${when === null ? "" : ` ${when}`}${to.length > 0 ? ` to ${to.join(" and ")}` : ""}`;
    })
    .join(", ");
}
