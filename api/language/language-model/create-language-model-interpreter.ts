import type { Logger } from "../../platform/log.ts";
import type { Interpretation, InterpretationContext, Interpreter } from "../interpreter.ts";
import { askModel, isMethodUnknown } from "./ask-model.ts";
import { describeFailure, type Failure, fallbackSentence } from "./failure.ts";
import { sentPart, writePrompt } from "./prompt.ts";
import type { Proposal } from "./proposal.ts";
import { type LanguageModelSettings, type OpenChatModel, type Provider, providerClient } from "./providers.ts";
import { retryOnce } from "./retry-once.ts";
import { acceptProposal } from "./validation/accept-proposal.ts";
import { MessageText } from "./validation/message-text.ts";

/**
 * An interpreter that asks a language model and believes it only as far as the message backs what it says. The built-in
 * interpreter reads every message too: it is the guard of what would change something, and answers when the language model
 * doesn't. `interpret` rejects only when its own signal is aborted, with the signal's reason.
 * @throws {Error} naming the variable that is missing
 */
export function createLanguageModelInterpreter(
  provider: Provider,
  settings: LanguageModelSettings,
  builtIn: Interpreter,
  log: Logger,
): Interpreter {
  const { methods, load, model } = providerClient(provider, settings);
  let method = methods[0];
  let client: Promise<OpenChatModel> | undefined;

  function open(): Promise<OpenChatModel> {
    client ??= load({ ...settings, model }).catch((error: unknown) => {
      client = undefined;
      throw error;
    });
    return client;
  }

  async function propose(
    sent: string,
    context: InterpretationContext,
    signal: AbortSignal,
    endsAt: number,
  ): Promise<Proposal> {
    const chatModel = (await open())(signal);
    const prompt = writePrompt(sent, context);
    const ask = (how: typeof method) =>
      retryOnce(
        () => askModel(chatModel, how, prompt, signal),
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
    async interpret(message, context, caller) {
      caller?.throwIfAborted();
      const guard = await builtIn.interpret(message, context, caller);
      const fall = (fallback: string): Interpretation => ({ ...guard, fallback });
      const sent = sentPart(message);
      if (sent.trim() === "") return fall("There is nothing to read in the message, so no language model was asked.");

      const deadline = AbortSignal.timeout(settings.timeoutMs);
      const signal = caller ? AbortSignal.any([caller, deadline]) : deadline;
      const startedAt = performance.now();
      try {
        const proposal = await endWith(signal, propose(sent, context, signal, startedAt + settings.timeoutMs));
        const verdict = acceptProposal(proposal, new MessageText(message, sent, context), context, guard);
        if ("refused" in verdict) {
          log.info(
            { provider, act: proposal.act, intents: proposal.intents.map(({ intent }) => intent) },
            verdict.refused,
          );
          return fall(verdict.refused);
        }
        return { ...verdict, source: provider };
      } catch (error) {
        caller?.throwIfAborted();
        const failure = describeFailure(deadline.aborted ? deadline.reason : error);
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
