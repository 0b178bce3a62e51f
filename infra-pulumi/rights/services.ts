/**
 * The services that the programs make something of, by the provider's module: what a deployment may do there is all that the service has.
 * A test holds it to what is made.
 */
export const REGIONAL: Record<string, readonly string[]> = {
  acm: ["acm"],
  appautoscaling: ["application-autoscaling"],
  cloudwatch: ["cloudwatch", "logs", "events"],
  ec2: ["ec2"],
  ecr: ["ecr"],
  ecs: ["ecs"],
  kms: ["kms"],
  lambda: ["lambda"],
  lb: ["elasticloadbalancing"],
  rds: ["rds"],
  s3: ["s3"],
  servicediscovery: ["servicediscovery"],
  sfn: ["states"],
  sns: ["sns"],
  vpc: ["ec2"],
  wafv2: ["wafv2"],
};

/** Services that are of no region. */
export const GLOBAL: Record<string, readonly string[]> = { budgets: ["budgets"], route53: ["route53"] };

/** Whose rights are not given as a whole. */
export const APART = ["iam"];
