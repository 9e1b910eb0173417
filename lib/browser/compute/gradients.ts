/** Gradients of the few kernels that influence is traced through; registering all of them would fill the worker. */
import {
  AvgPool,
  AvgPoolGrad,
  Cast,
  Conv2D,
  Conv2DBackpropInput,
  engine,
  type GradConfig,
  PadV2,
  registerGradient,
  slice,
  type Tensor,
} from "@tensorflow/tfjs-core";

const convolution: GradConfig = {
  kernelName: Conv2D,
  inputsToSave: ["x", "filter"],
  gradFunc: (dy, saved, attrs) => {
    const [x, filter] = saved as [Tensor, Tensor];
    const settings = { ...attrs, inputShape: x.shape };
    return {
      x: () => engine().runKernel(Conv2DBackpropInput, { dy: dy as Tensor, filter }, settings) as Tensor,
    };
  },
};

const averagePooling: GradConfig = {
  kernelName: AvgPool,
  inputsToSave: ["x"],
  gradFunc: (dy, saved, attrs) => {
    const [input] = saved as [Tensor];
    return { x: () => engine().runKernel(AvgPoolGrad, { dy: dy as Tensor, input }, { ...attrs }) as Tensor };
  },
};

const padding: GradConfig = {
  kernelName: PadV2,
  inputsToSave: ["x"],
  gradFunc: (dy, saved, attrs) => {
    const [x] = saved as [Tensor];
    const before = (attrs.paddings as [number, number][]).map(([first]) => first);
    return { x: () => slice(dy as Tensor, before, x.shape) };
  },
};

/** Average pooling casts its result to float32, which it is already. */
const casting: GradConfig = { kernelName: Cast, gradFunc: (dy) => ({ x: () => dy as Tensor }) };

let isDone = false;

/** Makes `grad` work for convolution, average pooling and padding. */
export function registerGradients(): void {
  if (isDone) return;
  for (const config of [convolution, averagePooling, padding, casting]) registerGradient(config);
  isDone = true;
}
