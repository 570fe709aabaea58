import type { Command } from "commander";
import { Problem } from "../contract/problem.js";
import type { ExitCode, World } from "./world.js";

interface Item {
  /** The words that lead to it: `baseline update`; empty for the program itself. */
  readonly path: string;
  readonly words: readonly string[];
  readonly flags: readonly string[];
}

function items(command: Command, path = ""): Item[] {
  const words = command.commands.map((each) => each.name());
  const flags = command.options.flatMap(({ long }) => long ?? []);
  return [
    { path, words, flags: [...flags, "--help"] },
    ...command.commands.flatMap((each) => items(each, path === "" ? each.name() : `${path} ${each.name()}`)),
  ];
}

const shells = {
  bash(all: readonly Item[]) {
    const cases = all.map(
      ({ path, words, flags }) => `    "${path}") words="${[...words, ...flags].join(" ")}" ;;`,
    );
    return `# errlock completions for bash: eval "$(errlock completions bash)"
_errlock() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path="" word words=""
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) ;; *) case " ${all.map(({ path }) => path.split(" ").at(-1)).join(" ")} " in *" $word "*) path="\${path:+$path }$word" ;; esac ;; esac
  done
  case "$path" in
${cases.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))
}
complete -o filenames -F _errlock errlock
`;
  },
  zsh(all: readonly Item[]) {
    return `#compdef errlock
# errlock completions for zsh: eval "$(errlock completions zsh)"
autoload -U +X bashcompinit && bashcompinit
${shells.bash(all)}`;
  },
  fish(all: readonly Item[]) {
    const lines = all.flatMap(({ path, words, flags }) => {
      const seen = path.split(" ").filter((word) => word !== "");
      const when = seen.length === 0 ? "__fish_use_subcommand" : `__fish_seen_subcommand_from ${seen.at(-1)}`;
      return [
        ...words.map((word) => `complete -c errlock -n '${when}' -a ${word}`),
        ...flags.map((flag) => `complete -c errlock -n '${when}' -l ${flag.slice(2)}`),
      ];
    });
    return `# errlock completions for fish: errlock completions fish | source\n${lines.join("\n")}\n`;
  },
};

/** `errlock completions SHELL`: prints a script made from the command line's own table. */
export function completions(shell: string, program: Command, world: World): ExitCode {
  if (!Object.hasOwn(shells, shell)) {
    throw new Problem(
      "usage",
      `no completions for \`${shell}\``,
      `shells: ${Object.keys(shells).join(", ")}.`,
    );
  }
  world.out(shells[shell as keyof typeof shells](items(program)));
  return 0;
}
