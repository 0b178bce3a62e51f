/**
 * What the workflows have done to stacks, one command each, so that it can be tested where no workflow runs:
 *
 *   up <base|app> <stack> [setting=value …]   makes the stack when it isn't there, and brings it up
 *   images <stack>                            which images run, as a step's outputs: api=…, web=…; nothing when none do
 *   smoke <stack> [--train]                   speaks with what was deployed; with --train it has a model trained too
 *   put-back <stack> <apiImage> <webImage>    brings the app back to these, whoever was ended in the middle of changing it
 *   diff <stack> <file>                       writes what would change as a comment; fails when it could not be done
 *   previews                                  the numbers of the pull requests that have a preview, as JSON
 *   destroy <stack>                           takes a preview down, or what there is of it
 */
import { writeFileSync } from "node:fs";
import { SettingsError } from "../settings/errors.ts";
import { diffOf, imagesOf } from "./diff.ts";
import { PipelineError } from "./errors.ts";
import { destroyPreview, previews } from "./preview-stacks.ts";
import { speakWith } from "./smoke-test.ts";
import { PROGRAMS, type Program, Stack } from "./stack.ts";

const [command, ...args] = process.argv.slice(2);

try {
  switch (command) {
    case "up": {
      const [program, stack, ...settings] = args;
      await new Stack(programOf(program), given(stack)).up(settingsOf(settings));
      break;
    }
    case "images": {
      const app = new Stack("app", given(args[0]));
      const { apiImage = "", webImage = "" } = (await app.exists()) ? await imagesOf(app) : {};
      process.stdout.write(`api=${apiImage}\nweb=${webImage}\n`);
      break;
    }
    case "smoke": {
      const [stack, train] = args;
      await speakWith(await new Stack("app", given(stack)).outputs(), train === "--train");
      break;
    }
    case "put-back": {
      const [stack, apiImage, webImage] = args;
      const app = new Stack("app", given(stack));
      await app.unlock();
      await app.up({ apiImage: given(apiImage), webImage: given(webImage) });
      break;
    }
    case "diff": {
      const [stack, file] = [given(args[0]), given(args[1])];
      const { possible, comment } = await diffOf(stack);
      writeFileSync(file, comment);
      if (!possible) throw new PipelineError("What was shown would fail; the comment says why.");
      break;
    }
    case "destroy":
      await destroyPreview(given(args[0]));
      break;
    case "previews":
      process.stdout.write(`${JSON.stringify(await previews())}\n`);
      break;
    default:
      throw new PipelineError(
        `There is no command ${command}; there are up, images, smoke, put-back, diff, previews and destroy.`,
      );
  }
} catch (error) {
  const told = error instanceof PipelineError || error instanceof SettingsError;
  process.stderr.write(`${told ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}

function given(text: string | undefined): string {
  if (text) return text;
  throw new PipelineError(`${command} was told too little.`);
}

function programOf(text: string | undefined): Program {
  const found = PROGRAMS.find((program) => program === text);
  if (found) return found;
  throw new PipelineError(`There is no program ${text}; there are ${PROGRAMS.join(" and ")}.`);
}

function settingsOf(pairs: string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at <= 0) throw new PipelineError(`"${pair}" is no setting=value.`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
