/** What the picture of NAG's two steps says at its stops, and what it shows in the end. */
import type { Text } from "../../text";
import { inTerm, shown, sub } from "../descents";

/** One step as it was run: the weights around it, where its slope was taken, and its velocity before and after. */
export interface Step {
  t: number;
  w: number;
  ghost: number;
  measured: number;
  slope: number;
  v: number;
  before: number;
  next: number;
}
const same = (text: string): Text => ({ ko: text, en: text });

/** The three stops of a step in the textbook's form. */
export function aheadCaptions(
  { t, w, ghost, slope, v, before, next }: Step,
  rate: number,
  beta: number,
): Text[] {
  const look = `${shown(w)} − ${rate} × ${beta} × ${inTerm(before)} = ${shown(ghost)}`;
  return [
    { ko: `속도만큼 먼저 가 보면: ${look}`, en: `Ahead by the velocity alone: ${look}` },
    { ko: `그 점의 기울기: g = ${shown(slope)}`, en: `The slope there: g = ${shown(slope)}` },
    same(
      `v${sub(t)} = ${beta} × ${inTerm(before)} + ${inTerm(slope)} = ${shown(v)}, w${sub(t)} = ${shown(w)} − ${rate} × ${inTerm(v)} = ${shown(next)}`,
    ),
  ];
}

/** The three stops of a step in the frameworks' form. */
export function frameworkCaptions(
  { t, w, ghost, slope, v, before, next }: Step,
  rate: number,
  beta: number,
): Text[] {
  const pull = `${shown(w)} − ${rate} × ${inTerm(slope)} = ${shown(ghost)}`;
  return [
    {
      ko: `w${sub(t - 1)} 자체의 기울기: g = ${shown(slope)}`,
      en: `The slope at w${sub(t - 1)} itself: g = ${shown(slope)}`,
    },
    {
      ko: `기울기의 몫만 가면 교과서 형태의 w예요: ${pull}`,
      en: `The gradient's part leads to the textbook's w: ${pull}`,
    },
    same(
      `v${sub(t)} = ${beta} × ${inTerm(before)} + ${inTerm(slope)} = ${shown(v)}, w${sub(t)} = ${shown(ghost)} − ${rate} × ${beta} × ${inTerm(v)} = ${shown(next)}`,
    ),
  ];
}

export const findingOf = (
  form: "lookahead" | "framework",
  nag: number,
  momentum: number,
  ghost: number,
): Text => {
  const after = {
    ko: `두 걸음 뒤 NAG는 ${shown(nag, 4)}, 같은 η와 β의 Momentum은 ${shown(momentum, 4)}에 있어요.`,
    en: `After two steps NAG is at ${shown(nag, 4)}, Momentum with the same η and β at ${shown(momentum, 4)}.`,
  };
  return form === "lookahead"
    ? {
        ko: `${after.ko} 내다본 점 ${shown(ghost, 4)}에는 프레임워크 형태의 w가 있어요.`,
        en: `${after.en} The point looked at, ${shown(ghost, 4)}, is where the framework form's w is.`,
      }
    : {
        ko: `${after.ko} 교과서 형태의 w는 ${shown(ghost, 4)}에 있어요.`,
        en: `${after.en} The textbook form's w is at ${shown(ghost, 4)}.`,
      };
};
