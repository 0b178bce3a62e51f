import type { Scope } from "../../actions/define-action.ts";
import type { Services } from "../../actions/services.ts";
import type { Conversation } from "../../agent/conversation.ts";
import type { Actor } from "../../identity/actor.ts";

/** What each request carries through the resolvers. */
export interface GraphQLContext {
  actor: Actor;
  requestId: string;
  services: Services;
  conversation: Conversation;
  /** Aborted when the client went away. */
  signal: AbortSignal;
  /** Ends the response's stream without its being complete: the client comes back for more. */
  endStream: () => void;
}

/** The scope in which a resolver calls actions. */
export function scopeOf({ actor, requestId, services }: GraphQLContext): Scope {
  return { actor, cause: { requestId }, services };
}
