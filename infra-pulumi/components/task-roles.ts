import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { rights, type Statement, trust } from "./policy-document.ts";

export interface TaskRolesArgs {
  repositoryArn?: pulumi.Input<string> | undefined;
  logGroupArn: pulumi.Input<string>;
  secretArns: pulumi.Input<string>[];
  keyArn: pulumi.Input<string>;
  /** What the program itself may do; none by default. */
  mayDo: Statement[];
}

/**
 * Two roles, apart: what ECS may do to start a task (its image, its log, its secrets), and what the program inside may do. The
 * program can't read the secrets of another service, nor pull images.
 */
export class TaskRoles extends pulumi.ComponentResource {
  readonly execution: aws.iam.Role;
  readonly task: aws.iam.Role;
  /** A task that starts before its rights are there fails. */
  readonly granted: pulumi.Resource[] = [];

  constructor(name: string, args: TaskRolesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:TaskRoles", name, {}, opts);
    this.execution = this.#role(`${name}-execution`, toStart(args));
    this.task = this.#role(`${name}-task`, args.mayDo);
    this.registerOutputs();
  }

  #role(name: string, statements: Statement[]): aws.iam.Role {
    const role = new aws.iam.Role(name, { assumeRolePolicy: trust("ecs-tasks.amazonaws.com") }, { parent: this });
    if (statements.length > 0)
      this.granted.push(new aws.iam.RolePolicy(name, { role: role.id, policy: rights(statements) }, { parent: this }));
    return role;
  }
}

function toStart({ repositoryArn, logGroupArn, secretArns, keyArn }: TaskRolesArgs): Statement[] {
  const statements: Statement[] = [
    {
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [pulumi.interpolate`${logGroupArn}:*`],
    },
  ];
  if (repositoryArn)
    statements.push(
      // A token for the registry is of no one repository: this action knows no other resource.
      { actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
      {
        actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        resources: [repositoryArn],
      },
    );
  if (secretArns.length > 0)
    statements.push(
      { actions: ["secretsmanager:GetSecretValue"], resources: secretArns },
      { actions: ["kms:Decrypt"], resources: [keyArn] },
    );
  return statements;
}
