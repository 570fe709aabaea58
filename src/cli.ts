import { Argument, Command, CommanderError, Option } from "commander";
import { addBaselineCommands } from "./cli/baseline.js";
import {
  common,
  examples,
  exitCodes,
  failOn,
  formats,
  judging,
  reading,
  reportFormats,
} from "./cli/flags.js";
import { reportProblem } from "./commands/problem.js";
import type { ExitCode, World } from "./commands/world.js";
import { version } from "./version.js";

/** The whole command line. Each command's code is loaded when it runs. */
function createProgram(world: World, done: (code: ExitCode) => void): Command {
  const program = new Command("errlock")
    .description("A lockfile for the error codes of an HTTP API.")
    .version(version, "-v, --version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show help")
    .addHelpText("after", `\n${exitCodes}`)
    .configureOutput({
      writeOut: world.out,
      writeErr: world.err,
      outputError: () => {},
      getOutHelpWidth: () => Math.min(world.terminal.columns, 100),
    })
    .exitOverride()
    .showSuggestionAfterError(true);

  judging(program.command("check", { isDefault: true }))
    .argument("[spec...]", "OpenAPI documents (default: those of the config, else those found)")
    .summary("the gate: lint, compare with the baseline, judge the version")
    .description("The gate: lint, compare with the baseline, judge the version. The default command.")
    .addHelpText(
      "after",
      `${examples(
        "errlock check",
        "errlock check specs/openapi.yaml --against origin/main",
        "errlock check -f text -f sarif=errlock.sarif",
      )}\n\n${exitCodes}`,
    )
    .action(async (specs: string[], options) => {
      const [word] = specs;
      if (word !== undefined && !program.args.includes("check")) {
        const commands = program.commands.map((command) => command.name());
        await (await import("./commands/mistyped.js")).refuseMistyped(word, commands, world.cwd);
      }
      done(await (await import("./commands/check.js")).check(specs, options, world));
    });

  judging(program.command("lint"))
    .argument("[spec...]")
    .summary("the Spectral rules alone")
    .description("The Spectral rules alone, without a baseline.")
    .addHelpText("after", examples("errlock lint specs/openapi.yaml", "cat openapi.json | errlock lint -"))
    .action(async (specs, options) =>
      done(await (await import("./commands/lint.js")).lint(specs, options, world)),
    );

  formats(common(program.command("diff")), reportFormats)
    .option("--stdin-path <file>", "the path that a spec read from standard input (-) stands for")
    .addOption(failOn())
    .argument("<old>", "a spec, a baseline file, or REF:path in git")
    .argument("<new>", "the same")
    .summary("compare two contracts")
    .description("Compare two contracts. Levels of the config apply, acceptances do not.")
    .addHelpText(
      "after",
      examples("errlock diff old.yaml new.yaml", "errlock diff v1.2.0:specs/openapi.yaml specs/openapi.yaml"),
    )
    .action(async (before, after, options) =>
      done(await (await import("./commands/diff.js")).diff(before, after, options, world)),
    );

  formats(reading(program.command("codes")), "text, json")
    .argument("[spec...]")
    .summary("the catalog: every code, and where it is declared")
    .option("--explain", "show how the codes were found: candidates, evidence, why one won")
    .addHelpText(
      "after",
      examples("errlock codes openapi.yaml", "errlock codes openapi.yaml --explain", "errlock codes -f json"),
    )
    .action(async (specs, options) =>
      done(await (await import("./commands/codes.js")).codes(specs, options, world)),
    );

  addBaselineCommands(program, world, done);

  formats(reading(program.command("docs")), "markdown, html, json", "markdown")
    .argument("[spec]")
    .summary("the catalog as a page to read")
    .description("The catalog as a page to read: every code, what it means, when it comes, since when.")
    .option("--check", "write nothing; exit 1 when the file named by -o is stale")
    .option("--history", "draw the life of every code from git, not from the baseline alone")
    .addHelpText(
      "after",
      examples(
        "errlock docs -o docs/error-codes.md",
        "errlock docs -f html -o docs/error-codes.html --check",
      ),
    )
    .action(async (spec, options) =>
      done(await (await import("./commands/docs.js")).docs(spec, options, world)),
    );

  formats(reading(program.command("history")), "text, json, markdown")
    .argument("[spec]")
    .summary("the life of every code, read from git")
    .description(
      "The life of every code, read from git: when it was born, deprecated, renamed, removed, returned.",
    )
    .addHelpText(
      "after",
      examples("errlock history specs/openapi.yaml", "errlock history -f markdown -o HISTORY.md"),
    )
    .action(async (spec, options) =>
      done(await (await import("./commands/history.js")).history(spec, options, world)),
    );

  formats(reading(program.command("scan")), reportFormats)
    .addOption(failOn())
    .addOption(new Option("--against <ref>").hideHelp())
    .argument("[spec...]")
    .summary("codes that consumers name but the catalog lacks, and the reverse")
    .description(
      "Codes that consumers name but the catalog lacks, and the reverse. Consumers are docs pages, exit-code tables, SDK and server sources, listed in the config; without any, shows where codes stand.",
    )
    .addHelpText(
      "after",
      `${examples("errlock scan", "errlock scan -f sarif=scan.sarif -f text")}\n\n${exitCodes}`,
    )
    .action(async (specs, options) =>
      done(await (await import("./commands/scan.js")).scan(specs, options, world)),
    );

  reading(program.command("generate"))
    .addArgument(new Argument("<language>", "what to write").choices(["typescript", "python", "go"]))
    .argument("[spec]")
    .summary("constants and types of the catalog")
    .description("Constants, types and facts of the catalog, as source code that clients compile in.")
    .option("-o, --output <file>", "write to a file")
    .option("--check", "write nothing; exit 1 when the file named by -o is stale")
    .option("--package <name>", "go: the package (default: the folder of the file)")
    .addHelpText(
      "after",
      examples(
        "errlock generate typescript -o src/error-codes.ts",
        "errlock generate go specs/openapi.yaml -o errorcodes/codes.go --check",
      ),
    )
    .action(async (language, spec, options) =>
      done(await (await import("./commands/generate.js")).generate(language, spec, options, world)),
    );

  formats(common(program.command("traffic")), "text, json")
    .option("--baseline <file>", "the baseline to use")
    .option("--spec <file>", "the spec to judge by, where there are several")
    .addOption(failOn())
    .argument("<file...>", "recordings: HAR (.har), or NDJSON")
    .summary("recorded responses against the contract")
    .description(
      "Do recorded responses keep the contract? Reads HAR files and NDJSON; prints no body, no header and no URL.",
    )
    .addHelpText(
      "after",
      `${examples("errlock traffic recording.har", "errlock traffic -f json responses.ndjson")}\n\n${exitCodes}`,
    )
    .action(async (files, options) =>
      done(await (await import("./commands/traffic.js")).traffic(files, options, world)),
    );

  common(program.command("explain"))
    .argument("<what>", "a rule, a kind of change, or a code")
    .summary("what it is, why it matters, what to do, an example")
    .addHelpText("after", examples("errlock explain code-renamed", "errlock explain sandbox_not_found"))
    .action(async (what, options) =>
      done(await (await import("./commands/explain.js")).explain(what, options, world)),
    );

  formats(common(program.command("rules")), "text, json")
    .summary("all rules and kinds of change: level, bump, one line")
    .action(async (options) => done(await (await import("./commands/rules.js")).rules(options, world)));

  common(program.command("init"))
    .summary("look at the repo, write config and baseline, print the CI lines to paste")
    .option("--as <name>", "the release's name, where versions follow no scheme")
    .option("--dry-run", "show what would be written")
    .addHelpText("after", examples("errlock init"))
    .action(async (options) => done(await (await import("./commands/init.js")).init(options, world)));

  program
    .command("schema")
    .argument("<name>", "config, baseline, report, codes or history")
    .summary("print the JSON Schema of a file format")
    .addHelpText("after", examples("errlock schema config > errlock.schema.json"))
    .action(async (name) => done((await import("./commands/schema.js")).schema(name, world)));

  program
    .command("completions")
    .argument("<shell>", "bash, zsh or fish")
    .summary("print shell completions")
    .addHelpText("after", examples('eval "$(errlock completions bash)"'))
    .action(async (shell) =>
      done((await import("./commands/completions.js")).completions(shell, program, world)),
    );

  return program;
}

/** Runs one command line and gives the exit code. Never throws: what is unexpected is exit code 2, never a pass. */
export async function run(argv: readonly string[], world: World): Promise<ExitCode> {
  let exitCode: ExitCode = 2;
  const program = createProgram(world, (code) => {
    exitCode = code;
  });
  try {
    const [first, topic] = argv;
    if (first === "help" && topic !== undefined && !topic.startsWith("-")) {
      const commands = program.commands.map((command) => command.name());
      (await import("./commands/mistyped.js")).refuseTopic(topic, ["help", ...commands]);
    }
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    // `help` exits with what the process would exit with, which is 2 until a command has succeeded.
    const asked = error instanceof CommanderError && error.code === "commander.help" && argv[0] === "help";
    if (asked || (error instanceof CommanderError && error.exitCode === 0)) return 0;
    reportProblem(error, world, argv.includes("--verbose"));
    return 2;
  }
}
