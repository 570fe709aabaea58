import type { Catalog, Code, Link, OperationStatus, Shape } from "../contract/contract.js";
import type { Site } from "../contract/location.js";
import { sorted } from "../contract/record.js";
import type { Candidate } from "./candidates.js";
import type { Group } from "./merge.js";
import { isNamed } from "./read-schema.js";
import { catalogShape } from "./shapes/problem-type.js";
import type { Survey } from "./survey.js";
import { type Value, type ValueNotes, valuesByCode } from "./values.js";
import { siteKey } from "./walk/node.js";

/** What responses and examples say about the codes of one catalog. */
export interface CodeFacts {
  readonly statuses: ReadonlyMap<string, readonly string[]>;
  readonly shownIn: ReadonlyMap<string, readonly OperationStatus[]>;
  readonly messages: ReadonlyMap<string, readonly string[]>;
}

/** Makes the catalog of a candidate that was taken. */
export function assemble(
  candidate: Group,
  linked: Link,
  { spec, document }: Pick<Survey, "spec" | "document">,
  facts: CodeFacts | undefined,
): Catalog {
  const { file } = spec;
  const shape: Shape = document === "schema" ? "registry" : catalogShape(candidate);
  return {
    name: candidate.path,
    open: candidate.open,
    normative: shape !== "examples",
    linked,
    shape,
    errorSchemas: pointers(errorSchemas(candidate), file),
    pointers: pointers(
      candidate.lists.map(({ site }) => site),
      file,
    ),
    codes: [...valuesByCode(candidate.lists)].map(([code, values]) => toCode(code, values, facts)),
    retired: {},
  };
}

/** What a document keeps about a code, from all places that declare it; the first that says something wins. */
export function notesOf(values: readonly Value[]): ValueNotes {
  return Object.assign({}, ...values.map(({ notes }) => notes).reverse());
}

function toCode(code: string, values: readonly Value[], facts: CodeFacts | undefined): Code {
  const notes = notesOf(values);
  const description = notes.description ?? null;
  const said = values.flatMap((value) => value.notes.messages ?? []);
  const messages = new Set([
    ...said,
    ...(facts?.messages.get(code) ?? []),
    ...(description === null ? [] : [description]),
  ]);
  return {
    code,
    description,
    name: notes.name ?? null,
    group: notes.group ?? null,
    deprecated: notes.deprecated ?? false,
    sunset: notes.sunset ?? null,
    since: notes.since ?? null,
    replacedBy: notes.replacedBy ?? null,
    retryable: notes.retryable ?? null,
    statuses: sorted(notes.statuses ?? facts?.statuses.get(code) ?? []),
    shownIn: facts?.shownIn.get(code) ?? [],
    sites: values.map(({ site }) => site),
    messages: [...messages],
  };
}

/** The named schemas that declare the property; where there are none, the bodies' own places. */
export function errorSchemas(candidate: Candidate): Site[] {
  const sites = candidate.bodies.map(({ body }) => {
    const named = body.schemas.filter(isNamed);
    if (named.length > 0) return named;
    const owners = body.fields.inside.get(candidate.path)?.owners ?? [];
    return owners.length > 0 ? owners : body.schemas;
  });
  const distinct = [...new Set(sites)].flat();
  return [...new Map(distinct.map((site) => [siteKey(site), site])).values()];
}

/** `#/pointer` in the root document, `path#/pointer` in another. */
export function pointerIn(site: Site, file: string): string {
  return site.file === file ? site.pointer : site.file + site.pointer;
}

/** The name that a baseline records: the component's, or the pointer where there is none. */
export function placeName(site: Site, file: string): string {
  const name = /^#\/(?:components\/schemas|definitions|\$defs)\/([^/]+)$/.exec(site.pointer)?.[1];
  return name ?? pointerIn(site, file);
}

function pointers(sites: readonly Site[], file: string): string[] {
  return sorted(sites.map((site) => pointerIn(site, file)));
}
