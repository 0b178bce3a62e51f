import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const LEFT_OUT = ["node_modules"];

/** Copies this package into a folder, to be changed there; its packages and the product stay where they are. @returns where it is */
export function copyTree(into: string): string {
  const copy = join(into, "infra-pulumi");
  mkdirSync(into, { recursive: true });
  cpSync(root, copy, { recursive: true, filter: (source) => !LEFT_OUT.includes(basename(source)) });
  cpSync(join(root, "..", "tsconfig.json"), join(into, "tsconfig.json"));
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  symlinkSync(join(root, "..", "api"), join(into, "api"));
  return copy;
}
