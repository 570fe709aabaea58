import type { Consumer } from "../../config/config.js";
import { type Difference, differ, differInEntries } from "./difference.js";

/** Consumers by name: a dropped one, fewer files, codes that are ignored and claims taken back may let drift pass. */
export function differInConsumers(base: readonly Consumer[], branch: readonly Consumer[]): Difference[] {
  const byName = (list: readonly Consumer[]) => new Map(list.map((consumer) => [consumer.name, consumer]));
  const [here, there] = [byName(base), byName(branch)];
  const added = branch.filter(({ name }) => !here.has(name));
  return [
    ...base.flatMap((was) => {
      const is = there.get(was.name);
      return is === undefined
        ? differ(`consumers ${was.name}`, "listed", "not listed", true)
        : differInConsumer(was, is);
    }),
    ...added.flatMap(({ name, location }) =>
      differ(`consumers ${name}`, "not listed", "listed", false, location),
    ),
  ];
}

function differInConsumer(base: Consumer, branch: Consumer): Difference[] {
  const at = `consumers ${base.name}`;
  const { location } = branch;
  const ignored = ({ ignore }: Consumer) => ignore.flatMap(({ codes }) => codes);
  return [
    ...differInEntries(`${at} files`, base.files, branch.files, { added: false, dropped: true }, location),
    ...differInEntries(
      `${at} ignore`,
      ignored(base),
      ignored(branch),
      { added: true, dropped: false },
      location,
    ),
    ...differ(`${at} complete`, base.complete, branch.complete, base.complete, location),
    ...differ(`${at} as`, base.as, branch.as, true, location),
    ...differ(`${at} pattern`, base.pattern, branch.pattern, true, location),
    ...differ(`${at} spec`, base.spec, branch.spec, true, location),
  ];
}
