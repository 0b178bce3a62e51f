import type { Metadata } from "next";
import { PreloadConversation } from "../../../../features/chat/PreloadConversation.tsx";

/** ThreadView gives the title, which is the conversation's own. */
export const metadata: Metadata = { title: null };

export default function ThreadPage() {
  return <PreloadConversation />;
}
