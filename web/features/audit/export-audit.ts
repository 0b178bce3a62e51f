import type { AuditExportQueryVariables, AuditExportQuery as ExportedPage } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { csvLine } from "./csv.ts";
import { planDigestOf } from "./plan-digest.ts";

export const AuditExportQuery = operation(
  graphql(`
  query AuditExport(
    $after: String
    $subject: String
    $actor: String
    $action: AuditAction
    $outcome: AuditOutcome
    $since: DateTime
    $until: DateTime
  ) {
    auditLog(
      first: 500
      after: $after
      subject: $subject
      actor: $actor
      action: $action
      outcome: $outcome
      since: $since
      until: $until
    ) {
      nodes {
        seq
        id
        at
        actor {
          id
          name
        }
        action
        outcome
        subject
        version
        summary
        message
        answer
        threadId
        turnId
        requestId
        details
        before
        after
        previousHash
        hash
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

type Node = ExportedPage["auditLog"]["nodes"][number];
export type ExportFormat = "csv" | "json";

/** Reads a page. @throws {Error} with a sentence for a person */
export type ReadPage = (variables: AuditExportQueryVariables) => Promise<ExportedPage["auditLog"]>;

const columns = {
  seq: ({ seq }) => seq,
  at: ({ at }) => at,
  actor_id: ({ actor }) => actor.id,
  actor: ({ actor }) => actor.name,
  action: ({ action }) => action,
  outcome: ({ outcome }) => outcome,
  subject: ({ subject }) => subject,
  version: ({ version }) => version,
  summary: ({ summary }) => summary,
  message: ({ message }) => message,
  answer: ({ answer }) => answer,
  thread_id: ({ threadId }) => threadId,
  turn_id: ({ turnId }) => turnId,
  request_id: ({ requestId }) => requestId,
  plan_digest: ({ details }) => planDigestOf(details),
  details: ({ details }) => details,
  before: ({ before }) => before,
  after: ({ after }) => after,
  previous_hash: ({ previousHash }) => previousHash,
  hash: ({ hash }) => hash,
} satisfies Record<string, (event: Node) => unknown>;

/**
 * The log's events that a filter lets through as the text of a file, the newest first, a page at a time: no more than one page is in
 * memory. What is added meanwhile is not in it.
 */
export async function* auditFile(
  format: ExportFormat,
  filter: AuditExportQueryVariables,
  read: ReadPage,
  onPage: (done: number, total: number) => void = () => {},
): AsyncGenerator<string> {
  yield format === "csv" ? csvLine(Object.keys(columns)) : "[";
  let done = 0;
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo, totalCount }: Awaited<ReturnType<ReadPage>> = await read({ ...filter, after });
    yield nodes.map((event, index) => entry(format, event, done + index === 0)).join("");
    done += nodes.length;
    onPage(done, totalCount);
    if (!pageInfo.hasNextPage || !pageInfo.endCursor) break;
    after = pageInfo.endCursor;
  }
  if (format === "json") yield "\n]\n";
}

function entry(format: ExportFormat, event: Node, first: boolean): string {
  if (format === "csv") return csvLine(Object.values(columns).map((told) => told(event)));
  return `${first ? "" : ","}\n${JSON.stringify(event)}`;
}
