/** The module worker in which TensorFlow.js runs, so that the page never waits for a computation. */
import type { Progress, Reply, Request } from "./protocol";
import { runTensorflow } from "./tensorflow";

const tiny = [[[1]]];
const warmUp = {
  kind: "conv2d" as const,
  input: tiny,
  kernel: [tiny],
  bias: null,
  pads: [0, 0, 0, 0] as [number, number, number, number],
  stride: [1, 1] as [number, number],
  dilation: [1, 1] as [number, number],
  repeat: 1,
};

self.onmessage = async ({ data: { id, program } }: MessageEvent<Request>) => {
  const answer = (reply: Omit<Reply, "id">) => self.postMessage({ id, ...reply } satisfies Reply);
  try {
    const result = await runTensorflow(program ?? warmUp, (progress) =>
      self.postMessage({ id, progress } satisfies Progress),
    );
    answer({ result: program ? result : null });
  } catch (error) {
    answer({ result: null, crash: String(error) });
  }
};
