import { spawn } from "node:child_process";
import type { UserId } from "@/lib/core/ids";
import type { Result } from "@/lib/core/result";
import type { WeightsKind } from "@/lib/core/study/study-rules";
import { requireEnv } from "../env";
import type { Fitted } from "./fit-weights";

type Outcome = Result<Fitted, { kind: string }>;
type Told = { share: number } | { outcome: Outcome };

export interface FitProcess {
  /** Null when it ended without saying anything: stopped, or broken. */
  outcome: Promise<Outcome | null>;
  stop(): void;
}

/** Fits in a process of its own, so that requests are answered meanwhile and its memory is given back at the end. */
export function startFitProcess(
  userId: UserId,
  kind: WeightsKind,
  tell: (share: number) => void,
): FitProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "lib/cli/fit-weights.ts", userId, kind], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, EPOCH_DATA_DIR: requireEnv().dataDir },
  });
  const outcome = new Promise<Outcome | null>((resolve) => {
    let said: Outcome | null = null;
    child.on("message", (told: Told) => {
      if ("share" in told) tell(told.share);
      else said = told.outcome;
    });
    child.on("error", () => resolve(null));
    child.on("close", () => resolve(said));
  });
  return { outcome, stop: () => void child.kill("SIGKILL") };
}
