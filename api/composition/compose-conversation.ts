import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import type { Services } from "../actions/services.ts";
import { Conversation } from "../agent/conversation.ts";
import { Runs } from "../agent/runs.ts";
import { openChat } from "../chat/chat.ts";
import type { Environment } from "../environment.ts";
import { openInterpreter } from "../language/index.ts";
import { applyProductionScope } from "../models/production-scope.ts";
import type { Logger } from "../platform/log.ts";
import { openPool } from "../platform/pool.ts";

/** Runs that are read or written at the same time; a checkpoint takes a few milliseconds. */
const checkpointConnections = 5;

/** The agent over the services. Apart from them, since a worker has no use for it: LangGraph alone takes about 100 MB. */
export async function composeConversation(environment: Environment, services: Services, log: Logger) {
  await applyProductionScope(services.database, environment.registry.productionScope);
  // A checkpoint need not reach the disk by itself: the turn's own commit comes after it, and takes it along.
  const options = "-c synchronous_commit=off";
  const pool = openPool({ connectionString: environment.databaseUrl, max: checkpointConnections, options });
  const checkpointer = new PostgresSaver(pool, undefined, { schema: "agent" });
  await checkpointer.setup();
  const { interpreter, close: closeInterpreter } = await openInterpreter(environment.interpreter, log);
  const conversation = new Conversation({
    services,
    chat: openChat(services.database, services.pubSub),
    interpreter,
    runs: new Runs(checkpointer),
    confirmationMs: environment.chat.confirmationMinutes * 60_000,
  });
  return {
    conversation,
    async close(withinMs: number) {
      await conversation.close(withinMs);
      await closeInterpreter();
      await pool.end();
    },
  };
}
