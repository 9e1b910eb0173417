/** The one fit that this server runs at a time: begun, watched from any page, called off. */
import type { UserId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { fail, ok, type Result } from "@/lib/core/result";
import { leastItems } from "@/lib/core/schedule/fit-verdict";
import type { WeightsKind } from "@/lib/core/study/study-rules";
import { countFitItems } from "@/lib/db/fits";
import { log } from "../log";
import { theStore } from "../store";
import { type FitProcess, startFitProcess } from "./fit-process";
import { keepFit } from "./keep-fit";

interface Job {
  userId: UserId;
  kind: WeightsKind;
  /** 0 to 1. */
  share: number;
  process: FitProcess;
  isStopped: boolean;
  /** When its outcome is stored, or there is none. */
  over: Promise<void>;
}

/** What a learner sees of it. A fit of somebody else is only `isBusy`. */
export interface FitProgress {
  running: { kind: WeightsKind; share: number } | null;
  isBusy: boolean;
  /** The learner's last fit broke; forgotten with the next one. */
  broken: WeightsKind | null;
}

/** Route and action bundles each have their own copy of this module; the process has one of these. */
const global = globalThis as typeof globalThis & {
  epochFit?: Job | null;
  epochBrokenFits?: Map<UserId, WeightsKind>;
};
global.epochBrokenFits ??= new Map();
const broken = global.epochBrokenFits;

export type FitRefusal = { kind: "busy" | "running" } | { kind: "too-few"; missing: number };

/** Begins a fit and returns at once; with `movesDays` the due days follow weights that were kept. */
export async function startFit(
  person: Person,
  kind: WeightsKind,
  { movesDays }: { movesDays: boolean },
): Promise<Result<null, FitRefusal>> {
  const missing = leastItems - (await countFitItems(theStore().read, person.id))[kind];
  if (missing > 0) return fail({ kind: "too-few", missing });
  // From here to the new job nothing is waited for, so that two requests cannot both find the place free.
  if (global.epochFit) return fail({ kind: global.epochFit.userId === person.id ? "running" : "busy" });
  broken.delete(person.id);
  const process = startFitProcess(person.id, kind, (share) => {
    job.share = share;
  });
  const job: Job = { userId: person.id, kind, share: 0, process, isStopped: false, over: Promise.resolve() };
  global.epochFit = job;
  job.over = finish(job, movesDays);
  return ok(null);
}

async function finish(job: Job, movesDays: boolean): Promise<void> {
  const { userId, kind } = job;
  try {
    const outcome = await job.process.outcome;
    if (job.isStopped) return;
    if (!outcome?.ok) throw new Error(outcome ? outcome.error.kind : "the process ended without a word");
    await keepFit(userId, { kind, fitted: outcome.value, movesDays }, Date.now());
  } catch (error) {
    broken.set(userId, kind);
    log.error({ err: error }, "a fit of weights failed");
  } finally {
    global.epochFit = null;
  }
}

export function fitProgress(userId: UserId): FitProgress {
  const job = global.epochFit ?? null;
  const isOwn = job?.userId === userId;
  return {
    running: job && isOwn ? { kind: job.kind, share: job.share } : null,
    isBusy: job !== null && !isOwn,
    broken: broken.get(userId) ?? null,
  };
}

/** Calls the learner's fit off; nothing of it stays. */
export async function stopFit(userId: UserId): Promise<void> {
  const job = global.epochFit;
  if (job?.userId !== userId) return;
  job.isStopped = true;
  job.process.stop();
  await job.over;
}

/** For tests: waits until the learner's fit is stored or given up. */
export async function fitEnded(userId: UserId): Promise<void> {
  if (global.epochFit?.userId === userId) await global.epochFit.over;
}
