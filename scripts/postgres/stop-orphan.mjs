// Stops what a killed supervisor has left: its services, which end by themselves when they notice, and after them their database server.
// node stop-orphan.mjs <the server's data> <file of the RunRecord> <the supervisor's pid> <and birth>
import { readLock } from "../supervisor/lock.mjs";
import { end } from "../supervisor/process-identity.mjs";
import { findServer, SHUTDOWN_MS } from "./postmaster-pid.mjs";

/** Longer than the services take to hand back what they work on, for which they need the database. */
const SERVICES_MS = 9500;

const [, , dataDir = "", runFile = "", pid, born] = process.argv;
// Looked up before any wait: what a next start launches meanwhile is none of ours.
const server = findServer(dataDir);
const record = readLock(runFile);
// Who has started since then has taken the record over, and ends these processes itself.
if (record?.owner.pid === Number(pid) && record.owner.born === born) {
  await Promise.all(record.children.map((child) => end(child, { graceMs: SERVICES_MS })));
  if (server) await end(server, { graceMs: SHUTDOWN_MS, ask: "SIGINT" });
}
