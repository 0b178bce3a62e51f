import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import type { Services } from "./actions/services.ts";
import { Conversation } from "./agent/conversation.ts";
import { buildGraph } from "./agent/graph.ts";
import { openChat } from "./chat/chat.ts";
import type { Environment } from "./environment.ts";
import { createInterpreter } from "./language/index.ts";
import { openArtifactStore } from "./models/artifacts.ts";
import { applyProductionScope } from "./models/production-scope.ts";
import { systemClock } from "./platform/clock.ts";
import { openDatabase } from "./platform/database.ts";
import type { Logger } from "./platform/log.ts";
import { openPubSub } from "./platform/pub-sub.ts";
import { openPredictor } from "./predictions/predictor.ts";
import { openTrainingQueue } from "./training/queue.ts";

/** Plain objects in dependency order; what is opened here is closed by `close`, in the other direction. */
export async function composeServices(environment: Environment, log: Logger) {
  const clock = systemClock;
  const database = openDatabase({ url: environment.databaseUrl });
  const pubSub = await openPubSub(environment.databaseUrl, log);
  const artifacts = openArtifactStore(environment.dataDir);
  const predictor = openPredictor({ database, artifacts, pubSub, log });
  const trainingQueue = openTrainingQueue(pubSub);
  const services: Services = { database, pubSub, predictor, trainingQueue, clock, log };
  return {
    services,
    artifacts,
    async close() {
      await predictor.close();
      await pubSub.close();
      await database.$disconnect();
    },
  };
}

/** The agent over the services. */
export async function composeConversation(environment: Environment, services: Services, log: Logger) {
  await applyProductionScope(services.database, environment.registry.productionScope);
  const checkpointer = PostgresSaver.fromConnString(environment.databaseUrl, { schema: "agent" });
  await checkpointer.setup();
  const conversation = new Conversation({
    services,
    chat: openChat(services.database, services.pubSub),
    interpreter: createInterpreter(environment.interpreter, log),
    graph: buildGraph(checkpointer),
    forgetRun: (agentRunId) => checkpointer.deleteThread(agentRunId),
    confirmationMs: environment.chat.confirmationMinutes * 60_000,
  });
  return {
    conversation,
    async close(withinMs: number) {
      await conversation.close(withinMs);
      await checkpointer.end();
    },
  };
}
