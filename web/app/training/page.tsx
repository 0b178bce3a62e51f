import type { Metadata } from "next";
import { RunsScreen } from "../../features/training/RunsScreen.tsx";

export const metadata: Metadata = { title: "Training" };

export default function TrainingPage() {
  return <RunsScreen />;
}
