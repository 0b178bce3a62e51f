import * as pulumi from "@pulumi/pulumi";
import { account } from "./policy-document.ts";
import { PrivateBucket } from "./private-bucket.ts";

export interface AccessLogBucketArgs {
  keptDays: number;
  removable: boolean;
}

/** Where the balancer writes who asked for what. It can write to no bucket that has a key of one's own. */
export class AccessLogBucket extends pulumi.ComponentResource {
  /** Known once the balancer may write to it. */
  readonly bucket: pulumi.Output<string>;

  constructor(name: string, args: AccessLogBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:AccessLogBucket", name, {}, opts);
    const { bucket, policy } = new PrivateBucket(
      name,
      {
        removable: args.removable,
        versioned: false,
        lifecycleRules: [
          { id: "kept", status: "Enabled", filter: { prefix: "" }, expiration: { days: args.keptDays } },
        ],
        statements: (arn) => [
          {
            Sid: "TheBalancerWrites",
            Effect: "Allow",
            Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
            Action: "s3:PutObject",
            Resource: pulumi.interpolate`${arn}/AWSLogs/${account()}/*`,
          },
        ],
      },
      { parent: this },
    );
    this.bucket = pulumi.all([bucket, policy.id]).apply(([value]) => value);
    this.registerOutputs({ bucket: this.bucket });
  }
}
