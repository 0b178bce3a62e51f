"use client";

import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { Card } from "../../ui/Card.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import { Time } from "../../ui/Time.tsx";
import styles from "./models.module.css";

const ProductionThenQuery = operation(
  graphql(`
    query ProductionThen($model: String!, $at: DateTime!) {
      productionAt(model: $model, at: $at) {
        id
        version
      }
      modelHistory(model: $model, until: $at, first: 200) {
        nodes {
          id
          to
          version
          actor
          at
          message
          comment
        }
      }
    }
  `),
);

/** What was in production on a day, and who had brought it there. */
export function ProductionThen({ model }: { model: string }) {
  const [typed, setTyped] = useState("");
  const at = typed === "" ? undefined : new Date(typed);
  const asked = at !== undefined && !Number.isNaN(at.getTime());
  const [{ data, error, fetching }] = useQuery({
    query: ProductionThenQuery,
    variables: { model, at: asked ? at.toISOString() : "" },
    pause: !asked,
    requestPolicy: "network-only",
  });
  const then = data?.productionAt;
  const change =
    then && data.modelHistory.nodes.find(({ to, version }) => to === "PRODUCTION" && version === then.version);
  return (
    <Card title="In production then">
      <div className={styles.stack}>
        <Field label="As of" hint="In your time.">
          {(ids) => (
            <input
              {...ids}
              type="datetime-local"
              className={inputClass}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <output className={styles.muted}>
          {!asked || fetching ? null : error ? (
            failureText(error)
          ) : !then ? (
            "No version was in production then."
          ) : (
            <>
              Version {then.version} was in production
              {change && (
                <>
                  , since <Time at={change.at} /> by {change.actor}
                  {change.message && (
                    <>
                      , because of “<bdi>{change.message}</bdi>”
                    </>
                  )}
                  {change.comment && (
                    <>
                      {" "}
                      (“<bdi>{change.comment}</bdi>”)
                    </>
                  )}
                </>
              )}
              .
            </>
          )}
        </output>
      </div>
    </Card>
  );
}
