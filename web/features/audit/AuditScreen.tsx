"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { Page } from "../shell/Page.tsx";
import { AuditFilterForm } from "./AuditFilterForm.tsx";
import { AuditPages } from "./AuditPages.tsx";
import { addressOf, filterOf } from "./audit-filter.ts";
import { ExportButtons } from "./ExportButtons.tsx";
import { VerifyButton } from "./VerifyButton.tsx";

/** Everything that was done, refused or failed, by anyone through any door. The address holds the filter. */
export function AuditScreen() {
  return (
    <Page
      title="Audit log"
      lead="Everything that was done, refused or failed, and the message that caused it. Each entry is chained to the one before."
      actions={<VerifyButton />}
    >
      <FilteredLog />
    </Page>
  );
}

function FilteredLog() {
  const router = useRouter();
  const filter = filterOf(useSearchParams());
  const address = addressOf(filter);
  return (
    <>
      <AuditFilterForm key={`form ${address}`} filter={filter} onFilter={(next) => router.push(addressOf(next))} />
      <ExportButtons key={`export ${address}`} filter={filter} />
      <AuditPages key={address} filter={filter} />
    </>
  );
}
