// Installs the packages of infra-pulumi, which has a lock file of its own, unless they are there already.
import { join } from "node:path";
import { isInstalled } from "../setup/install.mjs";
import { npm } from "../setup/npm.mjs";
import { projectRoot } from "../setup/paths.mjs";

const cwd = join(projectRoot, "infra-pulumi");
if (!isInstalled(cwd)) await npm(["ci", "--include=dev", "--no-audit", "--no-fund"], { cwd });
