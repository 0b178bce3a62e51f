import type { Metadata } from "next";
import { RunScreen } from "../../../features/training/RunScreen.tsx";
import { RunDocument } from "../../../gql/graphql.ts";
import { FirstView } from "../../../graphql/FirstView.tsx";
import { first, readFirst } from "../../../graphql/read-first.ts";

export const metadata: Metadata = { title: "Training run" };

type Props = { params: Promise<{ id: string }> };

export default async function RunPage({ params }: Props) {
  const id = decodeURIComponent((await params).id);
  return (
    <FirstView seeds={await readFirst(first(RunDocument, { id }))}>
      <RunScreen id={id} />
    </FirstView>
  );
}
