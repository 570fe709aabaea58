import { longestString, type Syntax } from "../languages.js";
import type { Candidate, Slot } from "../mention.js";
import { type Token, tokensOf } from "./tokens.js";

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
const comparing = new Set(["==", "===", "!=", "!==", "equals", "eq", "eql"]);
const branching = new Set(["case", "when"]);

const longestStatement = 40;

/** Something that is open at a place: a bracket, and what stands before it. */
interface Scope {
  readonly id: number;
  readonly mark: string;
  /** The word before: the function that is called. */
  readonly opener: string;
  /** Arguments or elements before this one. */
  position: number;
}

/** Reads a source text: every string literal with the places that it stands in. */
export function readSource(text: string, syntax: Syntax): Candidate[] {
  const tokens = tokensOf(text, syntax);
  const scopes: Scope[] = [{ id: 0, mark: "{", opener: "", position: 0 }];
  const found: Candidate[] = [];
  let statement: Token[] = [];
  let indent = 0;
  for (const [at, token] of tokens.entries()) {
    const scope = scopes.at(-1) ?? { id: 0, mark: "{", opener: "", position: 0 };
    if (token.kind === "line") {
      indent = indentAt(text, token.end);
      if (endsStatement(statement.at(-1), scope) && tokens[at + 1]?.text !== "|") statement = [];
    } else if (token.kind === "mark" && closing[token.text] !== undefined) {
      const opener = statement.findLast(({ kind }) => kind === "word")?.text ?? "";
      scopes.push({ id: at, mark: token.text, opener, position: 0 });
      statement = [];
    } else if (token.kind === "mark" && /^[)\]}]$/.test(token.text)) {
      if (scopes.length > 1) scopes.pop();
      statement = [{ ...token, text: ")" }];
    } else if (token.kind === "mark" && (token.text === "," || token.text === ";")) {
      scope.position += 1;
      // `case "a", "b":` goes on.
      if (token.text === ";" || !branching.has(statement[0]?.text ?? "")) statement = [];
    } else {
      if (token.kind === "string" && token.text.length > 0 && token.text.length <= longestString) {
        const place = {
          scope,
          indent: syntax.indented ? indent : 0,
          before: statement,
          after: tokens[at + 1],
        };
        found.push({ text: token.text, start: token.start, end: token.end, slots: slotsOf(place, scopes) });
      }
      // What stands far before says nothing, and must not be searched again for each of many.
      if (statement.length >= longestStatement) statement = statement.slice(-1);
      statement.push(token);
    }
  }
  return found;
}

interface Place {
  readonly scope: Scope;
  readonly indent: number;
  readonly before: readonly Token[];
  readonly after: Token | undefined;
}

function slotsOf({ scope, indent, before, after }: Place, scopes: readonly Scope[]): Slot[] {
  const group = (key: string): Slot => ({ kind: "group", key: `${scope.id} ${indent} ${key}` });
  const last = before.at(-1);
  const compared = comparedWith(before, after, scope, scopes);
  if (compared !== null) return [{ kind: "named", key: compared }];
  if (branching.has(before[0]?.text ?? "")) return [group("case")];
  const [first] = before;
  if (last?.text === "|" || after?.text === "|") {
    // A union belongs to what it declares; the alternatives of a match are all of one list.
    const declared = before.some(({ text }) => text === "=" || text === ":");
    return [group(declared ? `union ${first?.start}` : "arm")];
  }
  if (after?.text === "=>" || after?.text === "->") return [group("arm")];
  if (last?.text === "=" || last?.text === ":" || last?.text === "=>" || last?.text === ":=") {
    const words = before.filter(({ kind }) => kind === "word").map((word) => word.text);
    const shape = before.map((each, index) => (isName(each, index, before) ? "name" : each.text)).join(" ");
    const name = words.at(-1);
    const value: Slot[] = name === undefined ? [] : [{ kind: "named", key: name }];
    return scope.mark === "("
      ? [{ kind: "shape", key: `${scope.opener} ${name}` }, ...value]
      : [group(shape), ...value];
  }
  if (after?.text === ":" || after?.text === "=") return [group("key")];
  if (before.length > 0) return [];
  // The constants of an enum differ by name: `NOT_FOUND("not_found")`.
  if (scope.mark === "(" && /^[A-Z][A-Z\d_]*$/.test(scope.opener)) {
    return [{ kind: "group", key: `${scopes.at(-2)?.id ?? 0} constant(${scope.position}` }];
  }
  if (scope.mark === "(")
    return [group("element"), { kind: "shape", key: `${scope.opener}(${scope.position}` }];
  return [group("element")];
}

/** The name that a literal is compared with: `error.code === "x"`, `"x" == code`, `code.equals("x")`. */
function comparedWith(
  before: readonly Token[],
  after: Token | undefined,
  scope: Scope,
  scopes: readonly Scope[],
): string | null {
  const last = before.at(-1);
  if (last !== undefined && comparing.has(last.text)) {
    const word = before.findLast(({ kind }) => kind === "word");
    return word?.text ?? scopes.at(-1)?.opener ?? null;
  }
  if (scope.mark === "(" && before.length === 0 && comparing.has(scope.opener)) return scope.opener;
  return after !== undefined && comparing.has(after.text) ? "compared" : null;
}

/** Whether a token is what the declaration names, so that it differs from one to the next. */
function isName(token: Token, index: number, before: readonly Token[]): boolean {
  if (token.kind === "number" || token.kind === "string") return true;
  if (token.kind !== "word") return false;
  const colon = before.findIndex(({ text }) => text === ":");
  const end = colon >= 0 && colon < before.length - 1 ? colon : before.length - 1;
  // Go writes the name before the type, all others directly before `=` or `:`.
  return index === end - 1 || (index === 0 && before.length === 3);
}

function endsStatement(last: Token | undefined, scope: Scope): boolean {
  if (last === undefined) return false;
  if (scope.mark === "{") return !/^(?:[=:|(]|=>|->|:=|===?|!==?|&&|\|\|)$/.test(last.text);
  return false;
}

function indentAt(text: string, start: number): number {
  let at = start;
  while (text[at] === " " || text[at] === "\t") at += 1;
  return at - start;
}
