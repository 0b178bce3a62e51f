import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LoggedRunScreen } from "../../../../../features/tracking/LoggedRunScreen.tsx";
import { LoggedRunDocument, type LoggedRunQuery } from "../../../../../gql/graphql.ts";
import { FirstView } from "../../../../../graphql/FirstView.tsx";
import { first, readFirst, seedOf } from "../../../../../graphql/read-first.ts";

export const metadata: Metadata = { title: "Run" };

type Props = { params: Promise<{ runId: string }> };

export default async function LoggedRunPage({ params }: Props) {
  const id = decodeURIComponent((await params).runId);
  const run = first(LoggedRunDocument, { id });
  const seeds = await readFirst(run);
  if (seedOf<LoggedRunQuery>(run, seeds)?.loggedRun === null) notFound();
  return (
    <FirstView seeds={seeds}>
      <LoggedRunScreen id={id} />
    </FirstView>
  );
}
