import type { Environment } from "../environment.ts";
import type { Logger } from "../platform/log.ts";
import { createIntentEncoder } from "./built-in/encoder/index.ts";
import { createBuiltInInterpreter } from "./built-in/index.ts";
import type { Interpreter } from "./interpreter.ts";
import { createLanguageModelInterpreter } from "./language-model/create-language-model-interpreter.ts";

/** An interpreter, and what to call when it is no longer needed. */
export interface OpenInterpreter {
  interpreter: Interpreter;
  close(): Promise<void>;
}

/**
 * The interpreter that the configuration asks for. A language model has the built-in interpreter as its guard, and behind it.
 * @throws {Error} naming the variable that the provider needs and that is missing, or the encoder's file that can't be read
 */
export async function openInterpreter(config: Environment["interpreter"], log: Logger): Promise<OpenInterpreter> {
  const encoder = await createIntentEncoder();
  try {
    return { interpreter: interpreterOf(config, createBuiltInInterpreter(encoder), log), close: () => encoder.close() };
  } catch (error) {
    await encoder.close();
    throw error;
  }
}

function interpreterOf(config: Environment["interpreter"], builtIn: Interpreter, log: Logger): Interpreter {
  switch (config.provider) {
    case "BUILT_IN":
      return builtIn;
    case "OPENAI":
    case "OPENAI_COMPATIBLE":
    case "ANTHROPIC":
    case "BEDROCK":
    case "OLLAMA":
      return createLanguageModelInterpreter(config.provider, config, builtIn, log);
    default:
      throw new Error(`There is no interpreter ${String(config.provider satisfies never)}.`);
  }
}
