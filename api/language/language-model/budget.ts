import type { SpentTokens } from "../interpreter.ts";

/** The most that one thread may spend on the language model; what is absent has no limit. */
export interface Budget {
  tokens?: number;
  /** In the currency of the prices. */
  cost?: number;
}

/** Why a thread that has spent so much may not ask the language model any more, as a sentence for a person; undefined while it may. */
export function whyOverBudget(budget: Budget | undefined, spent: SpentTokens | undefined): string | undefined {
  if (!budget || !spent) return undefined;
  const { tokens = Number.POSITIVE_INFINITY, cost = Number.POSITIVE_INFINITY } = budget;
  const what = spent.tokens >= tokens ? "tokens" : spent.cost >= cost ? "money" : undefined;
  return (
    what &&
    `This conversation has used up the ${what} that it may spend on the language model, so the built-in interpreter answered.`
  );
}
