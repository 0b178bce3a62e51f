import { createRequest, type TypedDocumentNode } from "@urql/core";
import type { TypedDocumentString } from "../gql/graphql.ts";

/** A generated document as urql takes it, with the types of its result and variables kept. */
export function operation<Result, Variables>(
  text: TypedDocumentString<Result, Variables>,
): TypedDocumentNode<Result, Variables> {
  return createRequest<Result, Record<string, unknown>>(text.toString(), {}).query as TypedDocumentNode<
    Result,
    Variables
  >;
}
