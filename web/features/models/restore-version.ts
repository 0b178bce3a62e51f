import type { Client } from "urql";
import { problemOf } from "../../graphql/problem-of.ts";
import { toast } from "../notifications/toast.ts";
import { undoBy } from "../notifications/undo-by.ts";
import { ArchiveAgainMutation, RestoreVersionMutation } from "./registry-mutations.ts";

/** Makes an archived version a candidate again, which changes nothing that answers: it is done at once, and can be taken back. */
export async function restoreVersion(client: Client, model: string, version: number): Promise<void> {
  const problem = problemOf(await client.mutation(RestoreVersionMutation, { model, version }).toPromise());
  if (problem) return toast(problem, { tone: "bad" });
  toast(`${model} version ${version} is a candidate again.`, {
    undo: undoBy(client, ArchiveAgainMutation, { model, version }, `${model} version ${version} is archived again.`),
  });
}
