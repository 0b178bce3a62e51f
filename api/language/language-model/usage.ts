import type { Usage } from "../interpreter.ts";
import { describeFailure } from "./failure.ts";

/** What a million tokens cost, by configuration: a table of our own would age. */
export interface Prices {
  input: number;
  output: number;
  currency: string;
}

/** What LangChain reads from each provider's answer. */
export interface ReportedTokens {
  input_tokens: number;
  output_tokens: number;
}

/**
 * Characters that are counted as one token where a provider doesn't count: English has about four, so this errs to more, and a
 * budget holds.
 */
const charactersPerToken = 3;

/** One request's part of the sum. Until it is settled it counts as one that the provider works, and bills, for. */
export interface MeteredRequest {
  /** @param reported the provider's own count */
  answered(reported: ReportedTokens | undefined, answer: string): void;
  failed(error: unknown): void;
}

interface Count {
  input: number;
  output: number;
  isEstimated: boolean;
}

/** Counts the tokens of one message's requests: as the provider counted them, or estimated where it did not. */
export class TokenMeter {
  readonly #prices: Prices | undefined;
  readonly #counts = new Set<Count>();

  constructor(prices: Prices | undefined) {
    this.#prices = prices;
  }

  begin(prompt: string): MeteredRequest {
    const count: Count = { input: estimate(prompt), output: 0, isEstimated: true };
    this.#counts.add(count);
    return {
      answered(reported, answer) {
        // Some servers leave the counts out, or send zeros.
        const [input, output] = [reported?.input_tokens ?? 0, reported?.output_tokens ?? 0];
        if (isCount(input) && input > 0 && isCount(output)) Object.assign(count, { input, output, isEstimated: false });
        else count.output = estimate(answer);
      },
      failed: (error) => {
        const { kind } = describeFailure(error);
        const isBilled = kind === "TIMED_OUT" || kind === "BAD_OUTPUT" || kind === "NOT_JSON";
        if (!isBilled) this.#counts.delete(count);
      },
    };
  }

  /** The sum; undefined when nothing was asked. */
  usage(): Usage | undefined {
    if (this.#counts.size === 0) return undefined;
    const counts = [...this.#counts];
    const inputTokens = counts.reduce((sum, { input }) => sum + input, 0);
    const outputTokens = counts.reduce((sum, { output }) => sum + output, 0);
    const tokens = { inputTokens, outputTokens, estimated: counts.some(({ isEstimated }) => isEstimated) };
    if (!this.#prices) return tokens;
    const { input, output, currency } = this.#prices;
    return { ...tokens, cost: (inputTokens * input + outputTokens * output) / 1_000_000, currency };
  }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function estimate(text: string): number {
  return Math.ceil(text.length / charactersPerToken);
}
