"use client";

import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { checkInWords } from "./check-words.ts";
import styles from "./settings.module.css";

const InterpretQuery = operation(
  graphql(`
    query Interpret($message: String!) {
      interpret(message: $message) {
        source
        fallback
      }
    }
  `),
);

/** Says nothing plainly, so that a language model is asked even where it is asked only when the built-in interpreter is unsure. */
const question = "so, how does the land lie with these things at the moment?";

/** What reads messages, and whether it answers: found out by having a question read that nothing is done about. */
export function InterpreterCheck() {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<{ tone: "good" | "warn" | "bad"; text: string }>();
  const check = async () => {
    setBusy(true);
    const startedAt = performance.now();
    const { data, error } = await client
      .query(InterpretQuery, { message: question }, { requestPolicy: "network-only" })
      .toPromise();
    const tookMs = Math.round(performance.now() - startedAt);
    setBusy(false);
    if (!data) return setFound({ tone: "bad", text: error ? failureText(error) : "The service did not answer." });
    const { tone, text } = checkInWords(data.interpret);
    setFound({ tone, text: `${text} It took ${tookMs} ms.` });
  };
  return (
    <Card title="What reads your messages">
      <div className={styles.stack}>
        <p>
          The built-in interpreter, or a language model in front of it where one is configured. A check has a short
          question read, and nothing is done about it. A language model takes as many tokens for it as for any message.
        </p>
        {found && <Notice tone={found.tone}>{found.text}</Notice>}
        <div>
          <Button busy={busy} onClick={check}>
            Check it now
          </Button>
        </div>
      </div>
    </Card>
  );
}
