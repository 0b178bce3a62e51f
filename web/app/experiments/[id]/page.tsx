import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ExperimentScreen } from "../../../features/tracking/ExperimentScreen.tsx";
import { runsOfAddress } from "../../../features/tracking/runs-of-address.ts";
import { ExperimentDocument, type ExperimentQuery } from "../../../gql/graphql.ts";
import { FirstView } from "../../../graphql/FirstView.tsx";
import { first, readFirst, seedOf } from "../../../graphql/read-first.ts";
import { parametersOf, type SearchParams } from "../../address.ts";

export const metadata: Metadata = { title: "Experiment" };

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function ExperimentPage({ params, searchParams }: Props) {
  const id = decodeURIComponent((await params).id);
  const experiment = first(ExperimentDocument, runsOfAddress(id, await parametersOf(searchParams)));
  const seeds = await readFirst(experiment);
  if (seedOf<ExperimentQuery>(experiment, seeds)?.experiment === null) notFound();
  return (
    <FirstView seeds={seeds}>
      <ExperimentScreen id={id} />
    </FirstView>
  );
}
