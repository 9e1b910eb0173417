/** The `epoch` command: finds the command, prints its JSON on stdout and nothing else, and exits as it says. */
import type { CommandResult } from "./notes";

const usage = `Usage: epoch <command>
  notes compile FILE…
  notes compare OLD NEW
  question list | draw | solve | check
  compute KIND [--engine reference|tfjs]
  schedule replay
  user add --email E --role student|instructor|admin --password-stdin
  user password --email E --password-stdin
  token add --email E [--name N] [--scope read|review …]
  backup FILE
  restore FILE
  rebuild
  doctor
  demo
  migrate
  seed`;

const unknown: CommandResult = { exit: 2, json: { error: { kind: "usage", message: usage } } };

async function run([noun, ...rest]: string[]): Promise<CommandResult> {
  const [verb, ...args] = rest;
  switch (noun) {
    case "notes":
      if (verb === "compile") return (await import("./notes")).compileCommand(args);
      return verb === "compare" ? (await import("./notes")).compareCommand(args) : unknown;
    case "question":
      return (await import("./question")).questionCommand(rest);
    case "compute":
      return (await import("./compute")).computeCommand(rest, process.stdin);
    case "schedule":
      return (await import("./schedule")).scheduleCommand(rest, process.stdin);
    case "user":
      return (await import("./user")).userCommand(rest);
    case "token":
      return (await import("./token")).tokenCommand(rest);
    case "backup":
      return (await import("./backup")).backupCommand(rest);
    case "restore":
      return (await import("./restore")).restoreCommand(rest);
    case "rebuild":
      return (await import("./rebuild")).rebuildCommand(rest);
    case "doctor":
      return (await import("./doctor")).doctorCommand(rest);
    case "demo":
      return (await import("./demo")).demoCommand(rest);
    case "migrate":
      return (await import("./migrate")).migrateCommand(rest);
    case "seed":
      return (await import("./migrate")).seedCommand(rest);
    default:
      return unknown;
  }
}

try {
  const { exit, json } = await run(process.argv.slice(2));
  if (exit === 2) process.stderr.write(`${usage}\n`);
  process.stdout.write(`${JSON.stringify(json)}\n`);
  process.exitCode = exit;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  const message = "The command failed; the reason is on stderr.";
  process.stdout.write(`${JSON.stringify({ error: { kind: "failed", message } })}\n`);
  process.exitCode = 1;
}
