import type { Metadata } from "next";
import { NewRunScreen } from "../../../features/training/NewRunScreen.tsx";
import { TrainableDocument, TrainingSettingsDocument } from "../../../gql/graphql.ts";
import { FirstView } from "../../../graphql/FirstView.tsx";
import { first, readFirst } from "../../../graphql/read-first.ts";

export const metadata: Metadata = { title: "New training" };

export default async function NewRunPage() {
  return (
    <FirstView seeds={await readFirst(first(TrainableDocument, {}), first(TrainingSettingsDocument, {}))}>
      <NewRunScreen />
    </FirstView>
  );
}
