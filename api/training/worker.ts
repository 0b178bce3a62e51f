import type { TrainingRun } from "../../prisma/client/client.ts";
import type { ArtifactStore } from "../models/artifacts.ts";
import type { Registry } from "../models/registry/registry.ts";
import { openBell } from "../platform/bell.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import { DomainError } from "../platform/errors.ts";
import type { Logger } from "../platform/log.ts";
import { withLogIds } from "../platform/log-ids.ts";
import type { PubSub } from "../platform/pub-sub.ts";
import { measured } from "../platform/telemetry.ts";
import { changeRun } from "./append-training-event.ts";
import { claimRun, handBackRun, renewRun } from "./claim-run.ts";
import { failRun, succeedRun } from "./end-run.ts";
import { executeRun, registering } from "./execute-run.ts";
import type { RunReport } from "./train-from-record.ts";
import { type RegistryPatience, registryPatience, waitForRegistry } from "./wait-for-registry.ts";

export interface TrainingWorkerOptions {
  database: Database;
  pubSub: PubSub;
  artifacts: ArtifactStore;
  registry: Registry;
  log: Logger;
  clock: Clock;
  /** How long a worker may be silent before another takes its run over; renewed at a third of it. */
  leaseMs?: number;
  /** How a training that is done waits for the registry's server. */
  patience?: RegistryPatience;
  /** How often it looks for runs besides being told: also how soon a lapsed lease is seen. */
  pollMs?: number;
}

export interface TrainingWorker {
  /** Takes no further run, hands back the present one, and resolves when nothing is left to do. */
  stop(): Promise<void>;
}

/** Names of what Prisma throws: a broken connection, a time-out, a deadlock. */
const databaseFault = /^(PrismaClient|DriverAdapterError)/;
const transactionOptions = { maxWait: 5_000, timeout: 15_000 };

/** Why a run's execution ends before its time. */
class RunInterrupted extends Error {
  readonly why: "cancelled or taken over" | "stopping";
  constructor(why: RunInterrupted["why"]) {
    super(`the run was interrupted: ${why}`);
    this.why = why;
  }
}

/** Takes runs, one at a time, the one that waits longest first, until it is stopped. */
export function startTrainingWorker(options: TrainingWorkerOptions): TrainingWorker {
  const { database, pubSub, log, leaseMs = 10_000, pollMs = 1_000 } = options;
  let stopping = false;
  let current: { run: TrainingRun; controller: AbortController } | undefined;
  const bell = openBell();
  const stopListening = [
    pubSub.listen("training_queued", bell.ring),
    pubSub.listen("training_cancel", ({ runId }) => {
      if (current?.run.id === runId) current.controller.abort(new RunInterrupted("cancelled or taken over"));
    }),
    pubSub.onGap(bell.ring),
  ];

  async function serve(): Promise<void> {
    while (!stopping) {
      const run = await claimRun(database, pubSub, leaseMs).catch((error: unknown) => {
        log.warn({ err: error }, "no run could be taken; trying again");
        return null;
      });
      if (run) await withLogIds({ runId: run.id }, () => work(run));
      else await bell.wait(pollMs);
    }
  }

  async function work(run: TrainingRun): Promise<void> {
    const controller = new AbortController();
    current = { run, controller };
    if (stopping) controller.abort(new RunInterrupted("stopping"));
    const runLog = log.child({ attempt: run.attempt });
    const stopRenewing = keepLease(run, controller, runLog);
    try {
      const attributes = { "modelwright.algorithm": run.algorithm };
      const about = { span: "train", metric: "modelwright.training.duration", attributes };
      await measured(about, () => train(run, options, controller), outcomeOf);
      runLog.info("run finished");
    } catch (error) {
      await settle(run, error, runLog).catch((fault: unknown) => {
        // The lease lapses, and the run is taken up again.
        runLog.error({ err: fault }, "the run's end could not be written");
      });
    } finally {
      stopRenewing();
      current = undefined;
    }
  }

  function keepLease(run: TrainingRun, controller: AbortController, runLog: Logger): () => void {
    const timer = setInterval(async () => {
      try {
        if (!(await renewRun(database, run, leaseMs))) controller.abort(new RunInterrupted("cancelled or taken over"));
      } catch (error) {
        runLog.warn({ err: error }, "the run's lease could not be renewed; trying again");
      }
    }, leaseMs / 3);
    return () => clearInterval(timer);
  }

  /** Writes down how a run ended that did not succeed. */
  async function settle(run: TrainingRun, error: unknown, runLog: Logger): Promise<void> {
    if (error instanceof RunInterrupted) {
      const handedBack = error.why === "stopping" && (await handBackRun(database, pubSub, run));
      runLog.info({ handedBack }, error.message);
      return;
    }
    if (error instanceof Error && databaseFault.test(error.name)) {
      runLog.warn({ err: error }, "the database failed the run; it is taken up again when its lease has lapsed");
      return;
    }
    const expected = error instanceof DomainError;
    if (!expected) runLog.error({ err: error }, "the training failed by a fault");
    const failure = expected
      ? { code: error.code, reason: error.message }
      : { code: "FAULT", reason: "The training failed by a fault of the service; its log says more. Train again." };
    await database.$transaction((tx) => failRun(tx, pubSub, run, failure));
  }

  const serving = serve();
  return {
    async stop() {
      stopping = true;
      current?.controller.abort(new RunInterrupted("stopping"));
      bell.ring();
      await serving;
      for (const stop of stopListening) stop();
    },
  };
}

async function train(
  run: TrainingRun,
  { database, pubSub, artifacts, registry, clock, patience = registryPatience }: TrainingWorkerOptions,
  controller: AbortController,
): Promise<void> {
  const { signal } = controller;
  const report = async (news: RunReport) => {
    signal.throwIfAborted();
    if (!(await writeProgress(database, pubSub, run, news))) {
      controller.abort(new RunInterrupted("cancelled or taken over"));
    }
    signal.throwIfAborted();
  };
  const trained = await executeRun(run, { database, artifacts }, signal, report);
  signal.throwIfAborted();
  const waiting = { patience, signal, tell: (message: string) => report({ progress: registering, message }) };
  const kept = await waitForRegistry(() => registry.keepTraining({ ...trained, run }), waiting);
  signal.throwIfAborted();
  const services = { database, pubSub, artifacts, registry };
  const register = () => succeedRun(services, run, { ...trained, kept, at: clock.now() });
  const version = await waitForRegistry(register, waiting);
  if (version === null) throw new RunInterrupted("cancelled or taken over");
}

/** As metrics tell it. */
function outcomeOf(error: unknown): string {
  if (error instanceof RunInterrupted) return error.why;
  return error instanceof DomainError ? error.code : "FAULT";
}

/** @returns false when the run is ours no more */
function writeProgress(database: Database, pubSub: PubSub, run: TrainingRun, report: RunReport): Promise<boolean> {
  const { progress, message, metrics, counts } = report;
  const owned = { id: run.id, attempt: run.attempt, status: "RUNNING" } as const;
  const news = { type: "PROGRESS", progress, message, ...(metrics ? { metrics } : {}) } as const;
  return database.$transaction((tx) => changeRun(tx, pubSub, owned, { progress, ...counts }, news), transactionOptions);
}
