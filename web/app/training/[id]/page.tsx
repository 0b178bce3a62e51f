import type { Metadata } from "next";
import { RunScreen } from "../../../features/training/RunScreen.tsx";

export const metadata: Metadata = { title: "Training run" };

type Props = { params: Promise<{ id: string }> };

export default async function RunPage({ params }: Props) {
  return <RunScreen id={decodeURIComponent((await params).id)} />;
}
