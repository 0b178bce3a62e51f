import { setTimeout } from "node:timers/promises";
// The SDK is a part of Lambda's Node runtime.
import { ECS } from "@aws-sdk/client-ecs";
import { runMigration } from "./run-migration.mjs";

const ecs = new ECS({});

/** @param {import("./run-task.mjs").Place} migration */
export function handler(migration) {
  return runMigration(ecs, migration, { now: Date.now, wait: (ms) => setTimeout(ms) });
}
