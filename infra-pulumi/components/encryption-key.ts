import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { named } from "./naming.ts";
import { account, document, region } from "./policy-document.ts";

/** The stack's own key for data at rest: who may read it is said here, and whoever deletes the key deletes the data. */
export class EncryptionKey extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:EncryptionKey", name, {}, opts);
    const key = new aws.kms.Key(
      name,
      {
        description: `Data of ${named()} at rest`,
        enableKeyRotation: true,
        deletionWindowInDays: 30,
        policy: keyPolicy(),
      },
      { parent: this },
    );
    new aws.kms.Alias(`${name}-alias`, { name: `alias/${named()}`, targetKeyId: key.keyId }, { parent: this });
    this.arn = key.arn;
    this.registerOutputs({ arn: this.arn });
  }
}

/** A key's policy speaks of that key alone: "*" is the key itself. */
function keyPolicy(): pulumi.Output<string> {
  const own = pulumi.interpolate`arn:aws:logs:${region()}:${account()}:*`;
  const use = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];
  return document([
    {
      Sid: "TheAccountDecidesByItsRoles",
      Effect: "Allow",
      Principal: { AWS: pulumi.interpolate`arn:aws:iam::${account()}:root` },
      Action: "kms:*",
      Resource: "*",
    },
    {
      Sid: "LogsAreEncrypted",
      Effect: "Allow",
      Principal: { Service: pulumi.interpolate`logs.${region()}.amazonaws.com` },
      Action: use,
      Resource: "*",
      Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": own } },
    },
    {
      // Alarms and budgets write to an encrypted topic only when they may use its key.
      Sid: "AlarmsReachTheTopic",
      Effect: "Allow",
      Principal: { Service: ["cloudwatch.amazonaws.com", "budgets.amazonaws.com"] },
      Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceAccount": account() } },
    },
  ]);
}
