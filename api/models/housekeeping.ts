import type { Services } from "../actions/services.ts";
import { forgetDeletedThreads } from "../chat/deleted-threads.ts";
import { dropFilesOfDeleted } from "../tracking/drop-files.ts";
import { expireProposals } from "./proposals/expire-proposals.ts";
import { sweepArtifacts } from "./purge-artifacts.ts";
import { giveUpRemovedModels } from "./removed-models.ts";

/** What is kept is kept for days: an hour more or less is the same. */
const everyMs = 60 * 60_000;

/** Ends what has had its time (proposals, removed models, deleted conversations, files of deleted runs), then deletes the files that nothing needs. */
export async function keepHouse(services: Services, signal: AbortSignal): Promise<void> {
  const { database, clock, removedModelsKeptMs: keptMs, log } = services;
  const expired = await expireProposals(services);
  const givenUp = await giveUpRemovedModels(services, { now: clock.now(), keptMs });
  if (expired + givenUp > 0) log.info({ expired, givenUp }, "ended proposals and removed models that had their time");
  const forgotten = await forgetDeletedThreads(database, clock.now());
  if (forgotten > 0) log.info({ forgotten }, "forgot conversations that were deleted");
  const dropped = await dropFilesOfDeleted(database, { now: clock.now(), keptMs });
  if (dropped > 0) log.info({ dropped }, "took away the files of runs and logged models that were deleted");
  await sweepArtifacts({ ...services, now: clock.now(), signal });
}

/** Keeps house now and every hour. What fails is tried again the next time. */
export function startHousekeeping(services: Services): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let running = Promise.resolve();
  const run = () => {
    running = running
      .then(() => (stopping.signal.aborted ? undefined : keepHouse(services, stopping.signal)))
      .catch((error: unknown) =>
        services.log.warn(
          { err: error },
          "could not end what has had its time, or delete what nothing needs; the next hour tries again",
        ),
      );
  };
  run();
  const timer = setInterval(run, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}
