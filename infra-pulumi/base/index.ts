/** What must exist before the services can start. */
import { getStack } from "@pulumi/pulumi";
import { ArtifactBucket } from "../components/artifact-bucket.ts";
import { boundRoles } from "../components/bounded-roles.ts";
import { Budget } from "../components/budget.ts";
import { Database } from "../components/database.ts";
import { EncryptionKey } from "../components/encryption-key.ts";
import { Network } from "../components/network.ts";
import { Notices } from "../components/notices.ts";
import { Repository } from "../components/repository.ts";
import { tagEverything } from "../components/tagging.ts";
import { baseSettings } from "../settings/base-settings.ts";
import { environmentOf } from "../settings/environments.ts";
import { readSettings } from "../settings/read-settings.ts";

const environment = environmentOf(getStack());
const settings = readSettings(baseSettings(environment));
const { logRetentionDays } = settings;
const removable = !settings.deletionProtection;
tagEverything(environment);
boundRoles(settings.permissionsBoundaryArn);

const key = new EncryptionKey("data");
const notices = new Notices("notices", { keyArn: key.arn, email: settings.alarmEmail });
new Budget("budget", { usd: settings.budgetUsd, topicArn: notices.topicArn });

const network = new Network("network", {
  natGateways: settings.natGateways,
  privateEndpoints: settings.privateEndpoints,
  logRetentionDays,
  keyArn: key.arn,
});

const images = ["api", "web", ...(settings.mlflow ? ["mlflow"] : [])];
const repositoryOf = images.map((name) => [name, new Repository(name, { keyArn: key.arn, removable })] as const);
const artifacts = new ArtifactBucket("artifacts", { keyArn: key.arn, removable });

const databaseOf = (name: string, databaseName: string) =>
  new Database(name, {
    vpcId: network.vpcId,
    subnetIds: network.privateSubnetIds,
    keyArn: key.arn,
    topicArn: notices.topicArn,
    databaseName,
    instanceClass: settings.databaseClass,
    storageGb: settings.databaseStorageGb,
    storageMaxGb: settings.databaseStorageMaxGb,
    multiZone: settings.databaseMultiZone,
    backupDays: settings.databaseBackupDays,
    protect: settings.deletionProtection,
    logRetentionDays,
  });
const database = databaseOf("database", "modelwright");
// MLflow migrates a database of its own, which it may have to itself.
const mlflowDatabase = settings.mlflow ? databaseOf("mlflow-database", "mlflow") : undefined;

export const keyArn = key.arn;
export const topicArn = notices.topicArn;
export const vpcId = network.vpcId;
export const publicSubnetIds = network.publicSubnetIds;
export const privateSubnetIds = network.privateSubnetIds;
export const repositories = Object.fromEntries(repositoryOf.map(([name, { url, arn }]) => [name, { url, arn }]));
export const artifactBucket = { name: artifacts.bucket, arn: artifacts.arn };
export const databases = {
  modelwright: connectionOf(database),
  ...(mlflowDatabase ? { mlflow: connectionOf(mlflowDatabase) } : {}),
};

function connectionOf({ host, port, databaseName, user, securityGroupId, secretArn }: Database) {
  return { host, port, databaseName, user, securityGroupId, secretArn };
}
