/** `epoch question list|draw|solve|check`: the question families from the command line, as JSON. */
import { parseArgs } from "node:util";
import { runTensorflow } from "@/lib/browser/compute/tensorflow";
import { runReference } from "@/lib/core/compute/reference";
import type { AnswerForm, Truth } from "@/lib/core/questions/answer-form";
import { bareTruth, toleranceOf } from "@/lib/core/questions/answer-values";
import { checkAnswer, wrongValues } from "@/lib/core/questions/check";
import { drawVariant } from "@/lib/core/questions/draw-variant";
import type { Level } from "@/lib/core/questions/family";
import type { Figure } from "@/lib/core/questions/figure";
import { type AnyFamily, families, familyOf } from "@/lib/core/questions/registry";
import { isLocale, type Locale, type Text } from "@/lib/core/text";
import type { CommandResult } from "./notes";

const refuse = (exit: 1 | 2, kind: string, message: string): CommandResult => ({
  exit,
  json: { error: { kind, message } },
});

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
  const asked = family.ask(variant.params);
  const say = (text: Text) => text[locale];
  const ask = {
    title: say(family.title),
    prompt: say(asked.prompt),
    given: asked.given.map(say),
    figures: inLanguage(asked.figures, locale),
    answer: inLanguage(asked.answer, locale),
  };
  const { answer } = asked;
  const isChosen = answer.kind === "choice" || answer.kind === "choices";
  const choices = isChosen ? answer.options.map(({ id, text }) => ({ id, text: say(text) })) : undefined;
  return { exit: 0, json: { ...variant, ask, ...(choices && { choices }) } };
}

/** The same value with every text in one language. */
function inLanguage(value: AnswerForm | Figure[], locale: Locale): unknown {
  return JSON.parse(JSON.stringify(value), (_, part) => (isText(part) ? part[locale] : part));
}
const isText = (part: unknown): part is Text =>
  typeof part === "object" && part !== null && "ko" in part && "en" in part;

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
    value: bareTruth(value),
    say: mistake.say(params)[locale],
  }));
  return { exit: 0, json: { truth: bareTruth(truth), ...toleranceIn(truth), mistakes } };
}

/** How far a typed number may be off, absolute; only where real numbers are asked. */
function toleranceIn(truth: Truth): { tolerance?: number } {
  if (truth.kind === "number") return { tolerance: toleranceOf(truth.value, truth.decimals) };
  if (truth.kind !== "grid" || truth.decimals === 0) return {};
  return { tolerance: Math.min(...truth.rows.flat().map((cell) => toleranceOf(cell, truth.decimals))) };
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
