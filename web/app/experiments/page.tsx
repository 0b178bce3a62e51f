import type { Metadata } from "next";
import { ExperimentsScreen } from "../../features/tracking/ExperimentsScreen.tsx";
import { ExperimentsDocument } from "../../gql/graphql.ts";
import { FirstView } from "../../graphql/FirstView.tsx";
import { first, readFirst } from "../../graphql/read-first.ts";

export const metadata: Metadata = { title: "Experiments" };

export default async function ExperimentsPage() {
  return (
    <FirstView seeds={await readFirst(first(ExperimentsDocument, { after: null }))}>
      <ExperimentsScreen />
    </FirstView>
  );
}
