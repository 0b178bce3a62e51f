import { z } from "zod";
import type { EnvironmentName } from "./environments.ts";
import { arnOf, emailAddress, flag, oneOf, retentionDays, wholeNumber } from "./kinds.ts";

/** What differs between environments, where the settings don't say otherwise. */
const defaults = {
  dev: {
    class: "db.t4g.micro",
    backups: "1",
    nat: "SINGLE",
    endpoints: "false",
    zones: "false",
    protect: "false",
    budget: "200",
  },
  preview: {
    class: "db.t4g.micro",
    backups: "1",
    nat: "SINGLE",
    endpoints: "false",
    zones: "false",
    protect: "false",
    budget: "50",
  },
  qa: {
    class: "db.t4g.small",
    backups: "3",
    nat: "SINGLE",
    endpoints: "true",
    zones: "false",
    protect: "false",
    budget: "300",
  },
  prod: {
    class: "db.m7g.large",
    backups: "14",
    nat: "PER_ZONE",
    endpoints: "true",
    zones: "true",
    protect: "true",
    budget: "900",
  },
} as const satisfies Record<EnvironmentName, object>;

export function baseSettings(environment: EnvironmentName) {
  const usual = defaults[environment];
  return z
    .object({
      /** One NAT gateway is cheaper; one in each zone lives on when a zone does not. */
      natGateways: oneOf("SINGLE", "PER_ZONE").prefault(usual.nat),
      /** Endpoints in the network for ECR, logs and secrets; each costs by the hour, and without them the NAT gateway serves. */
      privateEndpoints: flag.prefault(usual.endpoints),
      logRetentionDays: retentionDays.prefault("14"),
      databaseClass: z
        .string()
        .regex(/^db\.[a-z0-9]+\.[a-z0-9]+$/, "must be an instance class of RDS, as db.t4g.micro")
        .prefault(usual.class),
      databaseStorageGb: wholeNumber(20, 16_384).prefault("20"),
      /** Storage grows by itself up to here. */
      databaseStorageMaxGb: wholeNumber(21, 65_536).prefault("100"),
      databaseMultiZone: flag.prefault(usual.zones),
      databaseBackupDays: wholeNumber(1, 35).prefault(usual.backups),
      /** Nothing that holds data is deleted by accident; a final snapshot is kept. */
      deletionProtection: flag.prefault(usual.protect),
      budgetUsd: wholeNumber(1, 1_000_000).prefault(usual.budget),
      /** Who hears of alarms and of the budget. */
      alarmEmail: emailAddress.optional(),
      /** The most that any role may do that is made here: for a pipeline that may make no others. */
      permissionsBoundaryArn: arnOf("iam", "arn:aws:iam::123456789012:policy/modelwright-boundary").optional(),
      /** A database for a hosted MLflow. */
      mlflow: flag.prefault("false"),
    })
    .refine((value) => value.databaseStorageMaxGb > value.databaseStorageGb, {
      path: ["databaseStorageMaxGb"],
      error: "must be more than databaseStorageGb",
    });
}

export type BaseSettings = z.output<ReturnType<typeof baseSettings>>;
