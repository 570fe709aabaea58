import { changeKinds } from "../compare/kinds.js";
import type { Bump, ChangeKind, Level } from "../contract/change.js";
import type { Policy } from "../contract/policy.js";
import { leavingKinds } from "./fingerprint.js";
import { largestBump } from "./version.js";

interface Weight {
  readonly level: Level;
  readonly bump: Bump;
}

/**
 * What a kind of change does to the build, and what it demands of the version: the policy's word over the kind's own.
 * A code that leaves weighs the same whether it is called removed, renamed, or gone with its catalog: of the three,
 * the strictest counts.
 */
export function weigh(kind: ChangeKind, changes: Policy["changes"]): Weight {
  if (!leavingKinds.has(kind)) return configured(kind, changes);
  const weights = (["code-removed", "code-renamed", "catalog-removed"] as const).map((leaving) =>
    configured(leaving, changes),
  );
  return {
    level: strictest(weights.map(({ level }) => level)),
    bump: largestBump(weights.map(({ bump }) => bump)),
  };
}

function configured(kind: ChangeKind, changes: Policy["changes"]): Weight {
  const setting = changes[kind];
  const { level, bump } = changeKinds[kind];
  if (setting === undefined) return { level, bump };
  if (typeof setting === "string") return { level: setting, bump };
  return { level: setting.level ?? level, bump: setting.bump ?? bump };
}

const order: readonly Level[] = ["error", "warn", "info", "off"];

function strictest(levels: readonly Level[]): Level {
  return order.find((level) => levels.includes(level)) ?? "off";
}

/** Whether a level is at least as strict as another. */
export function reaches(level: Level, least: Level): boolean {
  return order.indexOf(level) <= order.indexOf(least);
}
