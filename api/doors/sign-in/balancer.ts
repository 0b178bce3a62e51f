import type { IncomingMessage } from "node:http";
import { AlbJwtVerifier } from "aws-jwt-verify";
import { AlbJwksCache } from "aws-jwt-verify/alb-cache";
import { z } from "zod";
import type { Environment } from "../../environment.ts";
import type { Identity } from "../../identity/roles.ts";
import { DomainError, UnauthenticatedError, UnavailableError } from "../../platform/errors.ts";
import type { Logger } from "../../platform/log.ts";
import { balancerHeader } from "../identity-headers.ts";
import { personOf } from "./identity.ts";

type Settings = Extract<NonNullable<Environment["signIn"]>["front"], { kind: "AWS_ALB" }>;

const keyWithinMs = 3_000;
/** A public key in PEM has about 180 bytes. */
const largestKey = 4_096;
/** The balancer signs with few keys. Who sends made-up ones has us look for no more of them at once. */
const mostAsked = 4;

/** What the user info endpoint told the balancer, and when that ends to hold. */
const claims = z.looseObject({
  sub: z.string(),
  exp: z.number(),
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.stringbool()]).optional(),
});
const groupsClaim = z.union([z.array(z.string()), z.string().transform((text) => text.split(","))]);

/**
 * Believes what AWS's application load balancer says of who signed in there: a token with its signature, of ours and no other balancer,
 * for this client of this issuer, that still holds.
 */
export function balancerFront(settings: Settings, log: Logger) {
  const { balancerArn: albArn, issuer, clientId, keysUrl, groupsClaim: groupsName } = settings;
  const verifier = AlbJwtVerifier.create(
    { albArn, issuer, clientId, ...(keysUrl ? { jwksUri: keysUrl } : {}) },
    { jwksCache: new AlbJwksCache({ fetcher: { fetch: keyFetcher() } }) },
  );
  return async (request: IncomingMessage): Promise<Identity> => {
    // A key leads past the sign-in, where the balancer writes nothing: what such a request says of a person is the client's. (People have none.)
    if (request.headers.authorization !== undefined)
      throw new UnauthenticatedError("This key is no program's here. A person comes without one, and signs in.");
    const token = request.headers[balancerHeader];
    if (typeof token !== "string") throw new UnauthenticatedError("Sign in: the balancer did not say who you are.");
    try {
      const { sub, email, email_verified, ...more } = claims.parse(await verifier.verify(token));
      const groups = groupsClaim.safeParse(more[groupsName]);
      return personOf({
        id: sub,
        // Some let people write any address into their profile.
        email: email_verified === true ? (email ?? null) : null,
        groups: groups.success ? groups.data.map((group) => group.trim()).filter(Boolean) : [],
      });
    } catch (error) {
      if (error instanceof DomainError) {
        if (error instanceof UnavailableError) log.warn({ err: error }, "the balancer's key could not be read");
        throw error;
      }
      log.info({ why: error instanceof Error ? error.name : "?" }, "a sign-in is not believed");
      throw new UnauthenticatedError("Your sign-in does not hold here, or no more. Sign in again.");
    }
  };
}

/** Reads a key within bounds. @throws {UnauthenticatedError} there is none @throws {UnavailableError} it can't be told now */
function keyFetcher() {
  let asked = 0;
  return async (url: string): Promise<ArrayBuffer> => {
    if (asked >= mostAsked) throw new UnavailableError("Too many sign-ins are being checked at once. Try again.");
    asked += 1;
    try {
      const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(keyWithinMs) });
      if (response.status >= 400 && response.status < 500) {
        throw new UnauthenticatedError("Your sign-in was signed with a key that is not the balancer's. Sign in again.");
      }
      if (!response.ok) throw new Error(`answered ${response.status}`);
      const chunks: Uint8Array[] = [];
      for await (const chunk of response.body ?? []) {
        chunks.push(chunk);
        if (chunks.reduce((sum, { length }) => sum + length, 0) > largestKey) throw new Error("is no key: too long");
      }
      return new Uint8Array(Buffer.concat(chunks)).buffer;
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw new UnavailableError("Your sign-in can't be checked right now. Try again.", { cause: error });
    } finally {
      asked -= 1;
    }
  };
}
