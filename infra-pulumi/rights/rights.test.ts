import { beforeAll, expect, test } from "vitest";
import { APP, MLFLOW_IMAGE, OIDC } from "../testing/example-settings.ts";
import { inputsOf, kindOf, statementsOf } from "../testing/query.ts";
import { ACCOUNT, type Made, REGION, runProgram } from "../testing/run-program.ts";
import { boundary, boundaryArn, deployment, type RightsDocument, ROLE_PATH } from "./documents.ts";
import { APART, GLOBAL, REGIONAL } from "./services.ts";

const MODEL = "eu.anthropic.claude-haiku-4-5-20251001-v1:0";
const permissionsBoundaryArn = boundaryArn(ACCOUNT);

/** All that the programs can make. */
const made: Made[] = [];
beforeAll(async () => {
  const base = { mlflow: "true", alarmEmail: "ops@example.com", permissionsBoundaryArn };
  const bedrock = { interpreter: "BEDROCK", languageModel: MODEL, bedrockModels: MODEL };
  const app = { ...APP, ...OIDC, ...bedrock, mlflowImage: MLFLOW_IMAGE, permissionsBoundaryArn };
  made.push(...(await runProgram("base", "prod", base)).made, ...(await runProgram("app", "prod", app, base)).made);
});

const rights: [string, RightsDocument][] = [
  ["boundary", boundary(ACCOUNT)],
  ["deployment", deployment(ACCOUNT, REGION)],
];
const allowed = (document: RightsDocument) =>
  document.Statement.filter(({ Effect }) => Effect === "Allow").flatMap(({ Action }) => Action);

test("a deployment may do what it makes takes, of these services and no others", () => {
  const modules = new Set(made.map((resource) => kindOf(resource).split("/")[0] ?? ""));
  expect([...modules].sort()).toEqual([...Object.keys({ ...REGIONAL, ...GLOBAL }), ...APART].sort());
});

test("every role that is made is under the path and the boundary", () => {
  const roles = made.filter((resource) => kindOf(resource) === "iam/role");
  expect(roles.length).toBeGreaterThan(10);
  for (const { inputs } of roles)
    expect(inputs).toMatchObject({ path: ROLE_PATH, permissionsBoundary: permissionsBoundaryArn });
});

test("without a boundary there is none, and the path all the same", async () => {
  const run = await runProgram("base", "dev");
  const role = inputsOf(run.made, "iam/role");
  expect([role.path, role.permissionsBoundary]).toEqual([ROLE_PATH, undefined]);
});

test("what a role that is made may do is within the boundary, and all of that is some role's", () => {
  const used = made
    .filter((resource) => kindOf(resource) === "iam/rolePolicy")
    .flatMap(({ inputs }) => statementsOf(inputs.policy).flatMap(({ Action }) => [Action].flat()));
  expect([...new Set(used)].sort()).toEqual(allowed(boundary(ACCOUNT)).sort());
});

test.each(rights)("%s gives no identity that could give itself more", (_name, document) => {
  const ofIdentities = document.Statement.filter(({ Action }) =>
    Action.some((action) => /^(iam|sts|organizations|\*)(:|$)/.test(action) && action !== "sts:GetCallerIdentity"),
  );
  for (const { Action, Resource } of ofIdentities) {
    expect(Action.filter((action) => action.includes("*"))).toEqual([]);
    expect(Resource).toMatch(/:role\/(modelwright|aws-service-role)\/\*$/);
  }
  const makes = document.Statement.filter(({ Action }) =>
    Action.some((action) => /:(CreateRole|PutRolePolicy|PutRolePermissionsBoundary)$/.test(action)),
  );
  for (const { Condition } of makes)
    expect(Condition).toEqual({ StringEquals: { "iam:PermissionsBoundary": permissionsBoundaryArn } });
  const never =
    /:(AttachRolePolicy|DeleteRolePermissionsBoundary|CreatePolicyVersion|SetDefaultPolicyVersion|DeletePolicy|CreateUser|CreateAccessKey|AssumeRole)$/;
  expect(allowed(document).filter((action) => never.test(action))).toEqual([]);
});

test.each(rights)("%s is no longer than AWS takes", (_name, document) => {
  expect(JSON.stringify(document).length).toBeLessThan(6_144);
});
