import type { Metadata } from "next";

export const metadata: Metadata = { title: "Chat" };

export default function ThreadPage() {
  return null;
}
