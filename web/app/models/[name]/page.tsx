import type { Metadata } from "next";
import { ModelScreen } from "../../../features/models/ModelScreen.tsx";
import {
  ModelDocument,
  ProposalsWaitingDocument,
  TrainFormDocument,
  TrainingSettingsDocument,
} from "../../../gql/graphql.ts";
import { FirstView } from "../../../graphql/FirstView.tsx";
import { first, readFirst } from "../../../graphql/read-first.ts";

type Props = { params: Promise<{ name: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) };
}

export default async function ModelPage({ params }: Props) {
  const name = decodeURIComponent((await params).name);
  const seeds = await readFirst(
    first(ModelDocument, { name }),
    first(ProposalsWaitingDocument, { model: name }),
    first(TrainFormDocument, { model: name }),
    first(TrainingSettingsDocument, {}),
  );
  return (
    <FirstView seeds={seeds}>
      <ModelScreen name={name} />
    </FirstView>
  );
}
