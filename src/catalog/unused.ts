import { findCandidates } from "./candidates.js";
import { choose } from "./choose.js";
import type { UnusedCodes } from "./extraction.js";
import type { Group } from "./merge.js";
import { namedSchemas } from "./shapes/registry.js";
import { type Survey, weighBodies } from "./survey.js";
import { siteKey } from "./walk/node.js";
import { isErrorSchemaName } from "./words/names.js";
import { strongRank } from "./words/ranks.js";

/**
 * Codes that are declared, and that no error response of an operation can carry: in responses of callbacks, where the
 * client is the server, and in components that none of them refers to. They are told, and not locked.
 */
export function findUnused(found: Survey, groups: readonly Group[]): UnusedCodes[] {
  const used = new Set(groups.flatMap(({ lists }) => lists.map(({ site }) => siteKey(site))));
  const named = namedSchemas(found.root).filter(([name]) => isErrorSchemaName(name));
  const components = [
    ...weighBodies(found.components),
    ...named.map(([, schema]) => ({ body: found.bodies.readSchema(schema), weight: 0 })),
  ];
  const sources = [
    { where: "callback", bodies: weighBodies(found.callbacks.flatMap(({ responses }) => responses)) },
    { where: "component", bodies: components },
  ] as const;
  return sources.flatMap(({ where, bodies }) =>
    choose(findCandidates(bodies))
      .filter(({ taken, rank }) => taken && rank >= strongRank)
      .flatMap(({ candidate }) =>
        candidate.lists.flatMap((list): UnusedCodes[] => {
          const key = siteKey(list.site);
          if (used.has(key)) return [];
          used.add(key);
          return [
            { path: candidate.path, codes: list.values.map(({ code }) => code), where, site: list.site },
          ];
        }),
      ),
  );
}
