/** The client of the compute worker, with real threads: what they do is scripted, the clock of the page is turned by hand. */
import { Worker as Thread } from "node:worker_threads";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Program } from "@/lib/core/compute/program";
import type { TrainProgram, TrainProgress } from "@/lib/core/compute/training-program";
import { type ComputeClient, createComputeClient } from "./client";

/** A thread that says what a script makes of each request, spoken to as a browser's worker is. */
const script = `
  const { parentPort } = require("node:worker_threads");
  let id = 0;
  const reply = () => parentPort.postMessage({ id, result: { ok: true, value: {
    output: { kind: "dense", values: [42] }, backend: "cpu", kernels: ["BatchMatMul"], ms: 1 } } });
  parentPort.on("message", (message) => {
    if ("program" in message) {
      id = message.id;
      parentPort.postMessage({ got: message.program });
      if (message.program === null) parentPort.postMessage({ id, result: null });
    } else if (message.act === "reply") reply();
    else if (message.act === "progress")
      parentPort.postMessage({ id, progress: { from: message.from, train: [1], validation: [2] } });
    else if (message.act === "crash") throw new Error("out of memory");
    else if (message.act === "hang") for (;;);
  });`;

class ThreadWorker {
  static readonly all: ThreadWorker[] = [];
  readonly got: unknown[] = [];
  readonly thread = new Thread(script, { eval: true });
  readonly ended = new Promise<void>((resolve) => this.thread.on("exit", () => resolve()));
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: (() => void) | null = null;
  constructor() {
    ThreadWorker.all.push(this);
    this.thread.on("message", (data) =>
      "got" in data ? this.got.push(data.got) : this.onmessage?.({ data }),
    );
    this.thread.on("error", () => this.onerror?.());
  }
  postMessage(message: unknown): void {
    this.thread.postMessage(message);
  }
  terminate(): void {
    void this.thread.terminate();
  }
}

const dense: Program = { kind: "dense", input: [1, 2], weights: [[3], [4]], bias: null };
const training: TrainProgram = {
  kind: "train",
  train: { x: [0, 1], y: [0, 1] },
  validation: { x: [0.5], y: [0.5] },
  first: { input: [1], bias: [0], output: [1], outputBias: 0 },
  rate: 0.1,
  epochs: 3,
  grid: [],
};
const atWorker = { engine: "tfjs", output: { values: [42] } };
const atReference = { engine: "reference", backend: null, output: { values: [11] } };

let client: ComputeClient;
/** The thread that was hired last, once it has `count` requests. */
const busy = async (count = 1): Promise<ThreadWorker> => {
  await vi.waitFor(() => expect(ThreadWorker.all.at(-1)?.got.length).toBe(count), {
    interval: 5,
    timeout: 20_000,
  });
  return ThreadWorker.all.at(-1) as ThreadWorker;
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.stubGlobal("Worker", ThreadWorker);
  ThreadWorker.all.length = 0;
  client = createComputeClient();
});
afterEach(async () => {
  client.dispose();
  await Promise.all(ThreadWorker.all.map(({ ended }) => ended));
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("one worker answers one request after the other", async () => {
  const [first, second] = [client.run(dense), client.run(dense)];
  const worker = await busy();
  worker.postMessage({ act: "reply" });
  expect(await first).toMatchObject({ ok: true, value: atWorker });
  await busy(2);
  worker.postMessage({ act: "reply" });
  expect(await second).toMatchObject({ ok: true, value: atWorker });
  expect(ThreadWorker.all).toHaveLength(1);
});

test("a worker that hangs is ended after 15 seconds, the reference says so, and the next request has a new one", async () => {
  const lost = client.run(dense);
  const worker = await busy();
  worker.postMessage({ act: "hang" });
  vi.advanceTimersByTime(14_999);
  expect(ThreadWorker.all).toHaveLength(1);
  const waiting = client.run(dense);
  vi.advanceTimersByTime(1);
  expect(await lost).toMatchObject({ ok: true, value: atReference });
  await worker.ended;
  (await busy()).postMessage({ act: "reply" });
  expect(await waiting).toMatchObject({ ok: true, value: atWorker });
});

test("a training that tells its losses is not given up, however long it takes", async () => {
  const heard: TrainProgress[] = [];
  const run = client.run(training, undefined, (progress) => heard.push(progress));
  const worker = await busy();
  for (const from of [0, 10, 20]) {
    vi.advanceTimersByTime(14_000);
    worker.postMessage({ act: "progress", from });
    await vi.waitFor(() => expect(heard.at(-1)?.from).toBe(from), { interval: 5, timeout: 20_000 });
  }
  vi.advanceTimersByTime(14_000);
  worker.postMessage({ act: "reply" });
  expect(await run).toMatchObject({ ok: true, value: atWorker });
  expect(heard).toHaveLength(3);
});

test("a training that falls silent for 15 seconds is done by the reference, which is said", async () => {
  const run = client.run(training);
  const worker = await busy();
  vi.advanceTimersByTime(14_000);
  worker.postMessage({ act: "hang" });
  vi.advanceTimersByTime(1000);
  expect(await run).toMatchObject({ ok: true, value: { engine: "reference", backend: null } });
});

test("a worker that crashes is replaced, and what it was busy with falls to the reference", async () => {
  const lost = client.run(dense);
  (await busy()).postMessage({ act: "crash" });
  expect(await lost).toMatchObject({ ok: true, value: atReference });
  const next = client.run(dense);
  (await busy()).postMessage({ act: "reply" });
  expect(await next).toMatchObject({ ok: true, value: atWorker });
  expect(ThreadWorker.all).toHaveLength(2);
});

test("what is called off before its turn never reaches the worker", async () => {
  const first = client.run(dense);
  const worker = await busy();
  const off = new AbortController();
  const second = client.run(dense, off.signal);
  off.abort();
  worker.postMessage({ act: "reply" });
  expect(await first).toMatchObject({ ok: true, value: atWorker });
  expect(await second).toMatchObject({ ok: false, error: { kind: "cancelled" } });
  expect(worker.got).toHaveLength(1);
});

test("a training that is called off ends its worker at once, and what waited behind it is done by a new one", async () => {
  const off = new AbortController();
  const stopped = client.run(training, off.signal);
  const worker = await busy();
  const waiting = client.run(dense);
  worker.postMessage({ act: "hang" });
  off.abort();
  expect(await stopped).toMatchObject({ ok: false, error: { kind: "cancelled" } });
  await worker.ended;
  (await busy()).postMessage({ act: "reply" });
  expect(await waiting).toMatchObject({ ok: true, value: atWorker });
});

test("where no worker can be had the reference computes, trainings too, and says so", async () => {
  vi.stubGlobal("Worker", undefined);
  expect(await client.run(dense)).toMatchObject({ ok: true, value: atReference });
  expect(await client.run(training)).toMatchObject({ ok: true, value: { engine: "reference" } });
});
