import type { Metadata } from "next";
import { RunsScreen } from "../../features/training/RunsScreen.tsx";
import { runsVariables } from "../../features/training/runs-variables.ts";
import { RunsDocument, TrainedModelsDocument } from "../../gql/graphql.ts";
import { FirstView } from "../../graphql/FirstView.tsx";
import { first, readFirst } from "../../graphql/read-first.ts";
import { parametersOf, type SearchParams } from "../address.ts";

export const metadata: Metadata = { title: "Training" };

export default async function TrainingPage({ searchParams }: { searchParams: SearchParams }) {
  const model = (await parametersOf(searchParams)).get("model") ?? "";
  const runs = first(RunsDocument, runsVariables(model));
  return (
    <FirstView seeds={await readFirst(runs, first(TrainedModelsDocument, {}))}>
      <RunsScreen />
    </FirstView>
  );
}
