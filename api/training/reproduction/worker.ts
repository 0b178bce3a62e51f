import type { Reproduction } from "../../../prisma/client/client.ts";
import type { ArtifactStore } from "../../models/artifacts.ts";
import { openBell } from "../../platform/bell.ts";
import type { Database } from "../../platform/database.ts";
import { DomainError } from "../../platform/errors.ts";
import type { Logger } from "../../platform/log.ts";
import { isOutage } from "../../platform/outage.ts";
import type { PubSub } from "../../platform/pub-sub.ts";
import { measured } from "../../platform/telemetry.ts";
import { changeReproduction } from "./change-reproduction.ts";
import { claimReproduction, renewReproduction } from "./claim-reproduction.ts";
import { failReproduction, succeedReproduction } from "./end-reproduction.ts";
import { executeReproduction } from "./execute-reproduction.ts";

export interface ReproductionWorkerOptions {
  database: Database;
  pubSub: PubSub;
  artifacts: ArtifactStore;
  log: Logger;
  /** How long a worker may be silent before another takes its work over; renewed at a third of it. */
  leaseMs?: number;
  /** How often it looks besides being told. */
  pollMs?: number;
}

/** Why a reproduction's execution ends before its time. */
class Interrupted extends Error {
  readonly why: "taken over" | "stopping";
  constructor(why: Interrupted["why"]) {
    super(`the reproduction was interrupted: ${why}`);
    this.why = why;
  }
}

/** Takes reproductions, one at a time, the one that waits longest first, until it is stopped. */
export function startReproductionWorker(options: ReproductionWorkerOptions): { stop(): Promise<void> } {
  const { database, pubSub, log, leaseMs = 10_000, pollMs = 2_000 } = options;
  let stopping = false;
  let current: AbortController | undefined;
  const bell = openBell();
  const stopListening = [pubSub.listen("reproduction", bell.ring), pubSub.onGap(bell.ring)];

  async function serve(): Promise<void> {
    while (!stopping) {
      const taken = await claimReproduction(database, pubSub, leaseMs).catch((error: unknown) => {
        log.warn({ err: error }, "no reproduction could be taken; trying again");
        return null;
      });
      if (taken) await work(taken, log.child({ reproductionId: taken.id, attempt: taken.attempt }));
      else await bell.wait(pollMs);
    }
  }

  async function work(taken: Reproduction, workLog: Logger): Promise<void> {
    const controller = new AbortController();
    current = controller;
    if (stopping) controller.abort(new Interrupted("stopping"));
    const timer = setInterval(async () => {
      try {
        if (!(await renewReproduction(database, taken, leaseMs))) controller.abort(new Interrupted("taken over"));
      } catch (error) {
        workLog.warn({ err: error }, "the lease of a reproduction could not be renewed; trying again");
      }
    }, leaseMs / 3);
    try {
      await measured({ span: "reproduce", metric: "modelwright.reproduction.duration", attributes: {} }, () =>
        reproduce(taken, options, controller),
      );
      workLog.info("reproduction finished");
    } catch (error) {
      await settle(taken, error, workLog).catch((fault: unknown) => {
        // The lease lapses, and it is taken up again.
        workLog.error({ err: fault }, "the end of a reproduction could not be written");
      });
    } finally {
      clearInterval(timer);
      current = undefined;
    }
  }

  /** Writes down how a reproduction ended that did not succeed. */
  async function settle(taken: Reproduction, error: unknown, workLog: Logger): Promise<void> {
    if (error instanceof Interrupted) {
      if (error.why === "taken over") return;
      const waiting = { status: "QUEUED", progress: 0, message: "Waiting for a worker" } as const;
      await database.$transaction((tx) => changeReproduction(tx, pubSub, taken, waiting));
      return;
    }
    if (isOutage(error)) {
      workLog.warn(
        { err: error },
        "the database failed a reproduction; it is taken up again when its lease has lapsed",
      );
      return;
    }
    const expected = error instanceof DomainError;
    if (!expected) workLog.error({ err: error }, "a reproduction failed by a fault");
    const failure = expected
      ? { code: error.code, reason: error.message }
      : { code: "FAULT", reason: "It failed by a fault of the service; its log says more. Ask for it again." };
    await database.$transaction((tx) => failReproduction(tx, pubSub, taken, failure));
  }

  const serving = serve();
  return {
    async stop() {
      stopping = true;
      current?.abort(new Interrupted("stopping"));
      bell.ring();
      await serving;
      for (const stop of stopListening) stop();
    },
  };
}

async function reproduce(
  taken: Reproduction,
  { database, pubSub, artifacts }: ReproductionWorkerOptions,
  controller: AbortController,
): Promise<void> {
  const { signal } = controller;
  const reproduced = await executeReproduction(
    taken,
    { database, artifacts },
    signal,
    async ({ progress, message }) => {
      signal.throwIfAborted();
      const owned = await database.$transaction((tx) => changeReproduction(tx, pubSub, taken, { progress, message }));
      if (!owned) controller.abort(new Interrupted("taken over"));
      signal.throwIfAborted();
    },
  );
  signal.throwIfAborted();
  const ended = await database.$transaction((tx) => succeedReproduction(tx, pubSub, taken, reproduced));
  if (!ended) throw new Interrupted("taken over");
}
