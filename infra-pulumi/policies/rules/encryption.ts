import { containersOf, kindOf, type Rule, type Seen, unaccompanied, when } from "../rule.ts";

export const encryptionEverywhere: Rule = {
  name: "encryption-everywhere",
  description: "What is kept is encrypted, and so is what travels.",
  check: (resource) => [...atRest(resource), ...onItsWay(resource)],
  checkStack: (resources) =>
    unaccompanied(resources, "s3/bucket", "s3/bucketServerSideEncryptionConfiguration").map(
      (name) => `the bucket ${name} says nothing of its encryption`,
    ),
};

function atRest(resource: Seen): string[] {
  const { props } = resource;
  switch (kindOf(resource)) {
    case "rds/instance":
    case "rds/cluster":
      return when({ "keeps data unencrypted": props.storageEncrypted !== true });
    case "cloudwatch/logGroup":
      return when({ "has no key": !props.kmsKeyId });
    case "sns/topic":
      return when({ "has no key": !props.kmsMasterKeyId });
    case "sqs/queue":
      return when({ "has no key": !props.kmsMasterKeyId && props.sqsManagedSseEnabled !== true });
    case "ecr/repository":
      return when({ "has no key": props.encryptionConfigurations?.[0]?.encryptionType !== "KMS" });
    case "ebs/volume":
    case "efs/fileSystem":
      return when({ "keeps data unencrypted": props.encrypted !== true });
    case "kms/key":
      return when({ "is never renewed": props.enableKeyRotation !== true });
    case "s3/bucketServerSideEncryptionConfiguration":
      return when({
        "names no algorithm": !(props.rules ?? []).every(
          (rule: Seen["props"]) => rule.applyServerSideEncryptionByDefault?.sseAlgorithm,
        ),
      });
    default:
      return [];
  }
}

function onItsWay(resource: Seen): string[] {
  const { props } = resource;
  switch (kindOf(resource)) {
    case "lb/listener":
      return when({
        "answers over plain HTTP with something else than a redirect to HTTPS":
          props.protocol === "HTTP" &&
          !(props.defaultActions ?? []).every(
            (action: Seen["props"]) => action.type === "redirect" && action.redirect?.protocol === "HTTPS",
          ),
        "takes TLS older than 1.2": props.protocol === "HTTPS" && !/TLS13-1-[23]/.test(String(props.sslPolicy ?? "")),
      });
    case "ecs/taskDefinition":
      return when({
        "speaks with a database whose certificate it does not check": containersOf(resource).some(
          ({ environment = [] }) =>
            environment.some(({ name }) => name === "DATABASE_HOST") &&
            !environment.some(({ name, value }) => name === "DATABASE_SSLMODE" && value === "verify-full"),
        ),
      });
    case "rds/parameterGroup":
      return when({
        "takes unencrypted connections": !(props.parameters ?? []).some(
          (parameter: Seen["props"]) => parameter.name === "rds.force_ssl" && String(parameter.value) === "1",
        ),
      });
    case "s3/bucketPolicy":
      return when({ "takes unencrypted requests": !String(props.policy).includes("aws:SecureTransport") });
    default:
      return [];
  }
}
