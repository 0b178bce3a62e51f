"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { type FormEvent, Suspense } from "react";
import { Button } from "../../ui/Button.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import { Page } from "../shell/Page.tsx";
import { AuditPages } from "./AuditPages.tsx";
import styles from "./audit.module.css";
import { VerifyButton } from "./VerifyButton.tsx";

/** Everything that was done, refused or failed, by anyone through any door. The address holds the filter. */
export function AuditScreen() {
  return (
    <Page
      title="Audit log"
      lead="Everything that was done, refused or failed, and the message that caused it. Each entry is chained to the one before."
      actions={<VerifyButton />}
    >
      <Suspense>
        <FilteredLog />
      </Suspense>
    </Page>
  );
}

function FilteredLog() {
  const router = useRouter();
  const parameters = useSearchParams();
  const subject = parameters.get("subject") ?? "";
  const actor = parameters.get("actor") ?? "";
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const filter = new URLSearchParams();
    for (const name of ["subject", "actor"]) {
      const text = String(form.get(name) ?? "").trim();
      if (text) filter.set(name, text);
    }
    router.push(filter.size > 0 ? `/audit?${filter}` : "/audit");
  };
  return (
    <>
      <form className={styles.filters} onSubmit={submit} key={`${subject}/${actor}`}>
        <Field label="Subject (a model's name)">
          {(ids) => <input {...ids} name="subject" className={inputClass} defaultValue={subject} />}
        </Field>
        <Field label="Actor">
          {(ids) => <input {...ids} name="actor" className={inputClass} defaultValue={actor} />}
        </Field>
        <div className={styles.bar}>
          <Button type="submit">Filter</Button>
          {(subject || actor) && (
            <Button look="quiet" onClick={() => router.push("/audit")}>
              Show all
            </Button>
          )}
        </div>
      </form>
      <AuditPages key={`${subject}/${actor}`} subject={subject} actor={actor} />
    </>
  );
}
