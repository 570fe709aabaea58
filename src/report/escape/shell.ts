/** One argument of a POSIX shell command, quoted only where it must be. */
export function shellArgument(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) && !text.startsWith("-") && !text.startsWith("=")
    ? text
    : `'${text.replaceAll("'", `'\\''`)}'`;
}
