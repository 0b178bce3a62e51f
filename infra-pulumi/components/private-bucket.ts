import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { document } from "./policy-document.ts";

export interface PrivateBucketArgs {
  /** Absent: encrypted by S3's own key, where a service that writes can use no other. */
  keyArn?: pulumi.Input<string>;
  versioned: boolean;
  lifecycleRules: aws.types.input.s3.BucketLifecycleConfigurationRule[];
  /** Removed with all that is in it. */
  removable: boolean;
  /** Besides the refusal of what isn't encrypted on its way. */
  statements?: (bucketArn: pulumi.Output<string>) => Record<string, unknown>[];
}

/** A bucket that nobody outside can see, whatever anyone says about its objects, and that takes no plain HTTP. */
export class PrivateBucket extends pulumi.ComponentResource {
  readonly bucket: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** Who writes to the bucket must wait until it may. */
  readonly policy: aws.s3.BucketPolicy;

  constructor(name: string, args: PrivateBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:PrivateBucket", name, {}, opts);
    const inside = { parent: this };
    const bucket = new aws.s3.Bucket(name, { forceDestroy: args.removable }, inside);
    const of = { bucket: bucket.bucket };
    const access = new aws.s3.BucketPublicAccessBlock(
      name,
      { ...of, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
      inside,
    );
    new aws.s3.BucketOwnershipControls(name, { ...of, rule: { objectOwnership: "BucketOwnerEnforced" } }, inside);
    new aws.s3.BucketServerSideEncryptionConfiguration(
      name,
      {
        ...of,
        rules: [
          args.keyArn
            ? {
                applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: args.keyArn },
                bucketKeyEnabled: true,
              }
            : { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
        ],
      },
      inside,
    );
    if (args.versioned)
      new aws.s3.BucketVersioning(name, { ...of, versioningConfiguration: { status: "Enabled" } }, inside);
    new aws.s3.BucketLifecycleConfiguration(name, { ...of, rules: args.lifecycleRules }, inside);
    this.policy = new aws.s3.BucketPolicy(
      name,
      { ...of, policy: document([onlyEncrypted(bucket.arn), ...(args.statements?.(bucket.arn) ?? [])]) },
      { ...inside, dependsOn: [access] },
    );
    this.bucket = bucket.bucket;
    this.arn = bucket.arn;
    this.registerOutputs({ bucket: this.bucket, arn: this.arn });
  }
}

function onlyEncrypted(arn: pulumi.Output<string>) {
  return {
    Sid: "NothingUnencryptedOnItsWay",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [arn, pulumi.interpolate`${arn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}
