import type { ConsumerPreset } from "../config/types.js";
import { presetNamed, syntaxes } from "./languages.js";
import type { Candidate } from "./mention.js";
import { readJson, readLines } from "./read/data.js";
import { readMarkdown } from "./read/markdown.js";
import { readSource } from "./read/source.js";
import { readTable } from "./read/table.js";

/** Everything in a text that may be a code, as the preset writes values. */
export function readCandidates(text: string, preset: ConsumerPreset): Candidate[] {
  const syntax = syntaxes[preset];
  if (syntax !== undefined) return readSource(text, syntax);
  if (preset === "tsv" || preset === "csv") return readTable(text, preset);
  if (preset === "yaml" || preset === "toml") return readLines(text, preset);
  if (preset === "markdown") return readMarkdown(text, readFence);
  return readJson(text);
}

function readFence(text: string, language: string): Candidate[] | null {
  const preset = presetNamed(language);
  return preset === null || preset === "markdown" ? null : readCandidates(text, preset);
}
