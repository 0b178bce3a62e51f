// `npm start` with a fake in the place of the services, for tests of the supervisor.
import { join } from "node:path";
import { report } from "../../setup/errors.mjs";
import { projectRoot } from "../../setup/paths.mjs";
import { readOptions } from "../options.mjs";
import { supervise } from "../supervise.mjs";

try {
  process.exitCode = await supervise({
    env: { ...process.env, WEB: "false" },
    options: readOptions(process.argv.slice(2)),
    main: join(projectRoot, "scripts/supervisor/testing/fake-service.mjs"),
  });
} catch (error) {
  process.exitCode = report(error);
}
