import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LoggedModelScreen } from "../../../../../features/tracking/LoggedModelScreen.tsx";
import { LoggedModelDocument, type LoggedModelQuery } from "../../../../../gql/graphql.ts";
import { FirstView } from "../../../../../graphql/FirstView.tsx";
import { first, readFirst, seedOf } from "../../../../../graphql/read-first.ts";

export const metadata: Metadata = { title: "Logged model" };

type Props = { params: Promise<{ modelId: string }> };

export default async function LoggedModelPage({ params }: Props) {
  const id = decodeURIComponent((await params).modelId);
  const model = first(LoggedModelDocument, { id });
  const seeds = await readFirst(model);
  if (seedOf<LoggedModelQuery>(model, seeds)?.loggedModel === null) notFound();
  return (
    <FirstView seeds={seeds}>
      <LoggedModelScreen id={id} />
    </FirstView>
  );
}
