import type { Command } from "commander";
import type { ExitCode, World } from "../commands/world.js";
import { examples, failOn, judging, list, reading } from "./flags.js";

/** The commands that write what is committed: baselines, and acceptances in the config. */
export function addBaselineCommands(program: Command, world: World, done: (code: ExitCode) => void): void {
  const baseline = program
    .command("baseline")
    .summary("the committed contract of the last release")
    .description("The committed contract of the last release.");
  reading(baseline.command("init"))
    .argument("[spec...]")
    .summary("write the first baseline; refuses to overwrite")
    .option("--as <name>", "the release's name, where versions follow no scheme")
    .option("--dry-run", "show what would be written")
    .addHelpText("after", examples("errlock baseline init specs/openapi.yaml"))
    .action(async (specs, options) =>
      done(await (await import("../commands/baseline-init.js")).baselineInit(specs, options, world)),
    );
  reading(baseline.command("update"))
    .argument("[spec...]")
    .summary("the release step: rewrite the baseline, print the changelog")
    .option("--dry-run", "show the changelog and write nothing")
    .option("--bump", "write the suggested version into the spec")
    .option("--as <name>", "the release's name, where versions follow no scheme")
    .addHelpText("after", examples("errlock baseline update --dry-run", "errlock baseline update --bump"))
    .action(async (specs, options) =>
      done(await (await import("../commands/baseline-update.js")).baselineUpdate(specs, options, world)),
    );
  reading(baseline.command("move"))
    .argument("<old>", "the spec's former path")
    .argument("<new>", "its path now")
    .summary("the spec was renamed: its baseline follows")
    .addHelpText("after", examples("errlock baseline move specs/old.yaml specs/new.yaml"))
    .action(async (from, to, options) =>
      done(await (await import("../commands/baseline-move.js")).baselineMove(from, to, options, world)),
    );
  judging(baseline.command("verify"))
    .argument("[spec...]")
    .summary("is the branch's baseline a lawful successor? (with --against)")
    .addHelpText("after", examples("errlock baseline verify --against origin/main"))
    .action(async (specs, options) =>
      done(await (await import("../commands/baseline-verify.js")).baselineVerify(specs, options, world)),
    );

  reading(program.command("accept"))
    .argument("[what...]", "codes or fingerprints")
    .summary("write a reviewed acceptance into the config")
    .option("--reason <text>", "why this is intended")
    .option("--to <code>", "what the code is called now (repeatable: a split)", list)
    .option("--owner <who>", "who answers for it")
    .option("--until <date|version>", "when the acceptance ends")
    .option("--spec <file>", "the spec it is for, where there are several")
    .option("--catalog <name>", "the catalog it is for, where there are several")
    .option("--kind <kind>", "the kind of change, or the rule, it accepts")
    .option("--at <place>", "the place of a finding (GET /v1/x 404)")
    .option("--correction", "the spec now says what the server always did")
    .option("--all", "accept everything that fails now, as one reviewed batch")
    .addOption(failOn())
    .option("--against <ref>", "accept what fails on a branch, compared with the merge base with <ref>")
    .option("--prune", "remove the acceptances that are stale or expired")
    .addHelpText(
      "after",
      examples(
        'errlock accept sandbox_gone --reason "never sent by the server" --correction',
        'errlock accept sandbox_not_found --to machine_not_found --reason "renamed" --until 2.0.0',
        'errlock accept --kind error-response-required --at "GET /healthz 503" --reason "plain text"',
      ),
    )
    .action(async (what, options) =>
      done(await (await import("../commands/accept.js")).accept(what, options, world)),
    );
}
