import { load, YAMLException } from "js-yaml";
import type { Outline } from "../outline.js";
import { ScanStop } from "./cursor.js";
import { Scanner } from "./scanner.js";
import { schema } from "./schema.js";

/**
 * Where the values of a YAML text stand, for texts that js-yaml accepts. In others the places after the first
 * mistake are missing.
 */
export function outlineYaml(text: string): Outline {
  const scanner = new Scanner(text);
  try {
    scanner.document();
  } catch (error) {
    if (!(error instanceof ScanStop)) throw error;
  }
  scanner.outline.closeAll(text.length);
  return scanner.outline;
}

/** Decoded key of an outline's node, as js-yaml gives it: `0x10` is `16`, `~` is `null`. */
export function yamlKey(text: string, outline: Outline, node: number): string {
  const source = text.slice(outline.keyStart(node), outline.keyEnd(node));
  if (/^[a-z_/$][\w/${}.\- ]*$/i.test(source) && !/^(?:null|true|false)$/i.test(source)) return source;
  if (/^(?:0|[1-9]\d{0,14})$/.test(source)) return source;
  return loadKey(source);
}

/** By js-yaml itself; what only has a meaning in its document (an alias, `<<`) stays as it is written. */
function loadKey(source: string): string {
  try {
    const data: unknown = load(`? ${source.replaceAll("\n", "\n ")}\n`, { schema });
    return Object.keys(data ?? {})[0] ?? source;
  } catch (error) {
    if (error instanceof YAMLException) return source;
    throw error;
  }
}
