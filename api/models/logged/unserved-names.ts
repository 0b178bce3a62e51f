import { type Database, Prisma, type Transaction } from "../../platform/database.ts";

/** A name that was taken for a model of which no version came yet. */
export interface UnservedName {
  name: string;
  /** What is missing and what to do, in sentences. */
  why: string;
  /** When the name was taken. */
  since: Date;
}

/** Those that a list tells; by name. */
const mostTold = 1_000;

/** The names that are reserved, or that one; with the reason why the last version that was to be registered was refused. */
export async function unservedNames(on: Database | Transaction, name?: string): Promise<UnservedName[]> {
  const named = name === undefined ? Prisma.sql`TRUE` : Prisma.sql`r.name = ${name}`;
  const rows = await on.$queryRaw<{ name: string; since: Date; refusal: string | null }[]>`
    SELECT r.name, r.created_at AS since, (
      SELECT a.details->>'reason' FROM audit_event a
      WHERE a.subject = r.name AND a.action = 'registerLogged' AND a.outcome = 'REFUSED' AND a.at >= r.created_at
      ORDER BY a.seq DESC LIMIT 1) AS refusal
    FROM reserved_model r WHERE ${named} ORDER BY r.name COLLATE "C" LIMIT ${mostTold}`;
  return rows.map(({ name, since, refusal }) => ({ name, since, why: whyUnserved(name, refusal) }));
}

function whyUnserved(name: string, refusal: string | null): string {
  if (refusal !== null) return `No version of it is registered: the last one that was to be was refused. ${refusal}`;
  return `No version of it is registered yet. Log an ONNX model with a signature: mlflow.onnx.log_model(…, registered_model_name="${name}").`;
}
