import { allowing, kindOf, type PolicyStatement, type Rule, when } from "../rule.ts";

/** Actions that AWS defines for no resource: they can be given for "*" alone. */
const WITHOUT_RESOURCE = ["ecr:GetAuthorizationToken"];
const RIGHTS = ["iam/rolePolicy", "iam/policy", "iam/userPolicy", "iam/groupPolicy"];
const ATTACHMENTS = ["iam/rolePolicyAttachment", "iam/userPolicyAttachment", "iam/groupPolicyAttachment"];

export const noWildcardRights: Rule = {
  name: "no-wildcard-rights",
  description: "A role is given named actions on named resources.",
  check: (resource) => {
    const { props } = resource;
    const kind = kindOf(resource);
    if (RIGHTS.includes(kind)) return allowing(props.policy).flatMap(tooMuch);
    if (ATTACHMENTS.includes(kind))
      return when({
        "has a policy that allows nearly everything": /(AdministratorAccess|PowerUserAccess|FullAccess)$/.test(
          String(props.policyArn),
        ),
      });
    if (kind === "iam/role")
      return when({
        "may be taken on by everybody": allowing(props.assumeRolePolicy).some(
          ({ Principal }) => Principal === "*" || (Principal as { AWS?: string } | undefined)?.AWS === "*",
        ),
        "has a policy that allows nearly everything": (props.managedPolicyArns ?? []).some((arn: string) =>
          /(AdministratorAccess|PowerUserAccess|FullAccess)$/.test(arn),
        ),
      });
    return [];
  },
};

function tooMuch({ Action, NotAction, Resource, NotResource }: PolicyStatement): string[] {
  const actions = [Action ?? []].flat();
  const everything = [Resource ?? []].flat().filter(isEverything);
  return [
    ...when({
      "allows all but some actions": NotAction !== undefined,
      "allows it on all but some": NotResource !== undefined,
    }),
    ...actions.filter((action) => action.includes("*")).map((action) => `allows ${action}`),
    ...actions
      .filter((action) => everything.length > 0 && !WITHOUT_RESOURCE.includes(action))
      .map((action) => `allows ${action} on ${everything.join(" and ")}`),
  ];
}

/** "*", or all of a kind; "*" as the region, or as the end of a longer name, is a name still. */
function isEverything(resource: string): boolean {
  if (!resource.startsWith("arn:")) return resource.includes("*");
  const [, , service, , , ...rest] = resource.split(":");
  const name = rest.join(":");
  // What stands before the slash is a kind, but for S3, where it is a bucket.
  return /^\*?(\/?\*)?$/.test(name) || (service !== "s3" && /^[a-z-]+[:/]\*$/.test(name));
}
