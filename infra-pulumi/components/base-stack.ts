import * as pulumi from "@pulumi/pulumi";

/** How a database is reached. */
export interface Connection {
  host: string;
  port: number;
  databaseName: string;
  user: string;
  securityGroupId: string;
  secretArn: string;
}

interface RepositoryOutput {
  url: string;
  arn: string;
}

/** What base/index.ts exports. */
interface BaseOutputs {
  keyArn: string;
  topicArn: string;
  vpcId: string;
  publicSubnetIds: string[];
  privateSubnetIds: string[];
  repositories: { api: RepositoryOutput; web: RepositoryOutput; mlflow?: RepositoryOutput };
  artifactBucket: { name: string; arn: string };
  databases: { modelwright: Connection; mlflow?: Connection };
}

/** What the base of the same name has made, each to be had as an output. */
export function baseStack(): { [K in keyof BaseOutputs]: pulumi.Output<BaseOutputs[K]> } {
  const reference = new pulumi.StackReference("base", {
    name: `${pulumi.getOrganization()}/modelwright-base/${pulumi.getStack()}`,
  });
  const output = <K extends keyof BaseOutputs>(name: K) =>
    reference.requireOutput(name) as pulumi.Output<BaseOutputs[K]>;
  return {
    keyArn: output("keyArn"),
    topicArn: output("topicArn"),
    vpcId: output("vpcId"),
    publicSubnetIds: output("publicSubnetIds"),
    privateSubnetIds: output("privateSubnetIds"),
    repositories: output("repositories"),
    artifactBucket: output("artifactBucket"),
    databases: output("databases"),
  };
}
