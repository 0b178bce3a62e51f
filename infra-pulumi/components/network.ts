import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { named } from "./naming.ts";
import { region, rights, type Statement, trust } from "./policy-document.ts";

export interface NetworkArgs {
  natGateways: "SINGLE" | "PER_ZONE";
  privateEndpoints: boolean;
  logRetentionDays: number;
  keyArn: pulumi.Input<string>;
}

const CIDR = "10.0.0.0/16";
const PUBLIC_CIDRS = ["10.0.0.0/24", "10.0.1.0/24"];
/** Tasks take an address each, so private subnets are large. */
const PRIVATE_CIDRS = ["10.0.16.0/20", "10.0.32.0/20"];

/** Two zones, each with a public subnet for the balancer and a private one for everything else. */
export class Network extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  readonly publicSubnetIds: pulumi.Output<string>[];
  readonly privateSubnetIds: pulumi.Output<string>[];
  readonly #name: string;

  constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:Network", name, {}, opts);
    this.#name = name;
    const vpc = new aws.ec2.Vpc(
      name,
      { cidrBlock: CIDR, enableDnsSupport: true, enableDnsHostnames: true },
      { parent: this },
    );
    this.vpcId = vpc.id;
    // Whatever is started without a group of its own lands in this one, and can neither hear nor speak.
    new aws.ec2.DefaultSecurityGroup(`${name}-default`, { vpcId: vpc.id, ingress: [], egress: [] }, { parent: this });

    const zones = aws.getAvailabilityZonesOutput({ state: "available" }).names;
    const publicSubnets = PUBLIC_CIDRS.map((cidr, zone) => this.#subnet("public", cidr, zone, zones));
    const privateSubnets = PRIVATE_CIDRS.map((cidr, zone) => this.#subnet("private", cidr, zone, zones));
    this.publicSubnetIds = publicSubnets.map(({ id }) => id);
    this.privateSubnetIds = privateSubnets.map(({ id }) => id);

    const toInternet = this.#publicRoutes(publicSubnets);
    const privateTables = this.#privateRoutes(publicSubnets, privateSubnets, args.natGateways, toInternet);
    this.#endpoints(privateTables, args.privateEndpoints);
    this.#flowLog(args);
    this.registerOutputs({ vpcId: this.vpcId });
  }

  #subnet(kind: "public" | "private", cidrBlock: string, zone: number, zones: pulumi.Output<string[]>) {
    return new aws.ec2.Subnet(
      `${this.#name}-${kind}-${zone}`,
      {
        vpcId: this.vpcId,
        cidrBlock,
        availabilityZone: zones.apply((names) => nth(names, zone)),
        // Nothing gets a public address by being here; the balancer and the NAT gateways have theirs otherwise.
        mapPublicIpOnLaunch: false,
      },
      { parent: this },
    );
  }

  #publicRoutes(subnets: aws.ec2.Subnet[]): aws.ec2.Route {
    const gateway = new aws.ec2.InternetGateway(`${this.#name}-internet`, { vpcId: this.vpcId }, { parent: this });
    const table = this.#routeTable("public", subnets);
    return new aws.ec2.Route(
      `${this.#name}-public-internet`,
      { routeTableId: table.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: gateway.id },
      { parent: this },
    );
  }

  #privateRoutes(
    publicSubnets: aws.ec2.Subnet[],
    privateSubnets: aws.ec2.Subnet[],
    natGateways: NetworkArgs["natGateways"],
    toInternet: aws.ec2.Route,
  ): aws.ec2.RouteTable[] {
    const homes = natGateways === "SINGLE" ? publicSubnets.slice(0, 1) : publicSubnets;
    const gateways = homes.map((subnet, zone) => {
      const address = new aws.ec2.Eip(`${this.#name}-nat-${zone}`, { domain: "vpc" }, { parent: this });
      return new aws.ec2.NatGateway(
        `${this.#name}-nat-${zone}`,
        { subnetId: subnet.id, allocationId: address.id },
        // AWS refuses a gateway that could reach nothing.
        { parent: this, dependsOn: [toInternet] },
      );
    });
    return privateSubnets.map((subnet, zone) => {
      const table = this.#routeTable(`private-${zone}`, [subnet]);
      new aws.ec2.Route(
        `${this.#name}-private-${zone}-nat`,
        {
          routeTableId: table.id,
          destinationCidrBlock: "0.0.0.0/0",
          natGatewayId: nth(gateways, Math.min(zone, gateways.length - 1)).id,
        },
        { parent: this },
      );
      return table;
    });
  }

  #routeTable(name: string, subnets: aws.ec2.Subnet[]): aws.ec2.RouteTable {
    const table = new aws.ec2.RouteTable(`${this.#name}-${name}`, { vpcId: this.vpcId }, { parent: this });
    subnets.forEach((subnet, index) => {
      new aws.ec2.RouteTableAssociation(
        `${this.#name}-${name}-${index}`,
        { routeTableId: table.id, subnetId: subnet.id },
        { parent: this },
      );
    });
    return table;
  }

  #endpoints(tables: aws.ec2.RouteTable[], privateEndpoints: boolean): void {
    // S3's costs nothing, and ECR's layers come from there.
    new aws.ec2.VpcEndpoint(
      `${this.#name}-s3`,
      {
        vpcId: this.vpcId,
        serviceName: pulumi.interpolate`com.amazonaws.${region()}.s3`,
        vpcEndpointType: "Gateway",
        routeTableIds: tables.map(({ id }) => id),
      },
      { parent: this },
    );
    if (!privateEndpoints) return;
    const group = new aws.ec2.SecurityGroup(
      `${this.#name}-endpoints`,
      { vpcId: this.vpcId, description: "Endpoints of AWS services in the network" },
      { parent: this },
    );
    new aws.vpc.SecurityGroupIngressRule(
      `${this.#name}-endpoints`,
      { securityGroupId: group.id, cidrIpv4: CIDR, ipProtocol: "tcp", fromPort: 443, toPort: 443 },
      { parent: this },
    );
    for (const service of ["ecr.api", "ecr.dkr", "logs", "secretsmanager"]) {
      new aws.ec2.VpcEndpoint(
        `${this.#name}-${service.replace(".", "-")}`,
        {
          vpcId: this.vpcId,
          serviceName: pulumi.interpolate`com.amazonaws.${region()}.${service}`,
          vpcEndpointType: "Interface",
          privateDnsEnabled: true,
          subnetIds: this.privateSubnetIds,
          securityGroupIds: [group.id],
        },
        { parent: this },
      );
    }
  }

  #flowLog({ logRetentionDays, keyArn }: NetworkArgs): void {
    const group = new aws.cloudwatch.LogGroup(
      `${this.#name}-flow-log`,
      { name: `/${named("flow-log")}`, retentionInDays: logRetentionDays, kmsKeyId: keyArn },
      { parent: this },
    );
    const role = new aws.iam.Role(
      `${this.#name}-flow-log`,
      { assumeRolePolicy: trust("vpc-flow-logs.amazonaws.com") },
      { parent: this },
    );
    const mayWrite: Statement = {
      actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
      resources: [pulumi.interpolate`${group.arn}:*`],
    };
    const policy = new aws.iam.RolePolicy(
      `${this.#name}-flow-log`,
      { role: role.id, policy: rights([mayWrite]) },
      { parent: this },
    );
    new aws.ec2.FlowLog(
      `${this.#name}-flow-log`,
      {
        vpcId: this.vpcId,
        trafficType: "ALL",
        logDestinationType: "cloud-watch-logs",
        logDestination: group.arn,
        iamRoleArn: role.arn,
      },
      { parent: this, dependsOn: [policy] },
    );
  }
}

function nth<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined)
    throw new pulumi.RunError(`The region has ${items.length} zones; two are needed. Choose another region.`);
  return item;
}
