import { notesOf } from "../../src/catalog/assemble.js";
import type { Body } from "../../src/catalog/bodies.js";
import { allowedIn, type Group } from "../../src/catalog/merge.js";
import { type Value, valuesByCode } from "../../src/catalog/values.js";
import { discovery } from "./discovery.js";
import type { Node } from "./node.js";
import type { PlaceOptions } from "./place-options.js";
import type { Reading } from "./reading.js";

/** A code, where it is declared first, and what the document says about it. */
export interface Code {
  readonly code: string;
  readonly node: Node;
  readonly description: string | null;
  readonly group: string | null;
  /** Statuses it is documented with (`x-error-codes`). */
  readonly statuses: readonly string[];
}

/** The codes behind one property of the error bodies, or several that share them. */
export interface Catalog {
  /** The path of the property. */
  readonly name: string;
  readonly paths: readonly string[];
  /** Each list once, as the schema that holds it. */
  readonly lists: readonly Node[];
  /** Values that a list holds again. */
  readonly repeats: readonly Pick<Code, "code" | "node">[];
  /** One at least. */
  readonly codes: ReadonlyMap<string, Code>;
  readonly open: boolean;
}

/** The document's catalogs, the main one first. */
export function catalogs(reading: Reading, options: PlaceOptions): readonly Catalog[] {
  return reading.keyed(readCatalogs, options);
}

function readCatalogs(reading: Reading, options: PlaceOptions): readonly Catalog[] {
  return discovery(reading, options).groups.map((group) => toCatalog(reading, group));
}

function toCatalog(reading: Reading, { path, paths, lists, open }: Group): Catalog {
  return {
    name: path,
    paths,
    lists: lists.map(({ site }) => reading.nodeAt(site)),
    repeats: lists.flatMap(({ repeats }) =>
      repeats.map(({ code, site }) => ({ code, node: reading.nodeAt(site) })),
    ),
    codes: new Map([...valuesByCode(lists)].map(([code, values]) => [code, toCode(reading, code, values)])),
    open: open !== "closed",
  };
}

function toCode(reading: Reading, code: string, values: readonly Value[]): Code {
  const { description = null, group = null, statuses = [] } = notesOf(values);
  const [first] = values;
  const node = first === undefined ? reading.root : reading.nodeAt(first.site);
  return { code, node, description, group, statuses };
}

/** Codes to which a response's body narrows a catalog; null where it leaves it whole. */
export function carriedCodes(body: Body, { paths, codes }: Catalog): ReadonlySet<string> | null {
  const carried = allowedIn(body, paths);
  return carried === null || carried.size >= codes.size ? null : carried;
}
