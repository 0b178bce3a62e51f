import { z } from "zod";
import type { Scope } from "../../actions/define-action.ts";
import type { Services } from "../../actions/services.ts";
import type { Conversation } from "../../agent/conversation.ts";
import { longestComment } from "../../audit/audit-events.ts";
import type { Actor } from "../../identity/actor.ts";

import { parseInput } from "../../platform/parse-input.ts";
import { storableText } from "../../platform/storable.ts";

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

/**
 * The scope of an act with what a person said of why.
 * @throws {InvalidInputError} when that is too long
 */
export function scopeWithComment(context: GraphQLContext, comment: string | null | undefined): Scope {
  const scope = scopeOf(context);
  const said = parseInput(commentInput, comment, ["comment"]);
  return said ? { ...scope, cause: { ...scope.cause, comment: said } } : scope;
}

const commentInput = z
  .string()
  .trim()
  .max(longestComment, `a comment has at most ${longestComment} characters`)
  .transform((text) => storableText(text))
  .nullish();

/** The scope in which a resolver calls actions. */
export function scopeOf({ actor, requestId, services }: GraphQLContext): Scope {
  return { actor, cause: { requestId }, services };
}
