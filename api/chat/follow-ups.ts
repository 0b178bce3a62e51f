import { z } from "zod";
import type { Turn } from "../../prisma/client/client.ts";
import { type InterpretedIntent, intents } from "../language/interpreter.ts";
import { type Database, Prisma, type Transaction } from "../platform/database.ts";
import { evidenceSchema } from "./evidence.ts";
import type { OpenTurn } from "./leases.ts";
import { insertTurn, lockThread } from "./turns.ts";

/** What a message asks for behind a training that it begins: it waits until the run has ended. */
export interface Later {
  runId: string;
  intents: InterpretedIntent[];
}

const problemSchema = z.object({
  slot: z.string(),
  text: z.string(),
  message: z.string(),
  among: z.array(z.number()).optional(),
});

/** Turn.asked: what a turn serves that no message of its own began. */
export const askedSchema = z.object({
  runId: z.string(),
  intents: z.array(
    z.object({
      intent: z.enum(intents),
      confidence: z.number(),
      slots: z.record(z.string(), z.unknown()),
      missing: z.array(z.string()),
      evidence: z.array(evidenceSchema.extend({ value: z.unknown() })),
      problems: z.array(problemSchema),
    }),
  ),
});

/** Keeps what waits for trainings, in the transaction that ends the turn which asked for it. */
export async function keepFollowUps(tx: Transaction, turn: Turn, later: readonly Later[]): Promise<void> {
  if (later.length === 0) return;
  const data = later.map(({ runId, intents: asked }) => ({
    runId,
    threadId: turn.threadId,
    turnId: turn.id,
    intents: asked as unknown as Prisma.InputJsonArray,
  }));
  await tx.followUp.createMany({ data, skipDuplicates: true });
}

/** Drops what waits for trainings in a thread: it was called off, or asked for anew. */
export async function dropFollowUps(tx: Transaction, threadId: string): Promise<void> {
  await tx.followUp.deleteMany({ where: { threadId } });
}

/** Those opened at once: the rest are found by the next look. */
const mostOpened = 20;

/**
 * Opens turns for what waited for trainings that have ended, each once, whoever comes first. A thread in which a question is open or a turn
 * is being served is left alone until that is over: what comes by itself interrupts nobody.
 * @param threadId only of this thread
 */
export async function openFollowUps(database: Database, threadId?: string): Promise<OpenTurn[]> {
  const opened: OpenTurn[] = [];
  for (const { runId, threadId: itsThread } of await findDue(database, threadId ? { threadId } : {})) {
    const turn = await database.$transaction(async (tx) => {
      await lockThread(tx, itsThread);
      // Looked for again behind the lock: a question may have been asked meanwhile, or another process have come first.
      const [due] = await findDue(tx, { runId });
      return due ? openTurnFor(tx, due) : null;
    });
    if (turn) opened.push(turn);
  }
  return opened;
}

type Due = { runId: string; threadId: string };

function findDue(on: Database | Transaction, of: Partial<Due>): Promise<Due[]> {
  const which = of.runId
    ? Prisma.sql`AND waits.run_id = ${of.runId}::uuid`
    : of.threadId
      ? Prisma.sql`AND waits.thread_id = ${of.threadId}::uuid`
      : Prisma.empty;
  return on.$queryRaw<Due[]>`
    SELECT waits.run_id::text AS "runId", waits.thread_id::text AS "threadId"
    FROM follow_up waits JOIN training_run run ON run.id = waits.run_id
    WHERE run.status NOT IN ('QUEUED', 'RUNNING') ${which}
      AND NOT EXISTS (SELECT 1 FROM pending_request asked WHERE asked.thread_id = waits.thread_id
        AND asked.status = 'OPEN' AND (asked.expires_at IS NULL OR asked.expires_at > now()))
      AND NOT EXISTS (SELECT 1 FROM turn WHERE turn.thread_id = waits.thread_id AND turn.status IN ('QUEUED', 'RUNNING'))
    ORDER BY waits.created_at LIMIT ${mostOpened}`;
}

async function openTurnFor(tx: Transaction, { runId, threadId }: Due): Promise<OpenTurn> {
  const { turnId, intents: later } = await tx.followUp.delete({ where: { runId } });
  const { message, actorId, requestId } = await tx.turn.findUniqueOrThrow({ where: { id: turnId } });
  return insertTurn(tx, {
    id: `then:${runId}`,
    threadId,
    message: `After the training: “${message}”`,
    actorId,
    requestId,
    asked: { runId, intents: later } as Prisma.InputJsonObject,
  });
}
