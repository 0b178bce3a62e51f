import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { intents } from "../../interpreter.ts";

const metadata = z.object({
  version: z.string(),
  sha256: z.string(),
  intents: z.array(z.enum(intents)).length(intents.length),
  mostTokens: z.number().int().min(3),
  primaryTemperature: z.number().positive(),
  askedTemperature: z.number().positive(),
});

export interface EncoderWeights {
  model: Uint8Array;
  vocabulary: string;
  metadata: z.output<typeof metadata>;
}

/**
 * Reads what scripts/language/train.py wrote.
 * @param folder a directory's URL, ending in a slash
 * @throws {Error} when a file is not there or the model is not the one that its metadata describes
 */
export async function readWeights(folder: URL): Promise<EncoderWeights> {
  const [model, vocabulary, described] = await Promise.all([
    readFile(new URL("intents.onnx", folder)),
    readFile(new URL("vocab.txt", folder), "utf8"),
    readFile(new URL("encoder.json", folder), "utf8"),
  ]);
  const parsed = metadata.parse(JSON.parse(described));
  const digest = createHash("sha256").update(model).digest("hex");
  if (digest !== parsed.sha256)
    throw new Error(`intents.onnx has the SHA-256 ${digest}, but encoder.json describes ${parsed.sha256}`);
  return { model, vocabulary, metadata: parsed };
}
