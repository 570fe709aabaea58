import type { Catalog, Contract } from "../contract/contract.js";
import { byCodePoint } from "../contract/record.js";
import { count } from "../report/words.js";

/**
 * What a reader must know before the list, a paragraph each: what the body looks like and what to branch on; then what may
 * change and what the list is worth.
 */
export function introduction(contract: Contract): string[] {
  const [main] = contract.catalogs;
  if (main === undefined) return ["This API declares no machine-readable error codes."];
  return [
    [body(contract, main), ...fields(contract, main), ...link(main)].join(" "),
    [growth(main), ...descriptions(contract)].join(" "),
  ];
}

function body({ errors }: Contract, { name, normative }: Catalog): string {
  // A pointer or a status (`404`) names no schema that a reader would know.
  const schemas = (errors?.schemas ?? []).filter((schema) => /^[A-Za-z_][^/]*$/.test(schema));
  const named = schemas.length > 0 && schemas.length <= 2 && schemas.length === errors?.schemas.length;
  const shown = schemas.map((schema) => `\`${schema}\``).join(" or ");
  const carrier = named ? `${article(schemas[0] ?? "")} ${shown} body` : "a body";
  const source = normative
    ? "from the list below"
    : "like those below, which the spec shows in examples only";
  return `Error responses carry ${carrier} whose \`${name}\` is a stable, machine-readable code ${source}. Branch on it, never on the wording of a message.`;
}

/** No response declares the body: that it is the error body follows from its name alone. */
function link({ linked }: Catalog): string[] {
  return linked === "name"
    ? ["The spec does not say which responses carry it; the list was found by its name."]
    : [];
}

function article(word: string): string {
  return /^[aeio]/i.test(word) ? "an" : "a";
}

/** The other fields of the body, those that are always there first. */
function fields({ body }: Contract, { name }: Catalog): string[] {
  const others = Object.entries(body)
    .filter(([path]) => path !== name && !name.startsWith(`${path}.`) && !name.startsWith(`${path}[]`))
    .sort(([a], [b]) => byCodePoint(a, b));
  const list = (required: boolean) =>
    others.filter(([, field]) => field.required === required).map(([path]) => `\`${path}\``);
  const [always, sometimes] = [list(true), list(false)];
  const parts = [
    ...(always.length > 0 ? [`always has ${enumerate(always)}`] : []),
    ...(sometimes.length > 0 ? [`may have ${enumerate(sometimes)}`] : []),
  ];
  return parts.length === 0 ? [] : [`The body also ${parts.join(" and ")}.`];
}

function enumerate(items: readonly string[]): string {
  if (items.length > 8) return `${items.slice(0, 8).join(", ")} and ${items.length - 8} more fields`;
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

function growth({ open }: Catalog): string {
  return open === "closed"
    ? "Later versions may add codes, so treat a code that you do not know like its HTTP status."
    : "The list is open: servers may send codes that are not in it, so treat an unknown code like its HTTP status.";
}

function descriptions({ catalogs }: Contract): string[] {
  const codes = catalogs.flatMap((catalog) => catalog.codes);
  const bare = codes.filter(({ description }) => description === null).length;
  if (bare === 0) return [];
  return [
    bare === codes.length
      ? "The spec maintains no descriptions of single codes; those below follow from the identifiers. The codes themselves are the contract."
      : `The spec maintains no description of ${count(bare, "code")} of ${codes.length}; theirs follow from the identifiers.`,
  ];
}
