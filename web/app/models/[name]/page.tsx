import type { Metadata } from "next";
import { ModelScreen } from "../../../features/models/ModelScreen.tsx";

type Props = { params: Promise<{ name: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) };
}

export default async function ModelPage({ params }: Props) {
  return <ModelScreen name={decodeURIComponent((await params).name)} />;
}
