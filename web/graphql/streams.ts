/** All that streams are made of, in one file to fetch. */
export { browserSurroundings } from "./browser-surroundings.ts";
export { followStream } from "./resuming-stream.ts";
