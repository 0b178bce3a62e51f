import { InferenceSession, Tensor } from "onnxruntime-node";
import { type IntentOpinion, opinionOf } from "./intent-opinion.ts";
import { readWeights } from "./read-weights.ts";
import { createWordPieceTokeniser } from "./word-piece.ts";

export interface IntentEncoder {
  /** Changes with every training; stands beside an interpretation that the encoder had a say in. */
  readonly version: string;
  /**
   * One opinion a text, in order; a text's opinion does not depend on its neighbours. Mask model names first (maskNames).
   * @throws the signal's reason when it is aborted; {Error} when the encoder is closed
   */
  classify(texts: readonly string[], signal?: AbortSignal): Promise<IntentOpinion[]>;
  /** Waits for what is running and frees the memory. May be called twice. */
  close(): Promise<void>;
}

export interface IntentEncoderOptions {
  /** A directory with intents.onnx, vocab.txt and encoder.json; by default the shipped one. */
  weights?: URL;
}

/**
 * Opens the small trained model behind the built-in interpreter: one session, one thread.
 * @throws {Error} when the weights are missing or don't belong together
 */
export async function createIntentEncoder(options: IntentEncoderOptions = {}): Promise<IntentEncoder> {
  const { model, vocabulary, metadata } = await readWeights(options.weights ?? new URL("./weights/", import.meta.url));
  const tokeniser = createWordPieceTokeniser(vocabulary, metadata.mostTokens);
  const temperatures = { primary: metadata.primaryTemperature, asked: metadata.askedTemperature };
  const session = await InferenceSession.create(model, {
    executionProviders: ["cpu"],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: "sequential",
    // Texts of each length would leave their own buffers behind in an arena.
    enableCpuMemArena: false,
    enableMemPattern: false,
    logSeverityLevel: 3,
  });
  const running = new Set<Promise<IntentOpinion>>();
  let closing: Promise<void> | undefined;

  async function classifyOne(text: string): Promise<IntentOpinion> {
    const ids = BigInt64Array.from(tokeniser.encode(text), BigInt);
    const shape = [1, ids.length];
    const outputs = await session.run({
      input_ids: new Tensor("int64", ids, shape),
      attention_mask: new Tensor("int64", new BigInt64Array(ids.length).fill(1n), shape),
    });
    return opinionOf(
      (outputs.primary?.data ?? []) as Float32Array,
      (outputs.asked?.data ?? []) as Float32Array,
      metadata.intents,
      temperatures,
    );
  }

  return {
    version: metadata.version,
    async classify(texts, signal) {
      const opinions: IntentOpinion[] = [];
      // One by one: in a batch the int8 scales, and so the answer to a text, would depend on its neighbours.
      for (const text of texts) {
        signal?.throwIfAborted();
        if (closing) throw new Error("the intent encoder is closed");
        const run = classifyOne(text);
        running.add(run);
        try {
          opinions.push(await run);
        } finally {
          running.delete(run);
        }
      }
      return opinions;
    },
    close() {
      closing ??= Promise.allSettled(running).then(() => session.release());
      return closing;
    },
  };
}
