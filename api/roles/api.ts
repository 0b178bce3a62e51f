import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { composeConversation } from "../composition/compose-conversation.ts";
import { composeServices } from "../composition/compose-services.ts";
import { createGraphQLServer } from "../doors/graphql/server.ts";
import { createHttpServer } from "../doors/http-server.ts";
import type { Environment } from "../environment.ts";
import type { Logger } from "../platform/log.ts";
import type { Role } from "./role.ts";
import { openWeb } from "./web.ts";

/** How long requests may take to end when the process is asked to stop. */
const drainMs = 6_000;

/** The API and the web app, on one port. */
export async function startApi(environment: Environment, log: Logger): Promise<Role> {
  const composed = await composeServices(environment, log);
  const { services } = composed;
  const agent = await composeConversation(environment, services, log);
  const graphql = createGraphQLServer({ services, conversation: agent.conversation });
  const { server: settings } = environment;
  const web = settings.web ? await openWeb({ dev: settings.webDev, port: settings.port }) : undefined;
  const server = createHttpServer({
    host: settings.host,
    allowedHosts: settings.allowedHosts,
    graphql,
    ...(web ? { web: web.handle } : {}),
    async checkReady() {
      await services.database.$queryRaw`SELECT 1`;
      if (!services.pubSub.connected) throw new Error("the connection for notices is down");
    },
    log,
  });
  if (web) server.on("upgrade", web.upgrade);
  server.listen(settings.port, settings.host);
  await once(server, "listening");
  return {
    ready: { port: (server.address() as AddressInfo).port },
    async stop() {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      await agent.close(drainMs);
      // What is still open now are streams; their clients come back with the last seq they saw.
      server.closeAllConnections();
      await closed;
      await web?.close();
      await composed.close();
    },
  };
}
