/** Losses and their gradients as tensor operations; formulas as in core's losses. */
import {
  abs,
  add,
  cast,
  clipByValue,
  div,
  exp,
  lessEqual,
  log,
  log1p,
  max,
  maximum,
  mul,
  neg,
  oneHot,
  reshape,
  sigmoid,
  sign,
  softmax,
  square,
  sub,
  sum,
  type Tensor,
  tensor1d,
  tensor2d,
  tidy,
  where,
} from "@tensorflow/tfjs-core";
import type { LossOutput, LossProgram } from "@/lib/core/compute/loss-program";
import { leastDivisor, lowestLog, refusalOfLoss } from "@/lib/core/compute/losses";
import type { ComputeFailure } from "@/lib/core/compute/program";
import { fail, ok, type Result } from "@/lib/core/result";

interface Scored {
  /** One for each of the batch. */
  values: Tensor;
  slopes: Tensor;
}

function scoreEach({ loss, prediction, target, delta }: Extract<LossProgram, { delta: number }>): Scored {
  const [p, y] = [tensor1d(prediction), tensor1d(target)];
  const d = sub(p, y);
  switch (loss) {
    case "mse":
      return { values: square(d), slopes: mul(2, d) };
    case "mae":
      return { values: abs(d), slopes: sign(d) };
    case "huber": {
      const isNear = lessEqual(abs(d), delta);
      return {
        values: where(isNear, mul(0.5, square(d)), mul(delta, sub(abs(d), 0.5 * delta))),
        slopes: where(isNear, d, mul(delta, sign(d))),
      };
    }
    case "bce": {
      const logOf = (value: Tensor) => clipByValue(log(value), lowestLog, 0);
      const values = neg(add(mul(y, logOf(p)), mul(sub(1, y), logOf(sub(1, p)))));
      return { values, slopes: div(d, maximum(mul(p, sub(1, p)), leastDivisor)) };
    }
    case "bce-with-logits": {
      const values = add(sub(maximum(p, 0), mul(p, y)), log1p(exp(neg(abs(p)))));
      return { values, slopes: sub(sigmoid(p), y) };
    }
  }
}

function scoreRows({ loss, prediction, target }: Exclude<LossProgram, { delta: number }>): Scored {
  const p = tensor2d(prediction);
  const right = cast(oneHot(tensor1d(target, "int32"), p.shape[1]), "float32");
  if (loss === "cross-entropy-from-probabilities") {
    const chosen = sum(mul(p, right), 1);
    return { values: neg(log(chosen)), slopes: where(cast(right, "bool"), neg(div(1, p)), mul(right, 0)) };
  }
  const most = max(p, 1, true);
  const total = add(log(sum(exp(sub(p, most)), 1)), reshape(most, [-1]));
  return { values: sub(total, sum(mul(p, right), 1)), slopes: sub(softmax(p), right) };
}

export function scoreLoss(program: LossProgram): Result<LossOutput, ComputeFailure> {
  const refused = refusalOfLoss(program);
  if (refused) return fail(refused);
  const count = program.prediction.length;
  return tidy(() => {
    const { values, slopes } = "delta" in program ? scoreEach(program) : scoreRows(program);
    const total = sum(values).dataSync()[0] ?? Number.NaN;
    return ok({
      kind: "loss" as const,
      mean: total / count,
      sum: total,
      gradMean: [...div(slopes, count).dataSync()],
    });
  });
}
