import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export interface Statement {
  actions: string[];
  resources: pulumi.Input<string>[];
  conditions?: Record<string, Record<string, pulumi.Input<string | string[]>>>;
}

/** What a role may do. */
export function rights(statements: Statement[]): pulumi.Output<string> {
  return document(
    statements.map(({ actions, resources, conditions }) => ({
      Effect: "Allow",
      Action: actions,
      Resource: resources,
      ...(conditions ? { Condition: conditions } : {}),
    })),
  );
}

/** Lambda takes on a role for the function that was given it, and tells no account that could be asked for. */
const TELLS_NO_ACCOUNT = ["lambda.amazonaws.com"];

/** Who may take on a role: a service, and only for this account, so that nobody else's resource can make the service do so. */
export function trust(service: string): pulumi.Output<string> {
  const ofThisAccount = { Condition: { StringEquals: { "aws:SourceAccount": account() } } };
  return document([
    {
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { Service: service },
      ...(TELLS_NO_ACCOUNT.includes(service) ? {} : ofThisAccount),
    },
  ]);
}

export function document(statements: pulumi.Input<Record<string, unknown>>[]): pulumi.Output<string> {
  return pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements });
}

export function account(): pulumi.Output<string> {
  return aws.getCallerIdentityOutput().accountId;
}

export function region(): pulumi.Output<string> {
  return aws.getRegionOutput().region;
}
