import { composeServices } from "../composition/compose-services.ts";
import type { Environment } from "../environment.ts";
import { sweepArtifacts } from "../models/purge-artifacts.ts";
import type { Logger } from "../platform/log.ts";
import { startTrainingWorker } from "../training/worker.ts";
import type { Role } from "./role.ts";

/** Takes training runs from the queue; at its start it deletes model files that nothing needs. */
export async function startWorker(environment: Environment, log: Logger): Promise<Role> {
  const { services, close } = await composeServices(environment, log);
  const stopping = new AbortController();
  const sweeping = sweepArtifacts({ ...services, now: services.clock.now(), signal: stopping.signal }).catch(
    (error: unknown) => log.warn({ err: error }, "model files could not be swept; the next start tries again"),
  );
  const worker = startTrainingWorker(services);
  return {
    ready: {},
    async stop() {
      stopping.abort();
      await worker.stop();
      await sweeping;
      await close();
    },
  };
}
