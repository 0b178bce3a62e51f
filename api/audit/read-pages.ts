import { type Database, readText } from "../platform/database.ts";

/** Which events: those after a seq up to another. */
export interface PageRange {
  after: bigint;
  upTo: bigint;
}

/** Between columns, and between events. A value may hold them too: then the parts are too many, and the page is read the other way. */
export const columnMark = "\u001f";
export const eventMark = "\u001e";
/** Before a value of a column that may be null; a null is empty. */
export const valueMark = "+";

/** Events in few bytes and little work for the database: the columns that the hash covers in its order (chain.ts), and the hash. */
export async function readQuickly(database: Database, { after, upTo }: PageRange): Promise<string> {
  const read = await readText(
    database,
    `SELECT string_agg(concat_ws($1::text, seq, id, at AT TIME ZONE 'UTC', actor_id, actor_name, action, outcome, subject,
       coalesce('+' || version, ''), summary, details, coalesce('+' || before::text, ''), coalesce('+' || after::text, ''),
       coalesce('+' || thread_id, ''), coalesce('+' || turn_id, ''), coalesce('+' || message, ''), request_id, previous_hash, hash),
       $2::text ORDER BY seq)
     FROM audit_event WHERE seq > $3 AND seq <= $4`,
    [columnMark, eventMark, after, upTo],
  );
  return read ?? "";
}

/** The same as a JSON array a line, whatever the values hold: several times the work. */
export async function readExactly(database: Database, { after, upTo }: PageRange): Promise<string> {
  const [read] = await database.$queryRaw<{ page: string | null }[]>`
    SELECT string_agg(json_build_array(
      seq::text, id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), actor_id, actor_name, action, outcome, subject,
      version, summary, details, before, after, thread_id, turn_id, message, request_id, previous_hash, hash)::text, E'\n' ORDER BY seq)
      AS page
    FROM audit_event WHERE seq > ${after} AND seq <= ${upTo}`;
  return read?.page ?? "";
}
