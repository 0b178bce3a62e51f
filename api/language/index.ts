import type { Environment } from "../environment.ts";
import type { Logger } from "../platform/log.ts";
import { createBuiltInInterpreter } from "./built-in/index.ts";
import type { Interpreter } from "./interpreter.ts";
import { createLanguageModelInterpreter } from "./language-model/create-language-model-interpreter.ts";

/**
 * The interpreter that the configuration asks for. A language model has the built-in interpreter as its guard, and behind it.
 * @throws {Error} naming the variable that the provider needs and that is missing
 */
export function createInterpreter(config: Environment["interpreter"], log: Logger): Interpreter {
  const builtIn = createBuiltInInterpreter();
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
