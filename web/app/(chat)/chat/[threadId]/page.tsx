import type { Metadata } from "next";

/** ThreadView gives the title, which is the conversation's own. */
export const metadata: Metadata = { title: null };

export default function ThreadPage() {
  return null;
}
