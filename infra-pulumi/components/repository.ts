import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { named } from "./naming.ts";

export interface RepositoryArgs {
  keyArn: pulumi.Input<string>;
  removable: boolean;
}

const KEPT_IMAGES = 10;
/** What a deployment brings is tagged so, by the pipeline and by hand: what is counted is images, and not what comes along with them. */
export const RELEASES = "release-*";
/**
 * An image comes with signatures and statements, tagged with its digest or not at all, and is itself a list of images without tags: at most six
 * of each a release. They are counted apart, or ten images would be kept for two or three releases.
 */
const KEPT_OF_WHAT_COMES_ALONG = 6 * KEPT_IMAGES;

/** Images of one kind: a tag stays what it was, each image is scanned, and the last ten releases are kept. */
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
            rule(1, `The last ${KEPT_IMAGES} releases are kept`, KEPT_IMAGES, {
              tagStatus: "tagged",
              tagPatternList: [RELEASES],
            }),
            rule(2, "And their signatures", KEPT_OF_WHAT_COMES_ALONG, {
              tagStatus: "tagged",
              tagPatternList: ["sha256-*"],
            }),
            rule(3, "And what has no tag", KEPT_OF_WHAT_COMES_ALONG, { tagStatus: "untagged" }),
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
function rule(rulePriority: number, description: string, countNumber: number, selection: object) {
  return {
    rulePriority,
    description,
    selection: { ...selection, countType: "imageCountMoreThan", countNumber },
    action: { type: "expire" },
  };
}
