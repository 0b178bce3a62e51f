// `npm start`: plain JavaScript for Node 20 with built-in modules only, since it runs before anything is installed.
import { report } from "./setup/errors.mjs";
import { requireSupportedNode } from "./setup/node-version.mjs";
import { requireNothingKept } from "./setup/npm-options.mjs";
import { HELP, readOptions } from "./supervisor/options.mjs";
import { supervise } from "./supervisor/supervise.mjs";

try {
  requireSupportedNode(process.versions.node);
  requireNothingKept(["reset"], process.env);
  const options = readOptions(process.argv.slice(2));
  if (options.help) process.stdout.write(`${HELP}\n`);
  else process.exitCode = await supervise({ env: process.env, options });
} catch (error) {
  process.exitCode = report(error);
}
