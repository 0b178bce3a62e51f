import type { PendingStatus } from "../../gql/graphql.ts";
import { Notice } from "../../ui/Notice.tsx";

const sentences: Record<Exclude<PendingStatus, "OPEN">, string> = {
  ANSWERED: "This was answered.",
  CANCELLED: "This was cancelled. Nothing was done.",
  SUPERSEDED: "A later request took this one's place.",
  EXPIRED: "This was not answered in time. Ask again if you still want it.",
};

/** Why a question can't be answered (any more). */
export function ClosedNotice({ status }: { status: PendingStatus }) {
  return status === "OPEN" ? null : <Notice>{sentences[status]}</Notice>;
}
