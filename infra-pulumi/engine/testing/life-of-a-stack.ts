import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { API_IMAGE, APP, NEXT_API_IMAGE, OIDC, OIDC_SECRET, WEB_IMAGE } from "../../testing/example-settings.ts";
import { Workspace } from "./workspace.ts";

export const INVOCATION = "aws:lambda/invocation:Invocation migration";
const service = (name: string) => `aws:ecs/service:Service ${name}`;
export const UP = ["up", "--yes", "--skip-preview"];
/** Once for each program is enough: what is not changed breaks no policy later. */
const WITH_POLICIES = ["--policy-pack", "../policies"];
/** What must not be made before something else is there. */
export const NEEDED = [
  [service("api"), INVOCATION],
  [service("worker"), INVOCATION],
  [service("web"), INVOCATION],
  [service("api"), "aws:lb/listenerRule:ListenerRule balancer-api"],
  [service("api"), "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule api-to-database-api-in"],
  ["aws:lb/listener:Listener balancer-https", "aws:acm/certificateValidation:CertificateValidation certificate"],
  [INVOCATION, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule migrate-to-database-migrate-in"],
] as const;
const UNCHANGED = ["preview", "--expect-no-changes"];

/**
 * From nothing to nothing with the real engine and a made-up cloud. It proves order, dependencies, that nothing changes when nothing
 * did, recovery from failures, secrets and policies; not what AWS takes: the cloud takes everything.
 */
export function lifeOf(
  stack: string,
  {
    base: baseCount,
    app: appCount,
    extra,
  }: { base: number; app: number; extra?: (workspace: () => Workspace) => void },
): void {
  describe(`engine test: the life of the stack ${stack}`, () => {
    let workspace: Workspace;
    const { oidcClientSecret: _, ...oidc } = OIDC;
    const settings = {
      ...APP,
      ...oidc,
      domain: `${stack}.modelwright.example`,
      allowedCidrs: "0.0.0.0/0",
      machinesFromOutside: "true",
    };

    beforeAll(async () => {
      workspace = await Workspace.create();
      await workspace.initialize("base", stack);
      await workspace.initialize("app", stack, settings);
      await workspace.succeed("app", "config", "set", "--secret", "oidcClientSecret", OIDC_SECRET);
    });
    afterAll(() => workspace?.remove());

    test("a preview of the base shows all, and makes nothing", async () => {
      expect(await workspace.succeed("base", "preview")).toContain(`${baseCount} to create`);
      expect(workspace.takeCalls()).toEqual([]);
    });

    test("the base is made, in an order that works", async () => {
      expect(await workspace.succeed("base", ...UP, ...WITH_POLICIES)).toContain(`${baseCount} created`);
      const calls = workspace.takeCalls();
      const at = (call: string) => calls.indexOf(`create ${call}`);
      expect(at("aws:rds/subnetGroup:SubnetGroup database")).toBeLessThan(at("aws:rds/instance:Instance database"));
      expect(at("aws:cloudwatch/logGroup:LogGroup database-postgresql")).toBeLessThan(
        at("aws:rds/instance:Instance database"),
      );
      expect(at("aws:sns/topicPolicy:TopicPolicy notices")).toBeLessThan(at("aws:budgets/budget:Budget budget"));
      expect(at("aws:iam/rolePolicy:RolePolicy network-flow-log")).toBeLessThan(
        at("aws:ec2/flowLog:FlowLog network-flow-log"),
      );
    });

    test("no gateway before its way to the internet", async () => {
      const [gateway, way] = [
        "aws:ec2/natGateway:NatGateway network-nat-0",
        "aws:ec2/route:Route network-public-internet",
      ];
      expect(await workspace.dependencies("base", gateway)).toContain(way);
    });

    test("nothing changed, so there is nothing to change", async () => {
      expect(await workspace.succeed("base", ...UNCHANGED)).toContain(`${baseCount} unchanged`);
    });

    test("the app is made: the migration before every service, the listener before what it sends to", async () => {
      expect(await workspace.succeed("app", ...UP, ...WITH_POLICIES)).toContain(`${appCount} created`);
      const calls = workspace.takeCalls();
      const at = (call: string) => calls.indexOf(`create ${call}`);
      for (const name of ["api", "worker", "web"]) {
        expect(at(service(name))).toBeGreaterThan(at(INVOCATION));
        expect(at(service(name))).toBeGreaterThan(at("aws:lb/listener:Listener balancer-https"));
        expect(at(service(name))).toBeGreaterThan(at(`aws:iam/rolePolicy:RolePolicy ${name}-execution`));
      }
      expect(at(INVOCATION)).toBeGreaterThan(
        at("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule migrate-to-database-migrate-in"),
      );
      expect(at("aws:lb/listener:Listener balancer-https")).toBeGreaterThan(
        at("aws:acm/certificateValidation:CertificateValidation certificate"),
      );
    });

    test("each waits for what it needs", async () => {
      for (const [resource, needed] of NEEDED) expect(await workspace.dependencies("app", resource)).toContain(needed);
    });

    test("nothing changed there either", async () => {
      expect(await workspace.succeed("app", ...UNCHANGED)).toContain(`${appCount} unchanged`);
    });

    extra?.(() => workspace);

    test("when a new image fails mid-way, what is done is known, and the next time does the rest", async () => {
      workspace.set("app", stack, "apiImage", NEXT_API_IMAGE);
      workspace.failAt(`update ${service("worker")}`);
      const { code, output } = await workspace.pulumi("app", ...UP);
      expect(code).not.toBe(0);
      expect(output).toContain(`told to fail at: update ${service("worker")}`);
      expect(workspace.takeCalls()).toContain(`create ${INVOCATION}`);

      workspace.failAt();
      await workspace.succeed("app", ...UP);
      const retried = workspace.takeCalls();
      expect(retried).toContain(`update ${service("worker")}`);
      expect(retried).not.toContain(`create ${INVOCATION}`);
      // The web app's image is the same, so nobody touches it.
      expect(retried).not.toContain(`update ${service("web")}`);
      expect(retried.filter((call) => call.startsWith("create"))).toEqual([]);
    });

    test("what somebody deleted by hand is noticed, and made again", async () => {
      workspace.lose("aws:cloudwatch/metricAlarm:MetricAlarm metricalarm-alarms-faults");
      await workspace.succeed("app", "refresh", "--yes", "--skip-preview");
      expect(workspace.takeCalls()).toEqual([]);
      expect(await workspace.succeed("app", ...UP)).toContain("1 created");
      expect(workspace.takeCalls()).toEqual(["create aws:cloudwatch/metricAlarm:MetricAlarm alarms-faults"]);
    });

    test("no state file holds a secret", () => {
      const files = workspace.stateFiles();
      expect(files.filter(({ text }) => text.includes(API_IMAGE)).length).toBeGreaterThan(0);
      expect(files.filter(({ text }) => text.includes(WEB_IMAGE)).length).toBeGreaterThan(0);
      expect(files.filter(({ text }) => text.includes(OIDC_SECRET)).map(({ name }) => name)).toEqual([]);
    });

    test("all of it goes away", async () => {
      await workspace.succeed("app", "destroy", "--yes", "--skip-preview");
      await workspace.succeed("base", "destroy", "--yes", "--skip-preview");
      expect(workspace.resources()).toEqual([]);
    });
  });
}
