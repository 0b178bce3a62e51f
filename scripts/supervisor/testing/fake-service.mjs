// Stands for the services in tests of the supervisor: keeps what it promises and nothing else.
import { createServer } from "node:http";

const role = process.argv.find((arg) => arg.startsWith("--role="))?.slice("--role=".length);
const ready = (/** @type {number} */ port) => process.send?.({ type: "ready", port });
if (process.env.FAKE_DIES === role) throw new Error("the fake service dies");
if (process.env.FAKE_MISCONFIGURED === role) {
  process.send?.({ type: "misconfigured", message: "THING must be set." }, () => process.exit(78));
} else if (role === "api") {
  const port = Number(process.env.PORT);
  createServer((_, response) =>
    response.end(JSON.stringify({ pid: process.pid, databaseUrl: process.env.DATABASE_URL })),
  ).listen(port, process.env.HOST, () => ready(port));
} else {
  setInterval(() => {}, 60_000);
  ready(0);
}
process.on("SIGTERM", () => process.exit(0));
process.on("disconnect", () => process.exit(0));
