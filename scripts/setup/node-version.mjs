import { SetupError } from "./errors.mjs";

/** @param {string} version as in process.versions.node */
function parse(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return { major, minor };
}

/**
 * The oldest Node that this set-up is written for.
 * @param {string} version
 * @throws {SetupError} when it is older
 */
export function requireSupportedNode(version) {
  const { major, minor } = parse(version);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupError(`Modelwright needs Node 20.19 or newer; this is Node ${version}. See https://nodejs.org/`);
}

/**
 * Whether this Node runs the services itself: it strips TypeScript's types unasked (22.18, 23.6) and what we depend on supports it.
 * @param {string} version
 */
export function runsServices(version) {
  const { major, minor } = parse(version);
  return major >= 24 || (major === 22 && minor >= 18);
}
