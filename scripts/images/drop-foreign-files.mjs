// Removes from the packages what an image of ours can't use: native code of other machines, the engines of other databases, source maps.
import { existsSync, globSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../setup/paths.mjs";

const own = `${process.platform}/${process.arch}`;
const modules = join(projectRoot, "node_modules");
const inModules = (/** @type {string} */ pattern) => globSync(pattern, { cwd: modules });

const foreign = [
  ...inModules("onnxruntime-node/bin/napi-v*/*/*").filter((path) => !path.endsWith(own)),
  ...inModules("@prisma/client/runtime/*.{cockroachdb,mysql,sqlite,sqlserver}.*"),
  ...inModules("**/*.map"),
];
for (const path of foreign) rmSync(join(modules, path), { recursive: true, force: true });
const needed = join(modules, "onnxruntime-node");
if (existsSync(needed) && inModules(`onnxruntime-node/bin/napi-v*/${own}`).length === 0) {
  throw new Error(`onnxruntime-node has no native code for ${own}: this image can't be made for that machine.`);
}
process.stdout.write(`${foreign.length} files and folders of other machines and databases are removed\n`);
