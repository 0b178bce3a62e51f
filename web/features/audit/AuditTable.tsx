import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Card } from "../../ui/Card.tsx";
import { AuditEventTable } from "./AuditEventTable.tsx";

export const AuditTable_card = graphql(`
  fragment AuditTable_card on AuditTable {
    events {
      id
      ...AuditEventTable_event
    }
  }
`);

/** The part of the audit log that a question was about. */
export function AuditTable(props: { card: FragmentType<typeof AuditTable_card> }) {
  const { events } = readFragment(AuditTable_card, props.card);
  if (events.length === 0) return null;
  return (
    <Card title="Audit log" flush>
      <AuditEventTable events={events} />
    </Card>
  );
}
