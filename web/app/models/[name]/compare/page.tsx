import type { Metadata } from "next";
import { CompareScreen } from "../../../../features/models/CompareScreen.tsx";
import { versionsOf } from "../../../../features/models/comparison.ts";
import { CompareDocument } from "../../../../gql/graphql.ts";
import { FirstView } from "../../../../graphql/FirstView.tsx";
import { first, readFirst } from "../../../../graphql/read-first.ts";
import { parametersOf, type SearchParams } from "../../../address.ts";

type Props = { params: Promise<{ name: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${decodeURIComponent((await params).name)}: versions compared` };
}

export default async function ComparePage({ params, searchParams }: Props) {
  const name = decodeURIComponent((await params).name);
  const versions = versionsOf((await parametersOf(searchParams)).get("versions"));
  return (
    <FirstView seeds={await readFirst(first(CompareDocument, { model: name, versions }))}>
      <CompareScreen name={name} />
    </FirstView>
  );
}
