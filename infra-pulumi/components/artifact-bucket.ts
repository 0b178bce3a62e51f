import * as pulumi from "@pulumi/pulumi";
import type { Statement } from "./policy-document.ts";
import { PrivateBucket } from "./private-bucket.ts";

export interface ArtifactBucketArgs {
  keyArn: pulumi.Input<string>;
  removable: boolean;
}

/** Model files: a version is kept though its file is written over or removed, for a month. */
export class ArtifactBucket extends pulumi.ComponentResource {
  readonly bucket: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;

  constructor(name: string, { keyArn, removable }: ArtifactBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:ArtifactBucket", name, {}, opts);
    const { bucket, arn } = new PrivateBucket(
      name,
      {
        keyArn,
        removable,
        versioned: true,
        lifecycleRules: [
          {
            id: "old-versions",
            status: "Enabled",
            filter: { prefix: "" },
            noncurrentVersionExpiration: { noncurrentDays: 30 },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
      { parent: this },
    );
    this.bucket = bucket;
    this.arn = arn;
    this.registerOutputs({ bucket, arn });
  }
}

/** What a task may do with model files. */
export function mayUseArtifacts(bucketArn: pulumi.Input<string>, keyArn: pulumi.Input<string>): Statement[] {
  return [
    {
      actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
      resources: [pulumi.interpolate`${bucketArn}/*`],
    },
    // Without the right to list, a file that is missing is reported as one that may not be seen.
    { actions: ["s3:ListBucket"], resources: [bucketArn] },
    { actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [keyArn] },
  ];
}
