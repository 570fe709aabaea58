import type { Change } from "../contract/change.js";
import type { BodyField, Contract } from "../contract/contract.js";
import { sorted } from "../contract/record.js";
import type { CatalogPair } from "./catalogs.js";
import { change } from "./change.js";
import { codeSite, listSite } from "./codes.js";

/** Changes of the shape of the error body, and the codes' property where it moved. A shape is unknown when empty. */
export function compareBodies(before: Contract, after: Contract, pairs: readonly CatalogPair[]): Change[] {
  const moved = pairs.filter((pair) => pair.before.catalog.name !== pair.after.catalog.name);
  const moves = moved.map((pair) =>
    change("body-field-removed", {
      field: pair.before.catalog.name,
      after: pair.after.catalog.name,
      codes: sorted(pair.before.codes.keys()).filter((code) => pair.after.codes.has(code)),
      site: listSite(pair.after),
      beforeSite: listSite(pair.before),
    }),
  );
  const said = new Set(moved.map((pair) => pair.before.catalog.name));
  if (isEmpty(before.body) || isEmpty(after.body)) return moves;
  const main = pairs[0]?.after;
  const site =
    main === undefined ? null : (listSite(main) ?? codeSite(main, [...main.codes.keys()][0] ?? ""));
  const paths = sorted([...Object.keys(before.body), ...Object.keys(after.body)]);
  // A name may have many dots, and few of its beginnings are as long as a field
  const lengths = new Set(paths.map(({ length }) => length));
  const shape = paths.flatMap((path) =>
    said.has(path)
      ? []
      : compareField(path, before.body, after.body, lengths).map((one) => ({ ...one, site })),
  );
  return [...moves, ...shape];
}

type Body = Contract["body"];

function compareField(path: string, before: Body, after: Body, lengths: ReadonlySet<number>): Change[] {
  const old = before[path];
  const fresh = after[path];
  if (old === undefined) return topmost(path, after, before, lengths) ? [fieldAdded(path, fresh)] : [];
  if (fresh === undefined)
    return topmost(path, before, after, lengths) ? [change("body-field-removed", { field: path })] : [];
  const changes: Change[] = [];
  if (old.required !== fresh.required) {
    changes.push(change(old.required ? "body-field-optional" : "body-field-required", { field: path }));
  }
  if (widened(old.type, fresh.type)) {
    const words = { before: old.type.join(" or "), after: fresh.type.join(" or ") };
    changes.push(change("body-field-type-changed", { field: path, ...words }));
  }
  return changes;
}

function fieldAdded(path: string, field: BodyField | undefined): Change {
  return change("body-field-added", { field: path, after: field?.type.join(" or ") || null });
}

/** Is no parent of the field missing too? An object that comes or goes is one change, with all that is in it. */
function topmost(path: string, here: Body, there: Body, lengths: ReadonlySet<number>): boolean {
  for (let parent = up(path); parent !== ""; parent = up(parent)) {
    if (lengths.has(parent.length) && here[parent] !== undefined && there[parent] === undefined) return false;
  }
  return true;
}

function up(path: string): string {
  return path.endsWith("[]") ? path.slice(0, -2) : path.slice(0, Math.max(path.lastIndexOf("."), 0));
}

/** Can a reader meet a type that it could not meet before? Every integer is a number; an empty list says nothing. */
function widened(before: readonly string[], after: readonly string[]): boolean {
  if (before.length === 0 || after.length === 0) return false;
  return after.some((type) => !before.includes(type) && !(type === "integer" && before.includes("number")));
}

function isEmpty(body: Body): boolean {
  return Object.keys(body).length === 0;
}
