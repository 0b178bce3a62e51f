import * as pulumi from "@pulumi/pulumi";

/** The types of ours that AWS keeps no tags for; a test compares this with the SDK. */
const UNTAGGED = new Set([
  "aws:acm/certificateValidation:CertificateValidation",
  "aws:appautoscaling/policy:Policy",
  "aws:cloudwatch/eventTarget:EventTarget",
  "aws:cloudwatch/logMetricFilter:LogMetricFilter",
  "aws:ec2/route:Route",
  "aws:ec2/routeTableAssociation:RouteTableAssociation",
  "aws:ecr/lifecyclePolicy:LifecyclePolicy",
  "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:kms/alias:Alias",
  "aws:lambda/invocation:Invocation",
  "aws:route53/record:Record",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
  "aws:s3/bucketPolicy:BucketPolicy",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:s3/bucketVersioning:BucketVersioning",
  "aws:sns/topicPolicy:TopicPolicy",
  "aws:sns/topicSubscription:TopicSubscription",
  "aws:wafv2/webAclAssociation:WebAclAssociation",
]);

export function isTaggable(type: string): boolean {
  return type.startsWith("aws:") && !UNTAGGED.has(type);
}

/**
 * Gives every resource that is made from here on the tags by which costs and owners are found. The provider's own default tags would
 * do so too, but unseen by policies, which look at what the program says.
 */
export function tagEverything(environment: string): void {
  const stack = pulumi.getStack();
  const tags = { project: "modelwright", environment, stack, managedBy: "pulumi" };
  pulumi.runtime.registerStackTransformation(({ type, name, props, opts }) => {
    if (!isTaggable(type)) return undefined;
    return { props: { ...props, tags: { Name: `modelwright-${stack}-${name}`, ...tags, ...props.tags } }, opts };
  });
}
