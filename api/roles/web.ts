import { askApiAt } from "../doors/ask-api.ts";
import { forwardedDoors } from "../doors/forward.ts";
import { openHealth } from "../doors/health.ts";
import { createHttpServer } from "../doors/http-server.ts";
import { identityHeadersOf } from "../doors/identity-headers.ts";
import { trackRequests } from "../doors/open-requests.ts";
import type { ProcessEnvironment } from "../environment.ts";
import type { Logger } from "../platform/log.ts";
import { listen } from "./listen.ts";
import { openNext } from "./next.ts";
import { drainMs, type Role } from "./role.ts";

/** The web app alone; GraphQL, model cards and MLflow's API are another process's, behind the same balancer or at API_URL. What pages show first is read there too. */
export async function startWeb({ server: settings, stop: stopping }: ProcessEnvironment, log: Logger): Promise<Role> {
  const { apiUrl, firstViewUrl = apiUrl } = settings;
  const identity = identityHeadersOf(settings.front);
  const askApi = firstViewUrl ? askApiAt(() => firstViewUrl, identity, log) : undefined;
  const web = await openNext({ dev: settings.webDev, port: settings.port, askApi });
  const health = openHealth({ checkReady: async () => {}, log });
  const server = createHttpServer({
    host: settings.host,
    allowedHosts: settings.allowedHosts,
    identity,
    ...(apiUrl ? forwardedDoors(apiUrl, log) : {}),
    web,
    health,
    log,
  });
  const requests = trackRequests(server);
  return {
    ready: { port: await listen(server, settings) },
    beginStop() {
      health.stopping();
    },
    async stop() {
      health.stopping();
      await requests.drain(Promise.resolve(), drainMs(stopping));
      await web.close();
    },
  };
}
