import { nearest } from "../contract/nearest.js";
import { Problem } from "../contract/problem.js";
import { createFileSource } from "../host/files.js";

/** `help` of a word that is no command. @throws Problem `usage` */
export function refuseTopic(word: string, commands: readonly string[]): void {
  if (commands.includes(word)) return;
  throw noCommand(word, commands, `there is no command \`${word}\``);
}

/**
 * `check` is the default command, so a mistyped command arrives as the name of a spec. A word that is no file and looks
 * like none is taken for what it most likely was.
 *
 * @throws Problem `usage`
 */
export async function refuseMistyped(word: string, commands: readonly string[], cwd: string): Promise<void> {
  if (!/^[a-z][a-z-]*$/i.test(word)) return;
  const content = (await createFileSource(cwd).read([word])).get(word);
  if (!(content instanceof Problem) || content.code !== "file-missing") return;
  throw noCommand(word, commands, `there is no command \`${word}\`, and no such file`);
}

function noCommand(word: string, commands: readonly string[], message: string): Problem {
  const close = nearest(word, commands);
  return new Problem(
    "usage",
    message,
    close === null ? "see `errlock --help`." : `did you mean \`errlock ${close}\`?`,
  );
}
