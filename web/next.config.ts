import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { NextConfig } from "next";

const loader = "./build/inline-documents.ts";
/** The bundler keeps what it built, and would not see that the loader, what it imports, or the Node that runs it, changed. */
const revision = createHash("sha256")
  .update(readFileSync(`${import.meta.dirname}/${loader}`))
  .update(readFileSync(`${import.meta.dirname}/graphql/one-line.ts`))
  .update(process.version)
  .digest("hex");
const loaders = [{ loader, options: { revision } }];

/** Files with a GraphQL document, and the generated documents one by one. */
const documents = [
  { condition: { all: [{ not: "foreign" as const }, { content: /\bgraphql\(\s*`/ }] }, loaders },
  { condition: { query: /^\?document=/ }, loaders },
];

const config: NextConfig = {
  // The types are checked by `npm test` with the project's own compiler; checking them here again would double the build's time.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  turbopack: { rules: { "*.ts": documents, "*.tsx": documents } },
};

export default config;
