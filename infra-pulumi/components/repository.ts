import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { named } from "./naming.ts";

export interface RepositoryArgs {
  keyArn: pulumi.Input<string>;
  removable: boolean;
}

const KEPT_IMAGES = 10;

/** Images of one kind: a tag stays what it was, each image is scanned, and the last ten are kept. */
export class Repository extends pulumi.ComponentResource {
  readonly url: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;

  constructor(name: string, { keyArn, removable }: RepositoryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:Repository", name, {}, opts);
    const repository = new aws.ecr.Repository(
      name,
      {
        name: named(name),
        imageTagMutability: "IMMUTABLE",
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: keyArn }],
        forceDelete: removable,
      },
      { parent: this },
    );
    new aws.ecr.LifecyclePolicy(
      name,
      {
        repository: repository.name,
        policy: JSON.stringify({
          rules: [
            {
              rulePriority: 1,
              description: `The last ${KEPT_IMAGES} are kept`,
              selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: KEPT_IMAGES },
              action: { type: "expire" },
            },
          ],
        }),
      },
      { parent: this },
    );
    this.url = repository.repositoryUrl;
    this.arn = repository.arn;
    this.registerOutputs({ url: this.url, arn: this.arn });
  }
}
