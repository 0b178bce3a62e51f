import type { Metadata } from "next";
import { AuditScreen } from "../../features/audit/AuditScreen.tsx";
import { auditPageVariables, filterOf } from "../../features/audit/audit-filter.ts";
import { AuditLogDocument } from "../../gql/graphql.ts";
import { FirstView } from "../../graphql/FirstView.tsx";
import { first, readFirst } from "../../graphql/read-first.ts";
import { parametersOf, type SearchParams } from "../address.ts";

export const metadata: Metadata = { title: "Audit log" };

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const filter = filterOf(await parametersOf(searchParams));
  // When a day begins is known where the reader is.
  const isOfDays = filter.from || filter.to;
  const log = isOfDays ? [] : [first(AuditLogDocument, auditPageVariables(filter))];
  return (
    <FirstView seeds={await readFirst(...log)}>
      <AuditScreen />
    </FirstView>
  );
}
