import type { CombinedError } from "urql";
import { connectionStore } from "./connection.ts";

/** Why nobody answers, as far as the browser knows, and what comes of it. */
function unreachable(): [why: string, then: string] {
  if (connectionStore.read().state === "signedOut") return ["Your sign-in has ended.", "Sign in again."];
  return navigator.onLine === false
    ? ["You are offline.", "It will work again when the network is back."]
    : ["The server can't be reached.", "It may be restarting; try again in a moment."];
}

/** Why nobody answers. */
export function unreachableText(): string {
  return unreachable()[0];
}

/** Whether nobody signed the person in: nothing can be read before they are, and trying again is of no use. */
export function isUnsigned(error: CombinedError | undefined): boolean {
  return error?.graphQLErrors.some(({ extensions }) => extensions?.code === "UNAUTHENTICATED") ?? false;
}

/** A sentence for a person about why a request came to nothing, and what to do. */
export function failureText(error: CombinedError): string {
  if (error.networkError) return unreachable().join(" ");
  return error.graphQLErrors[0]?.message ?? "Something went wrong. Try again.";
}
