import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Table } from "../../ui/Table.tsx";
import { AuditEventRow, auditColumns } from "./AuditEventRow.tsx";

export const AuditEventTable_event = graphql(`
  fragment AuditEventTable_event on AuditEvent {
    id
    ...AuditEventRow_event
  }
`);

/** Who did what to which model, newest first as given. */
export function AuditEventTable({ events }: { events: readonly FragmentType<typeof AuditEventTable_event>[] }) {
  return (
    <Table caption="Audit events" head={auditColumns} stacks>
      {readFragment(AuditEventTable_event, events).map((event) => (
        <AuditEventRow key={event.id} event={event} />
      ))}
    </Table>
  );
}
