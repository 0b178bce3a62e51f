import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { composeConversation } from "../composition/compose-conversation.ts";
import { composeServices } from "../composition/compose-services.ts";
import { createGraphQLServer } from "../doors/graphql/server.ts";
import { createHttpServer } from "../doors/http-server.ts";
import type { Environment } from "../environment.ts";
import { ConfigurationError } from "../platform/errors.ts";
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
    ...(web ? { web } : {}),
    async checkReady() {
      await services.database.$queryRaw`SELECT 1`;
      if (!services.pubSub.connected) throw new Error("the connection for notices is down");
    },
    log,
  });
  server.listen(settings.port, settings.host);
  await once(server, "listening").catch((error: unknown) => {
    throw unusableAddress(error, settings);
  });
  // What a process before this one died with need not wait for the first look by the timer.
  void agent.conversation.recover();
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

/** What a person must change when the server can't listen; any other error as it is. */
function unusableAddress(error: unknown, { host, port }: Environment["server"]): unknown {
  switch (error instanceof Error && "code" in error ? error.code : undefined) {
    case "EADDRNOTAVAIL":
    case "EAFNOSUPPORT":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new ConfigurationError(
        `HOST must be an address of this machine, not "${host}". Correct it and start again.`,
      );
    case "EACCES":
      return new ConfigurationError(
        `PORT ${port} is not for this user to listen on. Set PORT to another, 1024 or above.`,
      );
    default:
      return error;
  }
}
