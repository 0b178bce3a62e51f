// Writes what the web app was built with in place of next.config.ts, whose reading takes Next's compiler: an image has no other use for it.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../setup/paths.mjs";

const web = join(projectRoot, "web");
const { config } = JSON.parse(readFileSync(join(web, ".next/required-server-files.json"), "utf8"));
// For the bundler alone: what it held of patterns is not even told by JSON.
delete config.turbopack;
writeFileSync(join(web, "next.config.mjs"), `export default ${JSON.stringify(config)};\n`);
rmSync(join(web, "next.config.ts"));
