/** `epoch compute KIND`: anyone's own cases on stdin, computed by either engine, as JSON. */
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { runTensorflow } from "@/lib/browser/compute/tensorflow";
import type { CaseKind } from "@/lib/core/compute/cases/case-kind";
import { caseKinds } from "@/lib/core/compute/cases/kinds";
import type { ComputeFailure, Output, Program } from "@/lib/core/compute/program";
import { runReference } from "@/lib/core/compute/reference";
import { ok, type Result } from "@/lib/core/result";
import type { CommandResult } from "./notes";

type Engine = (program: Program) => Promise<Result<Output, ComputeFailure>>;
const engines: Record<string, Engine> = {
  reference: async (program) => runReference(program),
  tfjs: async (program) => {
    const run = await runTensorflow(program);
    return run.ok ? ok(run.value.output) : run;
  },
};

const refuse = (exit: 1 | 2, kind: string, message: string): CommandResult => ({
  exit,
  json: { error: { kind, message } },
});

export async function computeCommand(args: string[], input: NodeJS.ReadableStream): Promise<CommandResult> {
  const usage = `compute takes one of ${Object.keys(caseKinds).join(", ")} and --engine reference or tfjs`;
  let parsed: { values: { engine?: string }; positionals: string[] };
  try {
    parsed = parseArgs({ args, options: { engine: { type: "string" } }, allowPositionals: true });
  } catch {
    return refuse(2, "usage", usage);
  }
  const [name = "", ...others] = parsed.positionals;
  const kind = Object.hasOwn(caseKinds, name) ? caseKinds[name] : undefined;
  const engine = engines[parsed.values.engine ?? "reference"];
  if (!kind || !engine || others.length > 0) return refuse(2, "usage", usage);
  const cases = readCases(await text(input));
  if (!cases) return refuse(1, "bad-input", 'stdin is not JSON of the form {"cases": […]}');
  const computed: unknown[] = [];
  for (const each of cases) computed.push(await computeCase(kind, engine, each));
  return { exit: 0, json: asJson({ cases: computed }) };
}

function readCases(json: string): unknown[] | null {
  try {
    const { cases } = Object(JSON.parse(json));
    return Array.isArray(cases) ? cases : null;
  } catch {
    return null;
  }
}

async function computeCase(kind: CaseKind, engine: Engine, fields: unknown): Promise<unknown> {
  const { id = null } = Object(fields);
  const plan = kind(fields);
  const run = plan.ok ? await engine(plan.value.program) : plan;
  const written = plan.ok && run.ok ? plan.value.write(run.value) : run;
  if (!written.ok) return { id, error: { kind: written.error.kind, message: written.error.message } };
  return { id, ...written.value };
}

/** JSON has no infinities: they are written as strings. */
const asJson = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, part) =>
      typeof part === "number" && !Number.isFinite(part) ? String(part) : part,
    ),
  );
