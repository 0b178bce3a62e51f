/**
 * @typedef {{ dependencies?: Record<string, string>, optionalDependencies?: Record<string, string>,
 *   peerDependencies?: Record<string, string>, peerDependenciesMeta?: Record<string, { optional?: boolean }> }} LockedPackage
 */

/**
 * The installed packages that these need, themselves included, as paths in node_modules: dependencies and peers, found as Node finds
 * them. Optional ones are left out: each is native code for what no image of ours does (building, resizing pictures, a database of
 * one's own), or a provider that nobody configured.
 * @param {Record<string, LockedPackage>} installed by path, as npm records it in node_modules/.package-lock.json
 * @param {Iterable<string>} names
 * @returns {Set<string>}
 * @throws {Error} naming a package that is needed and not installed
 */
export function neededPackages(installed, names) {
  /** @type {Set<string>} */
  const needed = new Set();
  const waiting = [...names].map((name) => ({ name, from: "" }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const path = resolve(installed, next.name, next.from);
    if (!path) throw new Error(`${next.name} is needed by ${next.from || "the project"} and is not installed.`);
    if (needed.has(path)) continue;
    needed.add(path);
    const {
      dependencies = {},
      optionalDependencies = {},
      peerDependencies = {},
      peerDependenciesMeta = {},
    } = installed[path] ?? {};
    for (const name of Object.keys(dependencies)) {
      if (!(name in optionalDependencies)) waiting.push({ name, from: path });
    }
    for (const name of Object.keys(peerDependencies)) {
      if (!peerDependenciesMeta[name]?.optional) waiting.push({ name, from: path });
    }
  }
  return needed;
}

/**
 * @param {Record<string, LockedPackage>} installed
 * @param {string} name
 * @param {string} from the package that asks; empty for the project
 */
function resolve(installed, name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const path = `${folder ? `${folder}/` : ""}node_modules/${name}`;
    if (path in installed) return path;
    if (folder === "") return undefined;
  }
}
