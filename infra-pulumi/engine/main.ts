/** Gets the engine when it is not there: before the tests, so that it is seen what takes so long. */
import { EngineError, ensureEngine } from "./build.ts";

try {
  process.stdout.write(`${await ensureEngine((line) => process.stdout.write(`${line}\n`))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof EngineError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}
