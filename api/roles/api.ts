import type { ServerResponse } from "node:http";
import { composeConversation } from "../composition/compose-conversation.ts";
import { composeServices } from "../composition/compose-services.ts";
import { askApiAt } from "../doors/ask-api.ts";
import { createGraphQLServer } from "../doors/graphql/server.ts";
import { openHealth } from "../doors/health.ts";
import { createHttpServer } from "../doors/http-server.ts";
import { identityHeadersOf } from "../doors/identity-headers.ts";
import { createMlflowServer } from "../doors/mlflow/server.ts";
import { serveModelCards } from "../doors/model-cards.ts";
import { trackRequests } from "../doors/open-requests.ts";
import { identified } from "../doors/sign-in/identified.ts";
import { openIdentify } from "../doors/sign-in/identify.ts";
import type { Environment } from "../environment.ts";
import type { Logger } from "../platform/log.ts";
import { tellQueueDepth } from "../training/queue-depth.ts";
import { listen, ownUrl } from "./listen.ts";
import { drainMs, type Role } from "./role.ts";

/** The API, and the web app unless it is left out, on one port. */
export async function startApi(environment: Environment, log: Logger): Promise<Role> {
  const composed = await composeServices(environment, log);
  const { services } = composed;
  const agent = await composeConversation(environment, services, log);
  const identify = await openIdentify(environment.signIn, services.people, log);
  const yoga = createGraphQLServer({ services, conversation: agent.conversation });
  const { server: settings } = environment;
  let port = settings.port;
  const identity = identityHeadersOf(settings.front);
  // Over the loopback, not by a call: what a page reads first is limited, logged and measured as anything else.
  const askApi = askApiAt(() => ownUrl(settings.host, port), identity, log);
  const web = settings.web
    ? await (await import("./next.ts")).openNext({ dev: settings.webDev, port: settings.port, askApi })
    : undefined;
  const health = openHealth({ checkReady: composed.checkReady, tell: composed.tellHealth, log });
  const server = createHttpServer({
    host: settings.host,
    allowedHosts: settings.allowedHosts,
    identity,
    graphql: identified<{ requestId: string; response: ServerResponse }>(identify, log, yoga),
    cards: identified<{ requestId: string }>(identify, log, serveModelCards(services)),
    mlflow: createMlflowServer({ services, identify }),
    ...(web ? { web } : {}),
    health,
    log,
  });
  const requests = trackRequests(server);
  port = await listen(server, settings);
  // What a process before this one died with need not wait for the first look by the timer.
  void agent.conversation.recover();
  void agent.conversation.prepare();
  const stopFollowing = composed.followRegistry();
  const stopTelling = tellQueueDepth(services.database, log);
  return {
    ready: { port },
    beginStop: health.stopping,
    async stop() {
      health.stopping();
      stopTelling();
      await stopFollowing();
      const withinMs = drainMs(environment.stop);
      await requests.drain(agent.close(withinMs), withinMs);
      await web?.close();
      await composed.close();
    },
  };
}
