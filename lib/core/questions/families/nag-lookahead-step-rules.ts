/** How NAG's slope is taken in the wrong place, or its two published forms are mixed. */
import type { Text } from "../../text";
import { inTerm, numberSlip, shown, type Wrong } from "../descents";
import type { Mistake } from "../family";

export interface NagLookaheadStep {
  /** a of the loss a·w². */
  bowl: number;
  rate: number;
  beta: number;
  start: number;
  form: "lookahead" | "framework";
  asks: "point" | "second";
}
export const decimals = 4;

/** w₂ of the look-ahead form when the slope of step two is taken at a point of one's own. */
function secondFrom(params: NagLookaheadStep, pointOf: (w1: number, v1: number) => number): Wrong {
  const { bowl, rate, beta, start, asks } = params;
  const v1 = 2 * bowl * start;
  const w1 = start - rate * v1;
  const point = pointOf(w1, v1);
  if (asks === "point") return { value: point, work: shown(point) };
  const v2 = beta * v1 + 2 * bowl * point;
  return { value: w1 - rate * v2, work: `${shown(w1)} − ${rate} × ${inTerm(v2)} = ${shown(w1 - rate * v2)}` };
}

/** w₂ by the form that was not asked for. */
function byOtherForm(params: NagLookaheadStep): Wrong {
  const { bowl, rate, beta, start, form } = params;
  if (form === "framework") return secondFrom(params, (w1, v1) => w1 - rate * beta * v1);
  let [w, v] = [start, 0];
  for (let step = 0; step < 2; step += 1) {
    const slope = 2 * bowl * w;
    v = beta * v + slope;
    w -= rate * (slope + beta * v);
  }
  return { value: w, work: `w − η(g + βv) = ${shown(w)}` };
}

const slip = (
  name: string,
  label: Text,
  wrong: (params: NagLookaheadStep) => Wrong,
  say: (params: NagLookaheadStep) => Text,
) => numberSlip(decimals, name, label, wrong, say);

export const mistakes: Mistake<NagLookaheadStep>[] = [
  slip(
    "slope-at-current",
    { ko: "지금 자리에서 기울기를 쟀다", en: "The slope was taken at the current place" },
    (params) => secondFrom(params, (w1) => w1),
    ({ form }) =>
      form === "lookahead"
        ? {
            ko: "그것은 Momentum이에요. NAG는 속도만으로 먼저 가 볼 자리 w − ηβv에서 기울기를 재요.",
            en: "That is Momentum. NAG takes the slope where the velocity alone would carry it, at w − ηβv.",
          }
        : {
            ko: "그것은 Momentum이에요. 이 형태는 새 속도 v의 β배에 기울기를 한 번 더 더해서 움직여요.",
            en: "That is Momentum. This form moves by β times the new velocity plus the gradient once more.",
          },
  ),
  slip(
    "full-step-ahead",
    { ko: "β를 곱하지 않고 내다보았다", en: "The look ahead left out β" },
    (params) => (params.form === "lookahead" ? secondFrom(params, (w1, v1) => w1 - params.rate * v1) : null),
    ({ beta }) => ({
      ko: `다음 걸음에 남는 속도는 β = ${beta}배예요. 그만큼만 내다봐요.`,
      en: `Only β = ${beta} of the velocity is left at the next step, so it looks that far ahead.`,
    }),
  ),
  slip(
    "wrong-side",
    { ko: "뒤쪽을 내다보았다", en: "It looked behind" },
    (params) =>
      params.form === "lookahead"
        ? secondFrom(params, (w1, v1) => w1 + params.rate * params.beta * v1)
        : null,
    () => ({
      ko: "움직임은 −ηv 쪽이에요. 그래서 내다보는 점도 w에서 ηβv를 빼요.",
      en: "The move is −ηv, so the point ahead is w minus ηβv.",
    }),
  ),
  slip(
    "forms-mixed",
    { ko: "다른 형태의 식을 썼다", en: "The other published form was used" },
    (params) => (params.asks === "second" ? byOtherForm(params) : null),
    ({ form }) =>
      form === "lookahead"
        ? {
            ko: "w − η(g + βv)는 프레임워크가 쓰는 형태예요. 같은 방법이지만 w가 가리키는 점이 달라서 값이 달라요.",
            en: "w − η(g + βv) is the form frameworks use. It is the same method, but its w is another point.",
          }
        : {
            ko: "w − ηβv에서 기울기를 재는 것은 교과서 형태예요. 여기서는 지금의 w에서 재고 g + βv만큼 움직여요.",
            en: "Taking the slope at w − ηβv is the textbook form. Here it is taken at w, and the move is g + βv.",
          },
  ),
  slip(
    "velocity-forgotten",
    { ko: "앞의 속도를 잊었다", en: "The earlier velocity was forgotten" },
    (params) => {
      const { bowl, rate, start, asks } = params;
      if (asks === "point") return null;
      const w1 = start - rate * 2 * bowl * start;
      const value = w1 - rate * 2 * bowl * w1;
      return { value, work: `${shown(w1)} − ${rate} × ${inTerm(2 * bowl * w1)} = ${shown(value)}` };
    },
    ({ beta }) => ({
      ko: `속도 없이 가면 SGD예요. 두 번째 걸음에는 첫 속도의 β = ${beta}배가 남아 있어요.`,
      en: `Without velocity it is SGD. At the second step β = ${beta} of the first velocity is left.`,
    }),
  ),
];
