import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ModelScreen } from "../../../features/models/ModelScreen.tsx";
import { versionListOf, versionsVariables } from "../../../features/models/version-list.ts";
import {
  ModelDocument,
  type ModelQuery,
  ProposalsWaitingDocument,
  TrainFormDocument,
  TrainingSettingsDocument,
  VersionsDocument,
} from "../../../gql/graphql.ts";
import { FirstView } from "../../../graphql/FirstView.tsx";
import { first, readFirst, seedOf } from "../../../graphql/read-first.ts";
import { parametersOf, type SearchParams } from "../../address.ts";

type Props = { params: Promise<{ name: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) };
}

export default async function ModelPage({ params, searchParams }: Props) {
  const name = decodeURIComponent((await params).name);
  const list = versionListOf(await parametersOf(searchParams));
  const model = first(ModelDocument, { name });
  const seeds = await readFirst(
    model,
    first(VersionsDocument, versionsVariables(name, list)),
    first(ProposalsWaitingDocument, { model: name }),
    first(TrainFormDocument, { model: name }),
    first(TrainingSettingsDocument, {}),
  );
  // Known before the page begins, so that its status can say it; what could not be read yet is told by the page.
  if (seedOf<ModelQuery>(model, seeds)?.model === null) notFound();
  return (
    <FirstView seeds={seeds}>
      <ModelScreen name={name} />
    </FirstView>
  );
}
