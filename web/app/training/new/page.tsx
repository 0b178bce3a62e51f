import type { Metadata } from "next";
import { NewRunScreen } from "../../../features/training/NewRunScreen.tsx";

export const metadata: Metadata = { title: "New training" };

export default function NewRunPage() {
  return <NewRunScreen />;
}
