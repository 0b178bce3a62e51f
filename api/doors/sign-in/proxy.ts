import type { IncomingMessage } from "node:http";
import type { Environment } from "../../environment.ts";
import type { Identity } from "../../identity/roles.ts";
import { UnauthenticatedError } from "../../platform/errors.ts";
import { secretHeader } from "../identity-headers.ts";
import { personOf } from "./identity.ts";
import { sameSecret } from "./same-secret.ts";

type Settings = Extract<NonNullable<Environment["signIn"]>["front"], { kind: "PROXY" }>;

/** Believes a proxy that knows the secret, in the headers that were named and in no others. */
export function proxyFront({ secret, headers }: Settings) {
  const isProxy = sameSecret(secret);
  return async (request: IncomingMessage): Promise<Identity> => {
    if (!isProxy(only(request, secretHeader) ?? "")) {
      throw new UnauthenticatedError("Sign in at the address that people use: this one is for its proxy.");
    }
    const id = only(request, headers.user);
    if (!id) throw new UnauthenticatedError("Sign in: the proxy did not say who you are.");
    return personOf({
      id,
      email: (headers.email && only(request, headers.email)) || null,
      groups: (headers.groups ? (only(request, headers.groups) ?? "") : "")
        .split(",")
        .map((group) => group.trim())
        .filter(Boolean),
    });
  };
}

/** Of two headers by one name, one is not the proxy's: then none is believed. */
function only({ headersDistinct }: IncomingMessage, name: string): string | undefined {
  const [value, ...more] = headersDistinct[name] ?? [];
  return more.length > 0 ? undefined : value?.trim();
}
