import { byCodePoint } from "../../contract/record.js";
import type { LifeStep } from "../page.js";
import { byVersion } from "../versions.js";

/** Where releases, or days, stand from left to right. */
export interface Axis {
  /** 0 to 1; null for a step of which it is not known when it happened. */
  at(step: LifeStep): number | null;
  /** Labels with their place, few enough to be read. */
  readonly ticks: readonly { readonly label: string; readonly at: number }[];
}

/** More labels than these would run into each other. */
const mostTicks = 8;

/** By days where all steps have one (a history), else by releases at equal distances. */
export function axisOf(steps: readonly LifeStep[]): Axis {
  const dates = distinct(steps.map(({ date }) => date)).sort(byCodePoint);
  if (dates.length > 0 && steps.every(({ date }) => date !== null)) return dayAxis(dates);
  const versions = distinct(steps.map(({ version }) => version)).sort(byVersion);
  const place = new Map(versions.map((version, at) => [version, at / Math.max(1, versions.length - 1)]));
  return {
    at: ({ version }) => (version === null ? null : (place.get(version) ?? null)),
    ticks: thin(versions).map((version) => ({ label: version, at: place.get(version) ?? 0 })),
  };
}

function dayAxis(dates: readonly string[]): Axis {
  const first = Date.parse(dates[0] ?? "");
  const span = Math.max(1, Date.parse(dates.at(-1) ?? "") - first);
  const place = (date: string) => (Date.parse(date) - first) / span;
  const ticks: { label: string; at: number }[] = [];
  for (const date of dates) {
    const at = place(date);
    const last = ticks.at(-1);
    if (last === undefined || at - last.at >= 1 / mostTicks) ticks.push({ label: date, at });
  }
  return { at: ({ date }) => (date === null ? null : place(date)), ticks };
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}

function thin(labels: readonly string[]): string[] {
  const every = Math.ceil(labels.length / mostTicks);
  return labels.filter((_, at) => at % every === 0);
}
