import { gzipSync } from "node:zlib";

/** The scripts that a page's HTML names, compressed as a server would, in bytes; and how many they are. */
export async function firstLoad(url: string): Promise<{ files: number; bytes: number }> {
  const html = await (await fetch(url)).text();
  const scripts = [...html.matchAll(/<script src="([^"]+\.js)"([^>]*)>/g), ...html.matchAll(/href="([^"]+\.js)"/g)];
  const paths = new Set(scripts.flatMap(([, path, rest]) => (path && !rest?.includes("noModule") ? [path] : [])));
  const sizes = await Promise.all(
    [...paths].map(async (path) => {
      const response = await fetch(new URL(path, url));
      return gzipSync(Buffer.from(await response.arrayBuffer())).length;
    }),
  );
  return { files: paths.size, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
