import type { IncomingMessage } from "node:http";
import type { Environment } from "../../environment.ts";
import { type Actor, localOwner } from "../../identity/actor.ts";
import type { People } from "../../identity/people.ts";
import type { Identity } from "../../identity/roles.ts";
import type { Logger } from "../../platform/log.ts";
import { machinesBy } from "./machines.ts";
import { proxyFront } from "./proxy.ts";

/** Who asks. @throws {UnauthenticatedError} nobody vouches for them @throws {UnavailableError} it can't be told now */
export type Identify = (request: IncomingMessage) => Promise<Actor>;

/**
 * Says who asks, for every door alike.
 * @param signIn absent: nobody signs in, and whoever reaches this is the local owner
 */
export async function openIdentify(signIn: Environment["signIn"], people: People, log: Logger): Promise<Identify> {
  if (!signIn) return async () => localOwner;
  const front = await openFront(signIn.front, log);
  const machine = machinesBy(signIn.machines);
  return async (request) => people.meet(machine(request.headers.authorization) ?? (await front(request)));
}

async function openFront(
  front: NonNullable<Environment["signIn"]>["front"],
  log: Logger,
): Promise<(request: IncomingMessage) => Promise<Identity>> {
  switch (front.kind) {
    case "AWS_ALB":
      // Loaded only where it is used.
      return (await import("./balancer.ts")).balancerFront(front, log);
    case "PROXY":
      return proxyFront(front);
  }
}
