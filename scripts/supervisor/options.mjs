import { parseArgs } from "node:util";
import { SetupError } from "../setup/errors.mjs";

export const HELP = `Modelwright: model operations by conversation.

  npm start                   set up what is missing, start everything, and print where it is
  npm start -- --reset        remove all models, threads and logs of this installation (asks first), then start anew
  npm start -- --reset --yes  the same without asking; refused with a database of your own
  npm start -- --help         this text
  npm run dev                 start with reloading on change

Environment variables
  PORT                  port of the web app and GraphQL (4000; the next free one if it is taken)
  HOST                  address to listen on (127.0.0.1)
  MODELWRIGHT_DATA_DIR  where all state is kept (.modelwright in the project)
  DATABASE_URL          a PostgreSQL of your own instead of the embedded one
  WEB=false             without the web app
docs/configuration.md has the others.`;

/**
 * @param {string[]} args
 * @returns {{ dev: boolean, reset: boolean, yes: boolean, help: boolean }}
 * @throws {SetupError} for an option that there isn't
 */
export function readOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        dev: { type: "boolean", default: false },
        reset: { type: "boolean", default: false },
        yes: { type: "boolean", short: "y", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    return {
      dev: values.dev ?? false,
      reset: values.reset ?? false,
      yes: values.yes ?? false,
      help: values.help ?? false,
    };
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
  }
}
