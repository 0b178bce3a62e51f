import { once } from "node:events";
import { composeServices } from "../composition/compose-services.ts";
import { createHealthServer, openHealth } from "../doors/health.ts";
import type { Environment } from "../environment.ts";
import { startHousekeeping } from "../models/housekeeping.ts";
import type { Logger } from "../platform/log.ts";
import { startReproductionWorker } from "../training/reproduction/worker.ts";
import { startTrainingWorker } from "../training/worker.ts";
import { startDeliverer } from "../webhooks/deliverer.ts";
import { listen } from "./listen.ts";
import type { Role } from "./role.ts";

/**
 * Takes training runs and reproductions from their queues, and sends webhooks; at its start and every hour it ends what has had its time,
 * and deletes model files that nothing needs.
 */
export async function startWorker(environment: Environment, log: Logger): Promise<Role> {
  const { services, checkReady, tellHealth, close } = await composeServices(environment, log);
  const health = openHealth({ checkReady, tell: tellHealth, log });
  const closeHealth = await serveHealth(health, environment.server);
  const cleaning = startHousekeeping(services);
  const workers = [startTrainingWorker(services), startReproductionWorker(services), startDeliverer(services)];
  return {
    ready: {},
    beginStop: health.stopping,
    async stop() {
      health.stopping();
      await Promise.all(workers.map((worker) => worker.stop()));
      await cleaning.stop();
      await close();
      await closeHealth();
    },
  };
}

/** On a port of its own, when one is named: a worker listens to nothing else. @returns how to stop that */
async function serveHealth(
  health: Parameters<typeof createHealthServer>[0],
  { host, healthPort }: Environment["server"],
): Promise<() => Promise<void>> {
  if (healthPort === undefined) return async () => {};
  const server = createHealthServer(health);
  await listen(server, { host, port: healthPort }, { host: "HOST", port: "HEALTH_PORT" });
  return async () => {
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  };
}
