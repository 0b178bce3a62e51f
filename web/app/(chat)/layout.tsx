import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ChatScreen } from "../../features/chat/ChatScreen.tsx";
import { threadOfPath } from "../../features/chat/thread-of-path.ts";
import { SuggestionsDocument, ThreadDocument } from "../../gql/graphql.ts";
import { turnsAtFirst } from "../../graphql/cache-writes.ts";
import { FirstView } from "../../graphql/FirstView.tsx";
import { first, readFirst } from "../../graphql/read-first.ts";

/** One screen for all conversations: it stays when a new one gets its address. The pages below only give the addresses. */
export default async function ChatLayout({ children }: { children: ReactNode }) {
  // A layout is not told the address; the process that serves it says it in a header.
  const id = threadOfPath((await headers()).get("x-modelwright-path") ?? "/");
  const shown = id ? first(ThreadDocument, { id, last: turnsAtFirst }) : first(SuggestionsDocument, {});
  return (
    <>
      <FirstView seeds={await readFirst(shown)}>
        <ChatScreen />
      </FirstView>
      {children}
    </>
  );
}
