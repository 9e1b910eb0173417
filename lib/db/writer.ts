/**
 * The queue before the one writing connection. Acts that wait together share one durable commit, each in a savepoint
 * of its own, so that a failing act takes nobody else along; nobody hears "saved" before the commit returned.
 */
import { setImmediate, setTimeout } from "node:timers/promises";
import type Database from "better-sqlite3";
import type { Db } from "./store";

const largestGroup = 64;
const retryMs = 20;
const patienceMs = 3000;

interface Waiting {
  run(): Promise<unknown>;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

export function createWriter(connection: Database.Database, db: Db) {
  const begin = connection.prepare("begin immediate");
  const commit = connection.prepare("commit");
  const rollback = connection.prepare("rollback");
  const savepoint = connection.prepare("savepoint act");
  const release = connection.prepare("release act");
  const undo = connection.prepare("rollback to act");
  const waiting: Waiting[] = [];
  let working: Promise<void> | null = null;

  /** Another process may hold the lock for a moment: wait for it without blocking this one. */
  async function start(): Promise<void> {
    const until = performance.now() + patienceMs;
    for (;;) {
      try {
        begin.run();
        return;
      } catch (error) {
        const isBusy = error instanceof Error && "code" in error && error.code === "SQLITE_BUSY";
        if (!isBusy || performance.now() > until) throw error;
        await setTimeout(retryMs);
      }
    }
  }

  /** Runs one act; the returned function tells its caller, once the commit is done. */
  async function perform(act: Waiting): Promise<() => void> {
    savepoint.run();
    try {
      const value = await act.run();
      release.run();
      return () => act.resolve(value);
    } catch (error) {
      // Some failures (a full disk) end the whole transaction by themselves; then the group ends and fails together.
      if (!connection.inTransaction) throw error;
      undo.run();
      release.run();
      return () => act.reject(error);
    }
  }

  async function commitTogether(group: Waiting[]): Promise<void> {
    try {
      await start();
      const outcomes: (() => void)[] = [];
      for (const act of group) outcomes.push(await perform(act));
      commit.run();
      for (const tell of outcomes) tell();
    } catch (error) {
      if (connection.inTransaction) rollback.run();
      for (const act of group) act.reject(error);
    }
  }

  async function work(): Promise<void> {
    // One turn of the event loop lets requests that have already arrived join the group.
    await setImmediate();
    while (waiting.length > 0) {
      await commitTogether(waiting.splice(0, largestGroup));
      if (waiting.length > 0) await setImmediate();
    }
    working = null;
  }

  return {
    run<Value>(act: (db: Db) => Promise<Value>): Promise<Value> {
      return new Promise<Value>((resolve, reject) => {
        waiting.push({ run: () => act(db), resolve: resolve as (value: unknown) => void, reject });
        working ??= work();
      });
    },
    async drained(): Promise<void> {
      while (working) await working;
    },
  };
}
