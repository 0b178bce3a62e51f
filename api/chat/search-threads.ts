import type { Prisma } from "../../prisma/client/client.ts";
import type { Actor } from "../identity/actor.ts";
import { storableText } from "../platform/storable.ts";

/** More than this narrows nothing: each word is looked for in every message of the actor's. */
const mostWords = 8;

/** Where-clause of an actor's conversations; with `search` those in which each of its words stands: in the title, a message or a reply. */
export function ownThreads(actor: Actor, search?: string | null): Prisma.ThreadWhereInput {
  const words = storableText(search ?? "", 200)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, mostWords);
  return { actorId: actor.id, AND: words.map(standsIn) };
}

function standsIn(word: string): Prisma.ThreadWhereInput {
  // % and _ are wildcards of LIKE, which nobody means by a word.
  const contains = { contains: word.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const };
  return { OR: [{ title: contains }, { turns: { some: { OR: [{ message: contains }, { content: contains }] } } }] };
}
