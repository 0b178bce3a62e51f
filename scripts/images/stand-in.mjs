import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../setup/paths.mjs";
import { runCommand } from "../setup/run-command.mjs";
import { hashOf } from "../setup/stamp.mjs";

/** As the base that the Dockerfile names: the same Debian, the same major Node. */
const SUITE = "bookworm";
const NODE = "24.21.0";
const NPM = "11.21.2";
const CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt";

/**
 * A base image made here, for machines that reach no image registry: Debian by debootstrap, Node and npm from npm, the user and paths of
 * the base that the Dockerfile names. It holds this machine's certificates too, so that what runs in it reaches what this machine reaches.
 * Made once for a machine; it stays among buildah's images.
 * @returns {Promise<string>} its name
 */
export async function standInBase() {
  const recipe = hashOf(["scripts/images/stand-in.mjs"], {
    root: projectRoot,
    salt: readFileSync(CERTIFICATES, "utf8"),
  });
  const name = `localhost/modelwright-stand-in:${recipe.slice(0, 12)}`;
  const known = await runCommand("buildah", ["images", "--quiet", name]).catch(() => "");
  if (known.trim()) return name;
  const dir = mkdtempSync(join(tmpdir(), "modelwright-base-"));
  const root = join(dir, "root");
  try {
    const packages = join(dir, "packages");
    mkdirSync(packages);
    writeFileSync(join(packages, "package.json"), JSON.stringify({ private: true }));
    const wanted = [`node-linux-${process.arch}@${NODE}`, `npm@${NPM}`];
    await Promise.all([
      runCommand("debootstrap", ["--variant=minbase", SUITE, root]),
      runCommand("npm", ["install", "--prefix", packages, "--ignore-scripts", "--no-audit", "--no-fund", ...wanted], {
        cwd: packages,
      }),
    ]);
    addNode(root, join(packages, "node_modules"));
    await commit(root, name);
    return name;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/**
 * @param {string} root
 * @param {string} packages
 */
function addNode(root, packages) {
  cpSync(join(packages, `node-linux-${process.arch}`, "bin/node"), join(root, "usr/local/bin/node"));
  const npm = join(root, "usr/local/lib/node_modules/npm");
  cpSync(join(packages, "npm"), npm, { recursive: true });
  symlinkSync("../lib/node_modules/npm/bin/npm-cli.js", join(root, "usr/local/bin/npm"));
  mkdirSync(join(root, "usr/local/etc"), { recursive: true });
  writeFileSync(join(root, "usr/local/etc/npmrc"), `cafile=${CERTIFICATES}\n`);
  mkdirSync(join(root, "etc/ssl/certs"), { recursive: true });
  cpSync(CERTIFICATES, join(root, CERTIFICATES), { dereference: true });
  const users = [
    ["etc/passwd", "node:x:1000:1000::/home/node:/bin/bash\n"],
    ["etc/group", "node:x:1000:\n"],
  ];
  for (const [file = "", line = ""] of users) writeFileSync(join(root, file), line, { flag: "a" });
  rmSync(join(root, "var/cache/apt/archives"), { recursive: true, force: true });
}

/**
 * @param {string} root
 * @param {string} name
 */
async function commit(root, name) {
  const container = (await runCommand("buildah", ["from", "scratch"])).trim();
  try {
    await runCommand("buildah", ["add", "-q", container, root, "/"]);
    await runCommand("buildah", ["config", "--env", `NODE_EXTRA_CA_CERTS=${CERTIFICATES}`, "--cmd", "node", container]);
    const path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    await runCommand("buildah", ["config", "--env", `PATH=${path}`, container]);
    await runCommand("buildah", ["commit", "-q", container, name]);
  } finally {
    await runCommand("buildah", ["rm", container]);
  }
}
