/** `epoch question list|draw|solve|check`: the question families from the command line, as JSON. */
import { parseArgs } from "node:util";
import { runTensorflow } from "@/lib/browser/compute/tensorflow";
import { runReference } from "@/lib/core/compute/reference";
import { checkAnswer, wrongValues } from "@/lib/core/questions/check";
import { drawVariant } from "@/lib/core/questions/draw-variant";
import type { Level, Truth } from "@/lib/core/questions/family";
import { type AnyFamily, families, familyOf } from "@/lib/core/questions/registry";
import { isLocale, type Locale } from "@/lib/core/text";
import type { CommandResult } from "./notes";

const refuse = (exit: 1 | 2, kind: string, message: string): CommandResult => ({
  exit,
  json: { error: { kind, message } },
});

/** A truth as bare JSON: sizes of a shape, ids of choices. */
const bare = (truth: Truth): number[] | string[] => (truth.kind === "shape" ? truth.sizes : truth.ids);

const options = {
  seed: { type: "string" },
  level: { type: "string", default: "1" },
  locale: { type: "string", default: "ko" },
  params: { type: "string" },
  engine: { type: "string", default: "reference" },
  given: { type: "string" },
} as const;

type Flags = { [Name in keyof typeof options]?: string | undefined };

export async function questionCommand(args: string[]): Promise<CommandResult> {
  const [verb, ...rest] = args;
  if (verb === "list" && rest.length === 0) return { exit: 0, json: listFamilies() };
  const verbs = { draw, solve, check };
  if (verb !== "draw" && verb !== "solve" && verb !== "check") {
    return refuse(2, "usage", "question takes list, draw, solve or check");
  }
  let parsed: { values: Flags; positionals: string[] };
  try {
    parsed = parseArgs({ args: rest, options, allowPositionals: true });
  } catch (error) {
    return refuse(2, "usage", error instanceof Error ? error.message : String(error));
  }
  const [id, ...others] = parsed.positionals;
  if (id === undefined || others.length > 0) return refuse(2, "usage", `question ${verb} takes one family`);
  const { locale = "ko" } = parsed.values;
  if (!isLocale(locale)) return refuse(2, "usage", "--locale is ko or en");
  const family = familyOf(id);
  if (!family) return refuse(1, "unknown-family", `There is no question family called ${id}`);
  return verbs[verb](family, parsed.values, locale);
}

const listFamilies = () =>
  families.map(({ id, version, concepts, answer, levels }) => ({ id, version, concepts, answer, levels }));

async function draw(family: AnyFamily, { seed, level }: Flags, locale: Locale): Promise<CommandResult> {
  if (!seed || !/^\d{1,10}$/.test(seed)) return refuse(2, "usage", "--seed is a whole number");
  const chosen = family.levels.find((known) => String(known) === level);
  if (!chosen) return refuse(2, "usage", `--level is one of ${family.levels.join(", ")}`);
  const variant = drawVariant(family, Number(seed), chosen satisfies Level);
  const { title, prompt, given, answer } = family.ask(variant.params);
  const ask = { title: title[locale], prompt: prompt[locale], given: given.map((text) => text[locale]) };
  if (answer.kind === "choices") {
    const choices = answer.options.map(({ id, text }) => ({ id, text: text[locale] }));
    return { exit: 0, json: { ...variant, ask, choices } };
  }
  return { exit: 0, json: { ...variant, ask: { ...ask, axes: answer.axes.map((axis) => axis[locale]) } } };
}

/** The family's own params out of `--params`, or what is wrong with them. */
function readParams(
  family: AnyFamily,
  text: string | undefined,
): { params: unknown } | { refused: CommandResult } {
  if (text === undefined) return { refused: refuse(2, "usage", "--params JSON is missing") };
  try {
    const params: unknown = JSON.parse(text);
    if (family.legal(params)) return { params };
  } catch {
    return { refused: refuse(1, "bad-params", "--params is not JSON") };
  }
  return { refused: refuse(1, "bad-params", `--params are not those of a ${family.id} variant`) };
}

async function solve(family: AnyFamily, flags: Flags, locale: Locale): Promise<CommandResult> {
  const { engine } = flags;
  if (engine !== "reference" && engine !== "tfjs") return refuse(2, "usage", "--engine is reference or tfjs");
  const read = readParams(family, flags.params);
  if ("refused" in read) return read.refused;
  const { params } = read;
  const program = family.solve(params);
  const run = engine === "tfjs" ? await runTensorflow(program) : runReference(program);
  if (!run.ok) return refuse(1, run.error.kind, run.error.message);
  const output = "backend" in run.value ? run.value.output : run.value;
  const truth = family.read(output, params);
  const mistakes = wrongValues(family, params, truth).map(({ mistake, value }) => ({
    slip: mistake.slip,
    value: bare(value),
    say: mistake.say(params)[locale],
  }));
  return { exit: 0, json: { truth: bare(truth), mistakes } };
}

async function check(family: AnyFamily, flags: Flags): Promise<CommandResult> {
  const read = readParams(family, flags.params);
  if ("refused" in read) return read.refused;
  if (flags.given === undefined) return refuse(2, "usage", "--given TEXT is missing");
  const run = runReference(family.solve(read.params));
  if (!run.ok) return refuse(1, run.error.kind, run.error.message);
  return {
    exit: 0,
    json: checkAnswer(family, read.params, family.read(run.value, read.params), flags.given),
  };
}
