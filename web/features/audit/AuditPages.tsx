"use client";

import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { AuditEventTable } from "./AuditEventTable.tsx";
import styles from "./audit.module.css";
import { type AuditFilter, auditPageVariables } from "./audit-filter.ts";

const AuditLogQuery = operation(
  graphql(`
    query AuditLog(
      $first: Int!
      $after: String
      $subject: String
      $actor: String
      $action: AuditAction
      $outcome: AuditOutcome
      $since: DateTime
      $until: DateTime
    ) {
      auditLog(
        first: $first
        after: $after
        subject: $subject
        actor: $actor
        action: $action
        outcome: $outcome
        since: $since
        until: $until
      ) {
        nodes {
          id
          ...AuditEventTable_event
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
);

/** The log, a page at a time, as many as were asked for. */
export function AuditPages({ filter }: { filter: AuditFilter }) {
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  return cursors.map((after, index) => (
    <AuditLogPage
      key={after ?? "first"}
      after={after}
      filter={filter}
      onMore={index === cursors.length - 1 ? (next) => setCursors((all) => [...all, next]) : undefined}
    />
  ));
}

function AuditLogPage(props: {
  after: string | null;
  filter: AuditFilter;
  onMore: ((cursor: string) => void) | undefined;
}) {
  const { after, filter, onMore } = props;
  const [{ data, error, fetching }, refetch] = useQuery({
    query: AuditLogQuery,
    variables: auditPageVariables(filter, after),
    requestPolicy: "cache-and-network",
  });
  if (error) {
    return <FailureNotice error={error} refetch={refetch} />;
  }
  if (!data) return fetching ? <Spinner label="Reading the log" /> : null;
  const { nodes, pageInfo, totalCount } = data.auditLog;
  const { endCursor } = pageInfo;
  if (nodes.length === 0) {
    return (
      <Notice>
        {Object.values(filter).some(Boolean) ? "Nothing matches this filter." : "Nothing has been done yet."}
      </Notice>
    );
  }
  return (
    <Card title={after ? "Earlier" : `${totalCount} ${totalCount === 1 ? "entry" : "entries"}`} flush>
      <AuditEventTable events={nodes} />
      {onMore && pageInfo.hasNextPage && endCursor && (
        <div className={styles.more}>
          <Button small onClick={() => onMore(endCursor)}>
            Show earlier entries
          </Button>
        </div>
      )}
    </Card>
  );
}
