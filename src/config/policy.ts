import picomatch from "picomatch";
import { remember } from "../contract/memo.js";
import type { DeprecationPolicy, Policy } from "../contract/policy.js";
import type { Config, SpecSetting } from "./types.js";

/** What holds where the config does not speak of deprecation: none is required. */
export const defaultDeprecation: DeprecationPolicy = { required: false, windowDays: 0, pastSunset: true };

/**
 * What judges one spec: the config with its defaults and with what it says for this spec. Without a config, the
 * defaults alone.
 *
 * @param spec root-relative path
 */
export function policyFor(config: Config | null, spec: string): Policy {
  const setting = settingFor(config, spec);
  return {
    errors: setting?.errors ?? null,
    scheme: setting?.scheme ?? null,
    rules: { ...config?.rules, ...setting?.rules },
    changes: config?.changes ?? {},
    deprecation: config?.deprecation ?? defaultDeprecation,
    corrections: config?.corrections ?? "allow",
  };
}

/** The entry of `specs` for a spec: the one that names its path, else the first whose glob matches. */
export function settingFor(config: Config | null, spec: string): SpecSetting | null {
  const entries = config?.specs ?? [];
  return (
    entries.find((entry) => entry.spec === spec) ??
    entries.find(({ spec: glob }) => !glob.startsWith("!") && matcherOf(glob)(spec)) ??
    null
  );
}

const matchers = new Map<string, (path: string) => boolean>();

/** A glob is compiled once, however many specs it is held against. */
function matcherOf(glob: string): (path: string) => boolean {
  return remember(matchers, glob, () => picomatch(glob, { dot: true }));
}
