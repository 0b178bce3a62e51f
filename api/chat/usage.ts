import type { Turn } from "../../prisma/client/client.ts";
import type { SpentTokens, Usage } from "../language/interpreter.ts";
import type { Database } from "../platform/database.ts";

type UsageColumns = Pick<Turn, "inputTokens" | "outputTokens" | "usageEstimated" | "cost" | "currency">;

/** The turn's columns that hold what the language model took. */
export function usageColumns(usage: Usage | undefined): UsageColumns {
  return {
    inputTokens: usage?.inputTokens ?? null,
    outputTokens: usage?.outputTokens ?? null,
    usageEstimated: usage?.estimated ?? null,
    cost: usage?.cost ?? null,
    currency: usage?.currency ?? null,
  };
}

/** What a thread's turns have spent on the language model. Costs are added up as they stand: a change of the currency converts nothing. */
export async function spentIn(database: Database, threadId: string): Promise<SpentTokens> {
  const { _sum: sum } = await database.turn.aggregate({
    where: { threadId },
    _sum: { inputTokens: true, outputTokens: true, cost: true },
  });
  return { tokens: (sum.inputTokens ?? 0) + (sum.outputTokens ?? 0), cost: sum.cost ?? 0 };
}
