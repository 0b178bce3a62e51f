import type { Services } from "../actions/services.ts";
import { Conversation } from "../agent/conversation.ts";
import { Runs } from "../agent/runs.ts";
import { openChat } from "../chat/chat.ts";
import type { Environment } from "../environment.ts";
import { openInterpreter } from "../language/index.ts";
import { applyProductionScope } from "../models/production-scope.ts";
import type { Logger } from "../platform/log.ts";

/** The agent over the services. Apart from them, since a worker has no use for it: LangGraph alone takes about 100 MB. */
export async function composeConversation(environment: Environment, services: Services, log: Logger) {
  await applyProductionScope(services.database, environment.registry.productionScope);
  const { interpreter, close: closeInterpreter } = await openInterpreter(environment.interpreter, log);
  const conversation = new Conversation({
    services,
    chat: openChat(services.database, services.pubSub),
    interpreter,
    runs: new Runs(),
    confirmationMs: environment.chat.confirmationMinutes * 60_000,
  });
  return {
    conversation,
    async close(withinMs: number) {
      await conversation.close(withinMs);
      await closeInterpreter();
    },
  };
}
