/** How the velocity is mistaken: forgotten, averaged, weighted on the wrong side. */
import { joined } from "../../korean";
import type { Text } from "../../text";
import { equation, inTerm, numberSlip, shown, type Wrong } from "../descents";
import type { Mistake } from "../family";

export interface MomentumVelocitySteps {
  rate: number;
  beta: number;
  start: number;
  /** One for each step; none where the gradient comes from the bowl. */
  gradients: number[];
  /** a of the loss a·w²; 0 where the gradients are given. */
  bowl: number;
  steps: number;
  asks: "velocity" | "weight" | "limit";
}
export const decimals = 4;

/** Velocity and weight after all steps by any rule for the velocity and for the move. */
function walk(
  params: MomentumVelocitySteps,
  next: (velocity: number, gradient: number) => number,
  move: (velocity: number) => number = (velocity) => -params.rate * velocity,
) {
  let [velocity, weight, before] = [0, params.start, 0];
  let gradient = 0;
  for (let step = 0; step < params.steps; step += 1) {
    gradient = params.bowl > 0 ? 2 * params.bowl * weight : (params.gradients[step] ?? 0);
    before = velocity;
    velocity = next(velocity, gradient);
    weight += move(velocity);
  }
  return { velocity, weight, before, gradient };
}

/** The asked number of such a walk, with the last line of its working. */
function walked(
  params: MomentumVelocitySteps,
  next: (velocity: number, gradient: number) => number,
  line: (before: number, gradient: number) => string,
): Wrong {
  const { velocity, weight, before, gradient } = walk(params, next);
  const work = equation(line(before, gradient), shown(velocity));
  if (params.asks === "velocity") return { value: velocity, work };
  return { value: weight, work: `${work}, … w = ${shown(weight)}` };
}

const slip = (
  name: string,
  label: Text,
  wrong: (params: MomentumVelocitySteps) => Wrong,
  say: (params: MomentumVelocitySteps) => Text,
) => numberSlip(decimals, name, label, wrong, say);

/** Size of a limiting step by a wrong formula, or null where something else is asked. */
const limitOf = (
  { asks, gradients: [g = 0], rate, beta }: MomentumVelocitySteps,
  step: (g: number, rate: number, beta: number) => [value: number, work: string],
): Wrong => {
  if (asks !== "limit") return null;
  const [value, work] = step(Math.abs(g), rate, beta);
  return { value, work: `${work} = ${shown(value)}` };
};

export const mistakes: Mistake<MomentumVelocitySteps>[] = [
  slip(
    "no-memory",
    { ko: "앞의 속도를 잊었다", en: "The earlier velocity was forgotten" },
    (params) =>
      params.asks === "limit"
        ? limitOf(params, (g, rate) => [rate * g, `${rate} × ${g}`])
        : walked(
            params,
            (_, gradient) => gradient,
            (_, gradient) => shown(gradient),
          ),
    ({ beta }) => ({
      ko: `걸음마다 앞의 속도의 ${beta}배가 남아요. 남은 속도에 새 기울기를 더해요.`,
      en: `At every step ${beta} of the earlier velocity stays, and the new gradient is added to it.`,
    }),
  ),
  slip(
    "averaged",
    { ko: "기울기에 (1 − β)를 곱했다", en: "The gradient was multiplied by (1 − β)" },
    (params) =>
      params.asks === "limit"
        ? null
        : walked(
            params,
            (velocity, gradient) => params.beta * velocity + (1 - params.beta) * gradient,
            (before, gradient) =>
              `${params.beta} × ${inTerm(before)} + (1 − ${params.beta}) × ${inTerm(gradient)}`,
          ),
    () => ({
      ko: "그것은 지수 이동 평균(Adam의 m)이에요. 여기서는 기울기를 그대로 더해요.",
      en: "That is the moving average of Adam. Here the gradient is added as it is.",
    }),
  ),
  slip(
    "beta-on-gradient",
    { ko: "β를 기울기에 곱했다", en: "β was put on the gradient" },
    (params) =>
      params.asks === "limit"
        ? limitOf(params, (g, rate, beta) => [(rate * g) / beta, `${rate} × ${g} / ${beta}`])
        : walked(
            params,
            (velocity, gradient) => velocity + params.beta * gradient,
            (before, gradient) => `${shown(before)} + ${params.beta} × ${inTerm(gradient)}`,
          ),
    ({ beta }) => ({
      ko: `β = ${joined(beta, "은는")} 앞의 속도에 곱해요. 그래서 오래된 기울기일수록 작게 남아요.`,
      en: `β = ${beta} multiplies the earlier velocity, so that older gradients count less.`,
    }),
  ),
  slip(
    "uphill",
    { ko: "속도를 뺄 것을 더했다", en: "The velocity was added instead of subtracted" },
    (params) => {
      if (params.asks !== "weight") return null;
      const { weight, velocity } = walk(
        params,
        (before, gradient) => params.beta * before + gradient,
        (each) => params.rate * each,
      );
      return { value: weight, work: `… + ${params.rate} × ${inTerm(velocity)} = ${shown(weight)}` };
    },
    () => ({
      ko: "기울기는 손실이 커지는 쪽이에요. 내려가려면 빼야 해요.",
      en: "The gradient points to where the loss grows. To go down it is subtracted.",
    }),
  ),
  slip(
    "rate-missed",
    { ko: "학습률을 곱하지 않았다", en: "The learning rate was left out" },
    (params) => {
      if (params.asks === "limit")
        return limitOf(params, (g, _, beta) => [g / (1 - beta), `${g} / (1 − ${beta})`]);
      if (params.asks !== "weight") return null;
      const { weight, velocity } = walk(
        params,
        (before, gradient) => params.beta * before + gradient,
        (each) => -each,
      );
      return { value: weight, work: `… − ${inTerm(velocity)} = ${shown(weight)}` };
    },
    ({ rate }) => ({
      ko: `속도만큼 다 가지 않고 학습률 ${rate}배만 가요.`,
      en: `The weight moves by ${rate} of the velocity, not by all of it.`,
    }),
  ),
];
