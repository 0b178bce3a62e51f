import type { NextConfig } from "next";

const config: NextConfig = {
  // The types are checked by `npm test` with the project's own compiler; checking them here again would double the build's time.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
};

export default config;
