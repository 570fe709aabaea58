import { nearest } from "../contract/nearest.js";
import { Problem } from "../contract/problem.js";
import { createFileSource } from "../host/files.js";

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
  const close = nearest(word, commands);
  throw new Problem(
    "usage",
    `there is no command \`${word}\`, and no such file`,
    close === null ? "see `errlock --help`." : `did you mean \`errlock ${close}\`?`,
  );
}
