import type { Logger } from "../../platform/log.ts";
import type { Interpretation, InterpretationContext, Interpreter } from "../interpreter.ts";
import { askModel, isMethodUnknown } from "./ask-model.ts";
import { whyOverBudget } from "./budget.ts";
import { type CallResult, createCircuitBreaker } from "./circuit-breaker.ts";
import { describeFailure, type Failure, type FailureKind, fallbackSentence } from "./failure.ts";
import { isSure } from "./is-sure.ts";
import { sentPart, writePrompt } from "./prompt.ts";
import type { Proposal } from "./proposal.ts";
import { type LanguageModelSettings, type Provider, providerClient } from "./providers.ts";
import { withRetries } from "./retry.ts";
import { TokenMeter } from "./usage.ts";
import { acceptProposal } from "./validation/accept-proposal.ts";
import { MessageText } from "./validation/message-text.ts";

/** Three messages wait for a provider that hangs; then nobody does for half a minute, and one message tries again. */
const breaking = { mostUnanswered: 3, coolDownMs: 30_000, now: () => performance.now() };
const leftAlone =
  "The language model did not answer several times in a row, so it is left alone for a moment; the built-in interpreter answered.";

/** What a failure says of the provider: whether it is there at all. */
const learnt: Record<FailureKind, CallResult> = {
  TIMED_OUT: "UNANSWERED",
  RATE_LIMITED: "UNANSWERED",
  SERVER_ERROR: "UNANSWERED",
  UNREACHABLE: "UNANSWERED",
  NOT_ALLOWED: "UNANSWERED",
  REJECTED: "ANSWERED",
  NOT_JSON: "ANSWERED",
  BAD_OUTPUT: "ANSWERED",
  FAULT: "ABANDONED",
};

/**
 * An interpreter that asks a language model and believes it only as far as the message backs what it says. The built-in
 * interpreter reads every message too: it is the guard of what would change something, and answers when the language model
 * doesn't, or has not for a while. `interpret` rejects only when its own signal is aborted, with the signal's reason.
 * @throws {Error} naming the variable that is missing
 */
export function createLanguageModelInterpreter(
  provider: Provider,
  settings: LanguageModelSettings,
  builtIn: Interpreter,
  log: Logger,
  breaker = createCircuitBreaker(breaking),
): Interpreter {
  const { methods, open } = providerClient(provider, settings);
  const { use = "ALWAYS", prices, budget, timeoutMs } = settings;
  let method = methods[0];

  async function propose(
    sent: string,
    context: InterpretationContext,
    meter: TokenMeter,
    signal: AbortSignal,
    endsAt: number,
  ): Promise<Proposal> {
    const chatModel = await open(signal);
    const prompt = writePrompt(sent, context);
    const ask = (how: typeof method) =>
      withRetries(
        () => askModel(chatModel, how, prompt, meter, signal),
        signal,
        () => endsAt - performance.now(),
      );
    try {
      return await ask(method);
    } catch (error) {
      const next = methods[methods.indexOf(method) + 1];
      if (!next || !isMethodUnknown(error)) throw error;
      const proposal = await ask(next);
      method = next;
      return proposal;
    }
  }

  /** A fault of the set-up says in words what is wrong; a provider's refusal may repeat parts of a key, so its words are not kept. */
  function causeOf({ kind }: Failure, error: unknown): { cause?: string } {
    if (kind !== "FAULT" || !(error instanceof Error)) return {};
    const { message } = error;
    return { cause: (settings.apiKey ? message.replaceAll(settings.apiKey, "[key]") : message).slice(0, 300) };
  }

  return {
    name: provider,
    hasBudget: budget !== undefined,
    async interpret(message, context, caller) {
      caller?.throwIfAborted();
      const guard = await builtIn.interpret(message, context, caller);
      if (use === "WHEN_UNSURE" && isSure(guard, message)) return guard;
      const meter = new TokenMeter(prices);
      const metered = (interpretation: Interpretation): Interpretation => {
        const usage = meter.usage();
        return usage ? { ...interpretation, usage } : interpretation;
      };
      const fall = (fallback: string): Interpretation => metered({ ...guard, fallback });
      const sent = sentPart(message);
      if (sent.trim() === "") return fall("There is nothing to read in the message, so no language model was asked.");
      const overBudget = whyOverBudget(budget, context.spent);
      if (overBudget) return fall(overBudget);
      const settle = breaker.enter();
      if (!settle) return fall(leftAlone);

      const deadline = AbortSignal.timeout(timeoutMs);
      const signal = caller ? AbortSignal.any([caller, deadline]) : deadline;
      const startedAt = performance.now();
      try {
        const proposal = await endWith(signal, propose(sent, context, meter, signal, startedAt + timeoutMs));
        settle("ANSWERED");
        const verdict = acceptProposal(proposal, new MessageText(message, sent, context), context, guard);
        if ("refused" in verdict) {
          log.info(
            { provider, act: proposal.act, intents: proposal.intents.map(({ intent }) => intent) },
            verdict.refused,
          );
          return fall(verdict.refused);
        }
        return metered({ ...verdict, source: provider });
      } catch (error) {
        if (caller?.aborted) settle("ABANDONED");
        caller?.throwIfAborted();
        const failure = describeFailure(deadline.aborted ? deadline.reason : error);
        settle(learnt[failure.kind]);
        const afterMs = Math.round(performance.now() - startedAt);
        log.warn(
          { provider, ...failure, ...causeOf(failure, error), afterMs },
          "the language model gave no answer that can be used",
        );
        return fall(fallbackSentence(failure.kind));
      }
    },
  };
}

/** The promise, or the signal's reason as soon as it aborts: not every client ends with its signal. */
async function endWith<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
