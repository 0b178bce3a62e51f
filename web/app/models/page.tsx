import type { Metadata } from "next";
import { ModelsScreen } from "../../features/models/ModelsScreen.tsx";
import { modelFilterOf, modelsVariables } from "../../features/models/model-filter.ts";
import { ModelsDocument, UntrainedModelsDocument, WaitingForApprovalDocument } from "../../gql/graphql.ts";
import { FirstView } from "../../graphql/FirstView.tsx";
import { first, readFirst } from "../../graphql/read-first.ts";
import { parametersOf, type SearchParams } from "../address.ts";

export const metadata: Metadata = { title: "Models" };

export default async function ModelsPage({ searchParams }: { searchParams: SearchParams }) {
  const filter = modelFilterOf(await parametersOf(searchParams));
  const models = first(ModelsDocument, modelsVariables(filter));
  const waiting = first(WaitingForApprovalDocument, { after: null });
  return (
    <FirstView seeds={await readFirst(models, waiting, first(UntrainedModelsDocument, {}))}>
      <ModelsScreen />
    </FirstView>
  );
}
