import type { Location, Site } from "../contract/location.js";

/** A location whose lines and columns are computed when somebody reads them: most findings are only ever counted. */
export class LazyLocation implements Location {
  readonly file: string;
  readonly pointer: string;
  readonly #locate: (site: Site) => Location;
  #located: Location | null = null;

  constructor({ file, pointer }: Site, locate: (site: Site) => Location) {
    this.file = file;
    this.pointer = pointer;
    this.#locate = locate;
  }

  get line(): number {
    return this.#place.line;
  }

  get column(): number {
    return this.#place.column;
  }

  get endLine(): number {
    return this.#place.endLine;
  }

  get endColumn(): number {
    return this.#place.endColumn;
  }

  get #place(): Location {
    this.#located ??= this.#locate(this);
    return this.#located;
  }
}
