"use client";

import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import styles from "./settings.module.css";
import { WebhookRow } from "./WebhookRow.tsx";

const WebhooksQuery = operation(
  graphql(`
    query Webhooks {
      webhooks {
        id
        ...WebhookRow_webhook
      }
    }
  `),
);

const CreateWebhookMutation = operation(
  graphql(`
    mutation CreateWebhook($url: String!) {
      createWebhook(url: $url) {
        __typename
        ... on WebhookCreated {
          secret
          webhook {
            id
          }
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

/** Other systems that are told of what changes, and how that goes. */
export function Webhooks() {
  const [{ data, error }, refetch] = useQuery({ query: WebhooksQuery, requestPolicy: "cache-and-network" });
  const again = () => refetch({ requestPolicy: "network-only" });
  return (
    <Card title="Webhooks">
      <div className={styles.stack}>
        <p className={styles.muted}>
          Each is sent what changes in the registry, by POST, signed as standardwebhooks.com has it, and tried again
          when that fails.
        </p>
        {data ? (
          data.webhooks.map((webhook) => <WebhookRow key={webhook.id} webhook={webhook} onChange={again} />)
        ) : error ? (
          <FailureNotice error={error} refetch={refetch} />
        ) : (
          <Spinner label="Reading the webhooks" />
        )}
        <NewWebhook onCreated={again} />
      </div>
    </Card>
  );
}

function NewWebhook({ onCreated }: { onCreated: () => void }) {
  const [{ fetching }, create] = useMutation(CreateWebhookMutation);
  const [url, setUrl] = useState("");
  const [problem, setProblem] = useState<string>();
  const [secret, setSecret] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data, error } = await create({ url });
    const result = data?.createWebhook;
    if (result?.__typename !== "WebhookCreated") {
      setProblem(error ? failureText(error) : (result?.message ?? "Nothing came of it. Try again."));
      return;
    }
    setProblem(undefined);
    setSecret(result.secret);
    setUrl("");
    onCreated();
  };
  return (
    <form className={styles.stack} onSubmit={submit}>
      <div aria-live="polite">
        {secret && (
          <Notice tone="good">
            It is made. What is sent is signed with <code>{secret}</code> Keep it now: it is not shown again.
          </Notice>
        )}
      </div>
      <Field label="Address of a new webhook" problem={problem}>
        {(ids) => (
          <input
            {...ids}
            className={inputClass}
            type="url"
            required
            placeholder="https://"
            value={url}
            onChange={({ target }) => setUrl(target.value)}
          />
        )}
      </Field>
      <div>
        <Button type="submit" small busy={fetching}>
          Create it
        </Button>
      </div>
    </form>
  );
}
