import { openArtifactStore } from "../../models/artifacts.ts";
import { embeddedRegistry } from "../../models/registry/registry.ts";
import { systemClock } from "../../platform/clock.ts";
import { openDatabase } from "../../platform/database.ts";
import { openLog } from "../../platform/log.ts";
import { openPubSub } from "../../platform/pub-sub.ts";
import { startTrainingWorker } from "../worker.ts";

/** A worker in a process of its own, for tests that kill it: node worker-process.ts <database URL> <data folder> <lease in ms> */
const [, , url = "", dataDir = "", leaseMs = "10000"] = process.argv;
const log = openLog("warn", "worker");
startTrainingWorker({
  database: openDatabase({ url }),
  pubSub: await openPubSub(url, log),
  artifacts: openArtifactStore(dataDir),
  registry: embeddedRegistry,
  log,
  clock: systemClock,
  leaseMs: Number(leaseMs),
});
