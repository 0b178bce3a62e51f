"use client";

import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import { headlineMetric, sentenceCase } from "../../ui/format.ts";
import { Link } from "../../ui/Link.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { Page } from "../shell/Page.tsx";
import styles from "./models.module.css";

const ModelsQuery = operation(
  graphql(`
    query Models($first: Int!, $search: String) {
      models(first: $first, search: $search) {
        totalCount
        nodes {
          id
          name
          description
          task
          production {
            id
            version
            metrics {
              name
              value
              split
            }
          }
          versions(first: 1) {
            totalCount
            nodes {
              id
              version
              stage
            }
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  `),
);

const pageSize = 24;
const mostShown = 100;

/** All registered models. */
export function ModelsScreen() {
  const [search, setSearch] = useState("");
  const [first, setFirst] = useState(pageSize);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: ModelsQuery,
    variables: { first, search: search.trim() || null },
    requestPolicy: "cache-and-network",
  });
  const models = data?.models.nodes ?? [];
  return (
    <Page title="Models" lead="Every registered model, with what answers predictions now.">
      <search>
        <Field label="Search by name">
          {(ids) => (
            <input
              {...ids}
              type="search"
              className={inputClass}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          )}
        </Field>
      </search>
      {error && (
        <Notice
          tone="bad"
          action={
            <Button small onClick={() => refetch({ requestPolicy: "network-only" })}>
              Try again
            </Button>
          }
        >
          {failureText(error)}
        </Notice>
      )}
      {!data && fetching && <Spinner label="Reading the models" />}
      {data && models.length === 0 && (
        <Notice>
          {search ? (
            "No model has such a name."
          ) : (
            <>
              No model has been trained yet. <Link href="/">Begin in the chat</Link>, for example with “train the
              titanic model”.
            </>
          )}
        </Notice>
      )}
      <ul className={styles.list}>
        {models.map((model) => {
          const measure = model.production && headlineMetric(model.production.metrics);
          const newest = model.versions.nodes[0];
          return (
            <li key={model.id}>
              <Card
                title={<Link href={`/models/${encodeURIComponent(model.name)}`}>{model.name}</Link>}
                aside={
                  model.production ? (
                    <Badge tone="good">v{model.production.version} in production</Badge>
                  ) : (
                    <Badge tone={newest?.stage === "CANDIDATE" ? "accent" : "neutral"}>
                      {newest?.stage === "CANDIDATE" ? `v${newest.version} waits to be promoted` : "not in production"}
                    </Badge>
                  )
                }
              >
                <div className={styles.stack}>
                  <p>{model.description}</p>
                  <p className={styles.muted}>
                    {sentenceCase(model.task)} · {model.versions.totalCount}{" "}
                    {model.versions.totalCount === 1 ? "version" : "versions"}
                    {measure && ` · ${measure}`}
                  </p>
                </div>
              </Card>
            </li>
          );
        })}
      </ul>
      {data?.models.pageInfo.hasNextPage && first < mostShown && (
        <div>
          <Button busy={fetching} onClick={() => setFirst(mostShown)}>
            Show more
          </Button>
        </div>
      )}
    </Page>
  );
}
