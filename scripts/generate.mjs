// `npm run generate`: makes the database client and its GraphQL types anew.
import { report } from "./setup/errors.mjs";
import { generateClient } from "./setup/generate.mjs";
import { prepare } from "./setup/prepare.mjs";
import { createProgress } from "./setup/progress.mjs";

try {
  const progress = createProgress();
  const node = await prepare(progress);
  await generateClient(node, progress, { force: true });
} catch (error) {
  process.exitCode = report(error);
}
