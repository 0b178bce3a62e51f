// `npm run build:web`: builds the web app for production if anything it is made of changed.
import { buildWeb } from "./setup/build-web.mjs";
import { report } from "./setup/errors.mjs";
import { prepare } from "./setup/prepare.mjs";
import { createProgress } from "./setup/progress.mjs";

try {
  const progress = createProgress();
  await prepare(progress, { more: (node) => buildWeb(node, progress) });
} catch (error) {
  process.exitCode = report(error);
}
