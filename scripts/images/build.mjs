import { runCommand } from "../setup/run-command.mjs";

/**
 * Builds an image of the Dockerfile as it is, from another base.
 * @param {"api" | "web"} target
 * @param {string} base
 * @returns {Promise<string>} its name
 */
export async function buildImage(target, base) {
  const name = `localhost/modelwright-${target}:test`;
  // The one before would lose its name and stay.
  await runCommand("buildah", ["rmi", name]).catch(() => {});
  await runCommand("buildah", [
    "build",
    // Without rights of a kernel's kind that a machine in a container has not got.
    "--isolation=chroot",
    // The format that keeps a HEALTHCHECK.
    "--format=docker",
    `--build-arg=NODE_IMAGE=${base}`,
    `--target=${target}`,
    `--tag=${name}`,
    ".",
  ]);
  return name;
}

/**
 * What an image says of itself.
 * @param {string} name
 * @returns {Promise<{ User: string, Env: string[], Entrypoint: string[], Cmd: string[], ExposedPorts: Record<string, object>,
 *   Healthcheck?: { Test: string[] } }>}
 */
export async function imageConfig(name) {
  return JSON.parse(await runCommand("buildah", ["inspect", "--type=image", name])).Docker.config;
}
