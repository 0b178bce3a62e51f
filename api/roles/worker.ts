import { composeServices } from "../composition/compose-services.ts";
import type { Environment } from "../environment.ts";
import type { Logger } from "../platform/log.ts";
import { startTrainingWorker } from "../training/worker.ts";
import type { Role } from "./role.ts";

/** Takes training runs from the queue. */
export async function startWorker(environment: Environment, log: Logger): Promise<Role> {
  const composed = await composeServices(environment, log);
  const { services, artifacts } = composed;
  const worker = startTrainingWorker({ ...services, artifacts });
  return {
    ready: {},
    async stop() {
      await worker.stop();
      await composed.close();
    },
  };
}
