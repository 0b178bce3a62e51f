import type { IncomingMessage, ServerResponse } from "node:http";
import type { Actor } from "../../identity/actor.ts";
import { DomainError, UnavailableError } from "../../platform/errors.ts";
import type { Logger } from "../../platform/log.ts";
import { isOutage } from "../../platform/outage.ts";
import { refuseBody } from "../body-limit.ts";
import { respond } from "../respond.ts";
import type { Identify } from "./identify.ts";

/** What a 401 has to say: how a program can sign in. A person does it at the front. */
export const challenge = 'Bearer realm="modelwright"';

/** A handler that is told who asks; who asks without a sign-in is answered here. */
export function identified<Context extends { requestId: string }>(
  identify: Identify,
  log: Logger,
  handle: (request: IncomingMessage, response: ServerResponse, context: Context & { actor: Actor }) => unknown,
) {
  return async (request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> => {
    let actor: Actor;
    try {
      actor = await identify(request);
    } catch (error) {
      return refuse(request, response, refusalOf(error, log));
    }
    await handle(request, response, { ...context, actor });
  };
}

function refusalOf(error: unknown, log: Logger): { status: number; message: string; code: string } {
  if (isOutage(error)) {
    log.warn({ err: error }, "a request failed since the database is away");
    return refusalOf(new UnavailableError("The database is away for the moment. Send the same again."), log);
  }
  if (error instanceof DomainError) {
    const { message, code } = error;
    return { status: code === "UNAUTHENTICATED" ? 401 : 503, message, code };
  }
  log.error({ err: error }, "a request failed by a fault");
  return { status: 500, message: "Something went wrong on our side.", code: "INTERNAL_SERVER_ERROR" };
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, message, code }: ReturnType<typeof refusalOf>,
): void {
  const body = { errors: [{ message, extensions: { code } }] };
  if (status === 401) response.setHeader("www-authenticate", challenge);
  if (request.complete) respond(response, status, body);
  else refuseBody(request, response, body, status);
}
