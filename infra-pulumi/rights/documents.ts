import { GLOBAL, REGIONAL } from "./services.ts";

export interface RightsStatement {
  Sid: string;
  Effect: "Allow" | "Deny";
  Action: string[];
  Resource: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}

export interface RightsDocument {
  Version: "2012-10-17";
  Statement: RightsStatement[];
}

/** The path of every role that the programs make: what else is in an account they can't touch. */
export const ROLE_PATH = "/modelwright/";
export const BOUNDARY_NAME = "modelwright-boundary";

/** Who is given a role of theirs. */
const PASSED_TO = [
  "ecs-tasks.amazonaws.com",
  "lambda.amazonaws.com",
  "states.amazonaws.com",
  "events.amazonaws.com",
  "vpc-flow-logs.amazonaws.com",
];
/** AWS makes itself a role when one of these is first used in an account. */
const OWN_ROLES = [
  "ecs.amazonaws.com",
  "ecs.application-autoscaling.amazonaws.com",
  "elasticloadbalancing.amazonaws.com",
  "rds.amazonaws.com",
  "wafv2.amazonaws.com",
];

/**
 * The most that any role may do that the programs make, whatever its policy says: so that who may make roles can't make one that may
 * more. It makes no identities, and hands none on but these.
 */
export function boundary(account: string): RightsDocument {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Services",
        Effect: "Allow",
        Action: [
          "bedrock:InvokeModel",
          "bedrock:InvokeModelWithResponseStream",
          "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage",
          "ecr:GetAuthorizationToken",
          "ecr:GetDownloadUrlForLayer",
          "ecs:DescribeTasks",
          "ecs:RunTask",
          "ecs:StopTask",
          "ecs:UpdateService",
          "kms:Decrypt",
          "kms:GenerateDataKey",
          "logs:CreateLogStream",
          "logs:DescribeLogStreams",
          "logs:PutLogEvents",
          "s3:DeleteObject",
          "s3:GetObject",
          "s3:ListBucket",
          "s3:PutObject",
          "secretsmanager:GetSecretValue",
          "states:StartExecution",
        ],
        Resource: "*",
      },
      {
        Sid: "RolesOfTasks",
        Effect: "Allow",
        Action: ["iam:PassRole"],
        Resource: rolesOf(account),
        Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
      },
    ],
  };
}

/**
 * What a pipeline that deploys may do: all of the services that the programs use, in their region, and of identities no more than to make
 * roles under the boundary.
 */
export function deployment(account: string, region: string): RightsDocument {
  const roles = rolesOf(account);
  const whole = (services: Record<string, readonly string[]>) =>
    [...new Set(Object.values(services).flat())].map((service) => `${service}:*`);
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "ServicesOfTheRegion",
        Effect: "Allow",
        Action: whole(REGIONAL),
        Resource: "*",
        Condition: { StringEquals: { "aws:RequestedRegion": region } },
      },
      {
        Sid: "ServicesOfNoRegion",
        Effect: "Allow",
        Action: [...whole(GLOBAL), "sts:GetCallerIdentity"],
        Resource: "*",
      },
      {
        Sid: "TheDatabasesPassword",
        Effect: "Allow",
        // RDS makes the secret, in the deployment's name; to read it is not needed.
        Action: [
          "secretsmanager:CreateSecret",
          "secretsmanager:DescribeSecret",
          "secretsmanager:RotateSecret",
          "secretsmanager:TagResource",
        ],
        Resource: `arn:aws:secretsmanager:${region}:${account}:secret:rds!*`,
      },
      {
        Sid: "ASignInByCognito",
        Effect: "Allow",
        Action: ["cognito-idp:DescribeUserPoolClient"],
        Resource: `arn:aws:cognito-idp:${region}:${account}:userpool/*`,
      },
      {
        Sid: "RolesUnderTheBoundary",
        Effect: "Allow",
        Action: ["iam:CreateRole", "iam:DeleteRolePolicy", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy"],
        Resource: roles,
        Condition: { StringEquals: { "iam:PermissionsBoundary": boundaryArn(account) } },
      },
      {
        Sid: "TheSameRoles",
        Effect: "Allow",
        Action: [
          "iam:DeleteRole",
          "iam:GetRole",
          "iam:GetRolePolicy",
          "iam:ListAttachedRolePolicies",
          "iam:ListInstanceProfilesForRole",
          "iam:ListRolePolicies",
          "iam:TagRole",
          "iam:UntagRole",
          "iam:UpdateAssumeRolePolicy",
          "iam:UpdateRole",
        ],
        Resource: roles,
      },
      {
        Sid: "ForServicesAlone",
        Effect: "Allow",
        Action: ["iam:PassRole"],
        Resource: roles,
        Condition: { StringEquals: { "iam:PassedToService": PASSED_TO } },
      },
      {
        Sid: "RolesOfAwsItself",
        Effect: "Allow",
        Action: ["iam:CreateServiceLinkedRole"],
        Resource: `arn:aws:iam::${account}:role/aws-service-role/*`,
        Condition: { StringEquals: { "iam:AWSServiceName": OWN_ROLES } },
      },
    ],
  };
}

export function boundaryArn(account: string): string {
  return `arn:aws:iam::${account}:policy/${BOUNDARY_NAME}`;
}

function rolesOf(account: string): string {
  return `arn:aws:iam::${account}:role${ROLE_PATH}*`;
}
