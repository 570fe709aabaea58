import type { CodesCatalog, CodesCode, CodesReport, CodesSpec } from "./codes.js";
import { explanationLines } from "./codes-explain.js";
import type { RenderOptions } from "./options.js";
import { type Style, styleOf } from "./text/style.js";
import { columns, wrap } from "./text/width.js";
import { count, problemWords } from "./words.js";

/** The catalogs as tables, grouped as the spec groups them. The names of codes are never broken. */
export function render(report: CodesReport, options: RenderOptions): string {
  const style = styleOf(options);
  const blocks = report.specs.flatMap((spec) => specBlocks(spec, options, style));
  if (report.error && !options.problemsTold) {
    const words = `${problemWords(report.error)}. ${report.error.hint}`;
    blocks.push(style.block(style.safe(words), "  ", style.paint.red));
  }
  return blocks.map((lines) => `${lines.join("\n")}\n`).join("\n");
}

function specBlocks(spec: CodesSpec, options: RenderOptions, style: Style): string[][] {
  const title = style.paint.bold.underline(style.safe(spec.spec));
  const version = spec.version === null ? "" : `, version ${spec.version}`;
  const total = spec.catalogs.reduce((sum, { codes }) => sum + codes.length, 0);
  const words = spec.error
    ? `${spec.error.message}. ${spec.error.hint}`
    : `${count(total, "code")}, ${count(spec.operations, "operation")}${version}`;
  const blocks = [
    [title, ...style.block(style.safe(words), "  ", spec.error ? style.paint.red : style.paint.dim)],
    ...spec.catalogs.flatMap((catalog) => catalogBlocks(catalog, spec, options, style)),
  ];
  for (const { path, codes, where } of spec.unused) {
    const place = where === "callback" ? "responses of callbacks" : "components that nothing references";
    const text = `${count(codes.length, "code")} of ${path} only in ${place}, not locked: ${codes.join(", ")}`;
    blocks.push(style.block(style.safe(text), "  ", style.paint.dim));
  }
  return spec.explanation ? [...blocks, ...explanationLines(spec.explanation, style)] : blocks;
}

function catalogBlocks(
  catalog: CodesCatalog,
  spec: CodesSpec,
  options: RenderOptions,
  style: Style,
): string[][] {
  const { name, open, normative, linked, errorSchemas, pointers } = catalog;
  const facts = [
    open,
    ...(normative ? [] : ["only in examples, so not locked"]),
    ...(linked === "name" ? ["found by name: no response declares a body"] : []),
  ].join(", ");
  const where = [...errorSchemas, ...pointers].slice(0, 3).join(", ");
  const rest = errorSchemas.length + pointers.length - 3;
  const head = [
    ...style.block(
      style.safe(`${name}: ${count(catalog.codes.length, "code")}, ${facts}`),
      "  ",
      style.paint.bold,
      "",
    ),
    ...style.block(style.safe(rest > 0 ? `${where} and ${rest} more` : where), "  ", style.paint.dim),
  ];
  const groups = new Map<string | null, CodesCode[]>();
  for (const code of catalog.codes) {
    const group = groups.get(code.group);
    if (group) group.push(code);
    else groups.set(code.group, [code]);
  }
  const tables = [...groups].map(([group, codes]) => [
    ...(group === null ? [] : style.block(style.safe(group), "", style.paint.cyan.bold)),
    ...table(codes, spec, options, style),
  ]);
  return [head, ...tables];
}

/** Two columns: the code, and what is known of it; under each other where the first leaves too little room. */
function table(codes: readonly CodesCode[], spec: CodesSpec, options: RenderOptions, style: Style): string[] {
  const names = codes.map(({ code }) => style.safe(code));
  const widest = Math.min(
    names.reduce((most, name) => Math.max(most, columns(name)), 0),
    Math.floor(style.width / 2) - 4,
  );
  const indent = " ".repeat(widest + 4);
  return codes.flatMap((entry, at) => {
    const name = names[at] ?? "";
    const lines = [
      ...wrap(style.safe(entry.description), style.width - indent.length),
      ...wrap(style.safe(factsOf(entry, spec, options)), style.width - indent.length).map((line) =>
        style.paint.dim(line),
      ),
    ].filter((line) => line !== "" && line !== style.paint.dim(""));
    const painted = entry.deprecated ? style.paint.yellow(name) : style.paint.bold(name);
    const fits = columns(name) <= widest;
    const first = fits
      ? `  ${painted}${" ".repeat(widest + 2 - columns(name))}${lines[0] ?? ""}`
      : `  ${painted}`;
    return [first, ...lines.slice(fits ? 1 : 0).map((line) => indent + line)];
  });
}

/** `410 · 38 operations · since 1.0.0 · deprecated, use X`. */
function factsOf(entry: CodesCode, spec: CodesSpec, { verbose }: RenderOptions): string {
  const { statuses, operations, since, deprecated, sunset, replacedBy } = entry;
  const some =
    operations.length > 2 && !verbose ? count(operations.length, "operation") : operations.join(", ");
  const where = operations.length === spec.operations && operations.length > 2 ? "all operations" : some;
  const leaving = `deprecated${sunset === null ? "" : ` until ${sunset}`}${replacedBy === null ? "" : `, use ${replacedBy}`}`;
  return [statuses.join(" "), where, since === null ? "" : `since ${since}`, deprecated ? leaving : ""]
    .filter((part) => part !== "")
    .join("; ");
}
