import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { named } from "./naming.ts";

/** Names by which tasks find one another inside the network. Nobody outside can ask for one. */
export class PrivateNames extends pulumi.ComponentResource {
  readonly #name: string;
  readonly #zone: string;
  readonly #namespaceId: pulumi.Output<string>;

  constructor(name: string, { vpcId }: { vpcId: pulumi.Input<string> }, opts?: pulumi.ComponentResourceOptions) {
    super("modelwright:aws:PrivateNames", name, {}, opts);
    this.#name = name;
    this.#zone = `${named()}.internal`;
    const namespace = new aws.servicediscovery.PrivateDnsNamespace(
      name,
      { name: this.#zone, vpc: vpcId },
      { parent: this },
    );
    this.#namespaceId = namespace.id;
    this.registerOutputs();
  }

  /** What a service's tasks are found by. */
  hostOf(service: string): string {
    return `${service}.${this.#zone}`;
  }

  /** Has a service's tasks found by its name: those that run, by their addresses. */
  discovery(service: string): aws.servicediscovery.Service {
    return new aws.servicediscovery.Service(
      `${this.#name}-${service}`,
      {
        name: service,
        dnsConfig: { namespaceId: this.#namespaceId, dnsRecords: [{ type: "A", ttl: 10 }] },
      },
      { parent: this },
    );
  }
}
