import type { Metadata } from "next";

/** ThreadView gives the title: two of them would be in each other's way. */
export const metadata: Metadata = { title: null };

export default function NewChatPage() {
  return null;
}
