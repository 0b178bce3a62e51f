import type { Metadata } from "next";
import { SettingsScreen } from "../../features/settings/SettingsScreen.tsx";
import { ViewerDocument } from "../../gql/graphql.ts";
import { FirstView } from "../../graphql/FirstView.tsx";
import { first, readFirst } from "../../graphql/read-first.ts";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  return (
    <FirstView seeds={await readFirst(first(ViewerDocument, {}))}>
      <SettingsScreen />
    </FirstView>
  );
}
