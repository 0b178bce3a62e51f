import type { Client } from "urql";
import { ViewerQuery } from "../identity/use-viewer.ts";
import { notes } from "../notifications/notes.ts";
import { eventInWords, type ModelHappening } from "./event-words.ts";

/** Tells of what somebody else did. What one does oneself, here or in another tab, was told where it was done. */
export async function tellOfOthers(client: Client, event: ModelHappening): Promise<void> {
  const { data } = await client.query(ViewerQuery, {}).toPromise();
  if (data && data.viewer.actor.name !== event.actor) notes.add(eventInWords(event));
}
