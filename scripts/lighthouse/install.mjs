// Installs Lighthouse, which has a lock file of its own, unless it is there already: it is larger than all that it measures.
import { join } from "node:path";
import { isInstalled } from "../setup/install.mjs";
import { npm } from "../setup/npm.mjs";
import { projectRoot } from "../setup/paths.mjs";

const cwd = join(projectRoot, "scripts/lighthouse");
if (!isInstalled(cwd)) await npm(["ci", "--no-audit", "--no-fund"], { cwd });
