import type { ReactNode } from "react";
import { ChatScreen } from "../../features/chat/ChatScreen.tsx";

/** One screen for all conversations: it stays when a new one gets its address. The pages below only give the addresses. */
export default function ChatLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <ChatScreen />
      {children}
    </>
  );
}
