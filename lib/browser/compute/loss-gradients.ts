/** Gradients of the kernels that losses are made of: those of the surfaces, and that of the small network. */
import {
  Abs,
  Add,
  BatchMatMul,
  type GradConfig,
  Mean,
  Multiply,
  matMul,
  mul,
  neg,
  onesLike,
  pad,
  Reshape,
  registerGradient,
  reshape,
  Slice,
  Square,
  Sub,
  sign,
  square,
  sub,
  sum,
  Tanh,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
} from "@tensorflow/tfjs-core";

/** A bias is one row for all points, so its share adds up over them. */
const reduced = (dy: Tensor, to: Tensor): Tensor =>
  dy.size === to.size ? reshape(dy, to.shape) : sum(dy, 0);

const sums: GradConfig = {
  kernelName: Add,
  inputsToSave: ["a", "b"],
  gradFunc: (dy, saved) => {
    const [a, b] = saved as [Tensor, Tensor];
    return { a: () => reduced(dy as Tensor, a), b: () => reduced(dy as Tensor, b) };
  },
};
const differences: GradConfig = {
  kernelName: Sub,
  gradFunc: (dy) => ({ a: () => dy as Tensor, b: () => neg(dy as Tensor) }),
};
const products: GradConfig = {
  kernelName: Multiply,
  inputsToSave: ["a", "b"],
  gradFunc: (dy, saved) => {
    const [a, b] = saved as [Tensor, Tensor];
    return { a: () => reduced(mul(dy as Tensor, b), a), b: () => reduced(mul(dy as Tensor, a), b) };
  },
};
const matrixProducts: GradConfig = {
  kernelName: BatchMatMul,
  inputsToSave: ["a", "b"],
  gradFunc: (dy, saved) => {
    const [a, b] = saved as [Tensor2D, Tensor2D];
    return {
      a: () => matMul(dy as Tensor2D, b, false, true),
      b: () => matMul(a, dy as Tensor2D, true, false),
    };
  },
};
const tanhs: GradConfig = {
  kernelName: Tanh,
  outputsToSave: [true],
  gradFunc: (dy, saved) => ({ x: () => mul(dy as Tensor, sub(1, square(saved[0] as Tensor))) }),
};
const squares: GradConfig = {
  kernelName: Square,
  inputsToSave: ["x"],
  gradFunc: (dy, saved) => ({ x: () => mul(dy as Tensor, mul(2, saved[0] as Tensor)) }),
};
const sizes: GradConfig = {
  kernelName: Abs,
  inputsToSave: ["x"],
  gradFunc: (dy, saved) => ({ x: () => mul(dy as Tensor, sign(saved[0] as Tensor)) }),
};
/** Of all values of a row: that is how the loss uses it. */
const means: GradConfig = {
  kernelName: Mean,
  inputsToSave: ["x"],
  gradFunc: (dy, saved) => {
    const x = saved[0] as Tensor;
    return { x: () => mul(mul(1 / x.size, onesLike(x)), dy as Tensor) };
  },
};
const pieces: GradConfig = {
  kernelName: Slice,
  inputsToSave: ["x"],
  gradFunc: (dy, saved, attrs) => {
    const x = saved[0] as Tensor1D;
    const [begin = 0] = attrs.begin as number[];
    return { x: () => pad(dy as Tensor1D, [[begin, x.size - begin - (dy as Tensor1D).size]]) };
  },
};
const shapes: GradConfig = {
  kernelName: Reshape,
  inputsToSave: ["x"],
  gradFunc: (dy, saved) => ({ x: () => reshape(dy as Tensor, (saved[0] as Tensor).shape) }),
};

let isDone = false;

/** Makes `grad` work for a loss of slices, products, sums, tanh, squares, absolute values and a mean. */
export function registerLossGradients(): void {
  if (isDone) return;
  const configs = [sums, differences, products, matrixProducts, tanhs, squares, sizes, means, pieces, shapes];
  for (const config of configs) registerGradient(config);
  isDone = true;
}
