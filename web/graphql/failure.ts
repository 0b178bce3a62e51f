import type { CombinedError } from "urql";

/** Why nobody answers, as far as the browser knows. */
export function unreachableText(): string {
  return navigator.onLine === false ? "You are offline." : "The server can't be reached.";
}

/** Whether nobody signed the person in: nothing can be read before they are, and trying again is of no use. */
export function isUnsigned(error: CombinedError | undefined): boolean {
  return error?.graphQLErrors.some(({ extensions }) => extensions?.code === "UNAUTHENTICATED") ?? false;
}

/** A sentence for a person about why a request came to nothing, and what to do. */
export function failureText(error: CombinedError): string {
  if (error.networkError) {
    return navigator.onLine === false
      ? `${unreachableText()} It will work again when the network is back.`
      : `${unreachableText()} It may be restarting; try again in a moment.`;
  }
  return error.graphQLErrors[0]?.message ?? "Something went wrong. Try again.";
}
