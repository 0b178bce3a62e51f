"use client";

import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import styles from "./audit.module.css";

const VerifyQuery = operation(
  graphql(`
    query VerifyAuditLog {
      verifyAuditLog {
        valid
        checked
        brokenAt
        reason
        headHash
      }
    }
  `),
);

/** Has the server walk the chain, and says whether it is whole. */
export function VerifyButton() {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ tone: "good" | "bad"; text: string }>();
  const verify = async () => {
    setBusy(true);
    setOutcome(undefined);
    const { data, error } = await client.query(VerifyQuery, {}, { requestPolicy: "network-only" }).toPromise();
    setBusy(false);
    const result = data?.verifyAuditLog;
    if (error) setOutcome({ tone: "bad", text: failureText(error) });
    else if (result?.valid) {
      setOutcome({
        tone: "good",
        text: `The chain is whole: ${result.checked} entries, head ${result.headHash.slice(0, 12)}.`,
      });
    } else if (result) {
      setOutcome({ tone: "bad", text: `The chain is broken at entry ${result.brokenAt}. ${result.reason ?? ""}` });
    }
  };
  return (
    <div className={styles.bar}>
      {outcome && <Notice tone={outcome.tone}>{outcome.text}</Notice>}
      <Button busy={busy} onClick={verify}>
        Verify
      </Button>
    </div>
  );
}
