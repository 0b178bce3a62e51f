import type { AnyVariables, Client, TypedDocumentNode } from "urql";
import { problemOf } from "../../graphql/problem-of.ts";
import type { Undo } from "./note.ts";

/** Takes an act back by another: by the same door, so it is allowed, refused and written down like any. */
export function undoBy<Result, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  done: string,
): Undo {
  return {
    label: "Undo",
    async act() {
      const problem = problemOf(await client.mutation(document, variables).toPromise());
      return problem ? { problem } : { done };
    },
  };
}
