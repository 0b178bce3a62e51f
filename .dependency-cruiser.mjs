/** Who may import whom: doors → agent → actions and rooms → platform, one way only. Checked by `npm run check`. */

const ROOMS = "^api/(models|training|datasets|predictions|audit|identity|chat|webhooks|actions)/";
const TESTS = "\\.test\\.tsx?$|/testing/|/e2e/";
/** What opens or writes the database; the enums and types beside it are data. */
const DATABASE_MODULES =
  "^api/platform/(database|pool|pub-sub|presence)\\.ts$|^prisma/client/(client|internal/class)\\.ts$|node_modules/(@prisma|pg)/";
const DATABASE = `${DATABASE_MODULES}|^prisma/client/`;

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "platform-knows-no-room",
      comment: "The platform (database, pub-sub, log, clock) knows no domain.",
      severity: "error",
      from: { path: "^api/platform/", pathNot: TESTS },
      to: { path: "^(api|web)/", pathNot: "^api/platform/" },
    },
    {
      name: "rooms-open-no-door",
      comment: "Rooms and actions know neither the agent nor the doors, which are built on them.",
      severity: "error",
      from: { path: ROOMS, pathNot: TESTS },
      to: { path: "^api/(doors|agent)/" },
    },
    {
      name: "agent-acts-through-actions",
      comment: "The agent reads and acts as any client would: never through the database, never through a door.",
      severity: "error",
      from: { path: "^api/agent/", pathNot: TESTS },
      to: { path: `${DATABASE}|^api/doors/`, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "agent-holds-no-database",
      comment: "Not even as a type: the agent is never handed one. (Types of rows are data, and allowed.)",
      severity: "error",
      from: { path: "^api/agent/", pathNot: TESTS },
      to: { path: "^api/(platform/database\\.ts$|doors/)" },
    },
    {
      name: "language-only-understands",
      comment: "Understanding a message reads nothing and does nothing.",
      severity: "error",
      from: { path: "^api/language/", pathNot: TESTS },
      to: { path: `${DATABASE}|^api/(agent|doors)/` },
    },
    {
      name: "doors-open-no-database",
      comment:
        "A door changes things by actions alone. It reads rows for the graph through the client that it is handed, and opens none itself.",
      severity: "error",
      from: { path: "^api/doors/", pathNot: TESTS },
      to: { path: DATABASE_MODULES, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "web-is-a-client",
      comment: "The web app knows the API by its GraphQL schema alone.",
      severity: "error",
      from: { path: "^web/", pathNot: TESTS },
      to: { path: "^(api|prisma|scripts)/" },
    },
    {
      name: "api-knows-no-web",
      severity: "error",
      from: { path: "^api/", pathNot: TESTS },
      to: { path: "^(web|scripts)/" },
    },
    {
      name: "environment-is-passed-in",
      comment: "Only the composition root reads the environment; everything else is given what it needs.",
      severity: "error",
      from: { path: "^api/", pathNot: `${TESTS}|^api/(composition|roles)/|^api/main\\.ts$` },
      to: { path: "^api/environment\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "tests-stay-tests",
      severity: "error",
      from: { path: "^(api|web)/", pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: "no-cycle",
      comment: "Cycles of types alone are harmless.",
      severity: "error",
      from: { path: "^(api|web|scripts)/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "packages-are-declared",
      comment: "What is imported stands in package.json.",
      severity: "error",
      from: { path: "^(api|web|scripts)/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "imports-resolve",
      severity: "error",
      from: { path: "^(api|web|scripts)/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^web/(\\.next|gql|next-env)|^prisma/client/.*/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types", "typings"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
