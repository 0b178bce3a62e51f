import type { Metadata } from "next";
import { CompareScreen } from "../../../../features/models/CompareScreen.tsx";

type Props = { params: Promise<{ name: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${decodeURIComponent((await params).name)}: versions compared` };
}

export default async function ComparePage({ params }: Props) {
  return <CompareScreen name={decodeURIComponent((await params).name)} />;
}
