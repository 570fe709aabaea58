import type { Location, Site } from "../contract/location.js";

/** A location whose lines and columns are computed when somebody reads them: most findings are only ever counted. */
export function lazyLocation({ file, pointer }: Site, locate: () => Location): Location {
  let located: Location | null = null;
  const get = (): Location => {
    located ??= locate();
    return located;
  };
  return {
    file,
    pointer,
    get line() {
      return get().line;
    },
    get column() {
      return get().column;
    },
    get endLine() {
      return get().endLine;
    },
    get endColumn() {
      return get().endColumn;
    },
  };
}
