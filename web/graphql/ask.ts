import { stringifyDocument, type TypedDocumentNode } from "urql";
import { send } from "./connection.ts";
import { unreachableText } from "./failure.ts";

/**
 * Asks past the cache, which would keep the answer: for what is read once and in bulk.
 * @throws {Error} with a sentence for a person
 */
export async function askOnce<Result, Variables>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Result> {
  const response = await send("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query: stringifyDocument(document), variables }),
    signal,
    cache: "no-store",
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new Error(unreachableText());
  });
  const answer: { data?: Result | null; errors?: { message: string }[] } = await response.json().catch(() => ({}));
  if (answer.errors || !answer.data) {
    throw new Error(answer.errors?.map(({ message }) => message).join(" ") || "The server gave no answer. Try again.");
  }
  return answer.data;
}
