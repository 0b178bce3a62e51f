import { useState } from "react";
import { type CombinedError, useMutation } from "urql";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Table } from "../../ui/Table.tsx";
import { Time } from "../../ui/Time.tsx";
import { deliveryInWords } from "./delivery-words.ts";
import styles from "./settings.module.css";

export const WebhookRow_webhook = graphql(`
  fragment WebhookRow_webhook on Webhook {
    id
    url
    active
    inactiveReason
    deliveries(first: 10) {
      nodes {
        id
        event
        status
        attempts
        responseCode
        error
        createdAt
      }
    }
  }
`);

const TestMutation = operation(
  graphql(`
    mutation TestWebhook($id: ID!) {
      testWebhook(id: $id) {
        __typename
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

const DeleteMutation = operation(
  graphql(`
    mutation DeleteWebhook($id: ID!) {
      deleteWebhook(id: $id) {
        __typename
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

const RedeliverMutation = operation(
  graphql(`
    mutation Redeliver($deliveryId: ID!) {
      redeliverWebhook(deliveryId: $deliveryId) {
        __typename
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

interface Answer {
  error?: CombinedError | undefined;
  data?: Record<string, unknown> | undefined;
}

/** A webhook, what can be done with it, and how its newest deliveries went. */
export function WebhookRow(props: { webhook: FragmentType<typeof WebhookRow_webhook>; onChange: () => void }) {
  const { id, url, active, inactiveReason, deliveries } = readFragment(WebhookRow_webhook, props.webhook);
  const [, test] = useMutation(TestMutation);
  const [, remove] = useMutation(DeleteMutation);
  const [, redeliver] = useMutation(RedeliverMutation);
  const [problem, setProblem] = useState<string>();
  const [sure, setSure] = useState(false);
  const act = async (asked: Promise<Answer>) => {
    const { data, error } = await asked;
    setProblem(error ? failureText(error) : messageIn(Object.values(data ?? {})[0]));
    props.onChange();
  };
  return (
    <section className={styles.stack} aria-label={url}>
      <p className={styles.address}>
        <code>{url}</code>
      </p>
      {!active && <Notice tone="warn">It is off. {inactiveReason}</Notice>}
      {problem && <Notice tone="bad">{problem}</Notice>}
      <div className={styles.actions}>
        <Button small onClick={() => act(test({ id }))}>
          Send a test
        </Button>
        <Button small onClick={props.onChange}>
          Look again
        </Button>
        <Button small look={sure ? "danger" : "plain"} onClick={() => (sure ? act(remove({ id })) : setSure(true))}>
          {sure ? "Delete it, with its log" : "Delete"}
        </Button>
      </div>
      {deliveries.nodes.length > 0 && (
        <Table caption={`Newest deliveries to ${url}`} head={["Event", "How it went", "When", "Again"]}>
          {deliveries.nodes.map((delivery) => (
            <tr key={delivery.id}>
              <th scope="row">{delivery.event}</th>
              <td>{deliveryInWords(delivery)}</td>
              <td>
                <Time at={delivery.createdAt} />
              </td>
              <td>
                {delivery.status !== "PENDING" && active && (
                  <Button
                    small
                    aria-label={`Deliver ${delivery.event} again`}
                    onClick={() => act(redeliver({ deliveryId: delivery.id }))}
                  >
                    Again
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

/** Of a refusal. */
function messageIn(result: unknown): string | undefined {
  if (typeof result !== "object" || result === null || !("message" in result)) return undefined;
  return String(result.message);
}
