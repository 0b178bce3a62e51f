import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { named } from "./naming.ts";
import { type SignIn, signedIn } from "./sign-in.ts";

export interface LoadBalancerArgs {
  vpcId: pulumi.Input<string>;
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  certificateArn: pulumi.Input<string>;
  allowedCidrs: string[];
  accessLogBucket: pulumi.Input<string>;
  signIn: SignIn;
  /** Whether programs with a key may pass without the sign-in: whoever shows a bearer token is sent on, and the API looks at it. */
  machines: boolean;
  protect: boolean;
}

/** TLS 1.3, and 1.2 with forward secrecy and authenticated ciphers alone. */
const TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06";
/** The most that there is: a stream in which nothing happens for an hour is not cut. */
const IDLE_SECONDS = 4000;
/** Requests that a task works on may end when it is taken out; streams resume elsewhere. */
const DRAIN_SECONDS = 60;
/** What the API answers. AWS takes three values in a condition, and five in a rule. */
const API_PATHS = { pathPattern: { values: ["/graphql", "/mlflow/*", "/models/*/versions/*/card.md"] } };
/** As a program shows its key; AWS compares it whatever its case. */
const WITH_KEY = { httpHeader: { httpHeaderName: "Authorization", values: ["Bearer *"] } };
/** A person may open an address of it as well: the playground, a card, a link that MLflow's client printed. So a browser asks for a page. */
const AS_PAGE = { httpHeader: { httpHeaderName: "Accept", values: ["*text/html*"] } };

/** The only thing that the internet reaches: one origin, whose path says whether the API or the web app answers. */
export class LoadBalancer extends pulumi.ComponentResource {
  readonly dnsName: pulumi.Output<string>;
  readonly hostedZoneId: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** As CloudWatch names it. */
  readonly arnSuffix: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;
  readonly apiTargets: aws.lb.TargetGroup;
  readonly webTargets: aws.lb.TargetGroup;
  /** A target group takes tasks only once a listener has it. */
  readonly listening: pulumi.Resource[];

  constructor(name: string, args: LoadBalancerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:LoadBalancer", name, {}, opts);
    const inside = { parent: this };
    const group = this.#securityGroup(name, args);
    const balancer = new aws.lb.LoadBalancer(
      name,
      {
        name: named(),
        loadBalancerType: "application",
        internal: false,
        subnets: args.subnetIds,
        securityGroups: [group.id],
        idleTimeout: IDLE_SECONDS,
        dropInvalidHeaderFields: true,
        desyncMitigationMode: "defensive",
        enableDeletionProtection: args.protect,
        accessLogs: { bucket: args.accessLogBucket, enabled: true },
      },
      inside,
    );
    this.apiTargets = this.#targets("api", 4000, args.vpcId);
    this.webTargets = this.#targets("web", 3000, args.vpcId);
    const to = (targets: aws.lb.TargetGroup) => ({ type: "forward", targetGroupArn: targets.arn });

    new aws.lb.Listener(
      `${name}-http`,
      {
        loadBalancerArn: balancer.arn,
        port: 80,
        protocol: "HTTP",
        defaultActions: [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } }],
      },
      inside,
    );
    const https = new aws.lb.Listener(
      `${name}-https`,
      {
        loadBalancerArn: balancer.arn,
        port: 443,
        protocol: "HTTPS",
        sslPolicy: TLS_POLICY,
        certificateArn: args.certificateArn,
        routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000",
        defaultActions: signedIn(args.signIn, "authenticate", to(this.webTargets)),
      },
      inside,
    );
    const apiRule = new aws.lb.ListenerRule(
      `${name}-api`,
      {
        listenerArn: https.arn,
        priority: 10,
        conditions: [API_PATHS],
        actions: signedIn(args.signIn, "deny", to(this.apiTargets)),
      },
      inside,
    );
    if (args.signIn.kind !== "NONE")
      new aws.lb.ListenerRule(
        `${name}-pages`,
        {
          listenerArn: https.arn,
          priority: 7,
          conditions: [API_PATHS, AS_PAGE],
          actions: signedIn(args.signIn, "authenticate", to(this.apiTargets)),
        },
        inside,
      );
    if (args.machines)
      // Before the rule that asks for the sign-in. Of a key that is none the API says so, and believes nothing else of such a request.
      new aws.lb.ListenerRule(
        `${name}-machines`,
        { listenerArn: https.arn, priority: 5, conditions: [API_PATHS, WITH_KEY], actions: [to(this.apiTargets)] },
        inside,
      );
    this.dnsName = balancer.dnsName;
    this.hostedZoneId = balancer.zoneId;
    this.arn = balancer.arn;
    this.arnSuffix = balancer.arnSuffix;
    this.securityGroupId = group.id;
    this.listening = [https, apiRule];
    this.registerOutputs({ dnsName: this.dnsName });
  }

  #securityGroup(name: string, { vpcId, allowedCidrs, signIn }: LoadBalancerArgs): aws.ec2.SecurityGroup {
    const inside = { parent: this };
    const group = new aws.ec2.SecurityGroup(name, { vpcId, description: "The balancer" }, inside);
    for (const cidrIpv4 of allowedCidrs) {
      for (const port of [80, 443]) {
        new aws.vpc.SecurityGroupIngressRule(
          `${name}-${port}-${cidrIpv4}`,
          { securityGroupId: group.id, cidrIpv4, ipProtocol: "tcp", fromPort: port, toPort: port },
          inside,
        );
      }
    }
    // Only a sign-in makes the balancer ask others: for tokens and who they are of.
    if (signIn.kind !== "NONE")
      new aws.vpc.SecurityGroupEgressRule(
        `${name}-sign-in`,
        { securityGroupId: group.id, cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 443, toPort: 443 },
        inside,
      );
    return group;
  }

  #targets(name: string, port: number, vpcId: pulumi.Input<string>): aws.lb.TargetGroup {
    return new aws.lb.TargetGroup(
      name,
      {
        vpcId,
        port,
        protocol: "HTTP",
        targetType: "ip",
        deregistrationDelay: DRAIN_SECONDS,
        // Streams live long, so the one with the fewest gets the next.
        loadBalancingAlgorithmType: "least_outstanding_requests",
        healthCheck: {
          path: "/readyz",
          matcher: "200",
          interval: 10,
          timeout: 5,
          healthyThreshold: 2,
          unhealthyThreshold: 3,
        },
      },
      { parent: this },
    );
  }
}
