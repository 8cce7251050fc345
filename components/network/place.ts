import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Check, type Problem, Problems } from "../core/check";
import { component } from "../core/component";
import { Connection } from "./connection";
import { type EndpointService, type PlaceArgs, type ServiceEndpoint } from "./args";

const HTTPS = 443;

/** A network as its places see it, such as a `PrivateNetwork`. */
export interface PlaceNetwork {
  readonly name: string;
  readonly subnetIds: pulumi.Output<string[]>;
  readonly hasInternet: boolean;
  readonly endpoints: ReadonlyMap<EndpointService, ServiceEndpoint>;
  securityGroup(name: string, description: string, opts: pulumi.CustomResourceOptions): aws.ec2.SecurityGroup;
}

/** Problems with a place's arguments in its network. */
export function networkPlaceProblems({
  network,
  services = [],
  internet = false,
}: PlaceArgs & { network: PlaceNetwork }): Problem[] {
  const known = [...network.endpoints.keys()];
  const problems = new Problems().that(
    !internet || network.hasInternet,
    "internet",
    internet,
    `${network.name} does not reach the internet: give the network nat, or an endpoint for the service`,
  );
  for (const service of services) {
    const allowed = `${network.name} has endpoints of ${known.join(", ") || "no service"}: add this one to it`;
    problems.that(known.includes(service), "services", service, allowed);
  }
  return problems.list;
}

/** The place of a function in a private network. Its security group decides what the function reaches. */
@component
export class NetworkPlace extends pulumi.ComponentResource {
  readonly securityGroup: aws.ec2.SecurityGroup;
  /** For the argument `vpc` of a function. */
  readonly vpc: { subnetIds: pulumi.Output<string[]>; securityGroupIds: pulumi.Output<string>[] };

  constructor(
    readonly name: string,
    args: PlaceArgs & { network: PlaceNetwork },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("headroom:network:NetworkPlace", name, {}, opts);
    const { network, services = [], internet = false } = args;
    new Check("NetworkPlace", name).args(args, networkPlaceProblems).done();
    this.securityGroup = network.securityGroup(name, `Place of ${name}`, { parent: this });
    this.vpc = { subnetIds: network.subnetIds, securityGroupIds: [this.securityGroup.id] };
    for (const service of services) this.reach(service, network);
    if (internet) this.letOut("internet", { cidrIpv4: "0.0.0.0/0" });
    this.registerOutputs({ securityGroupId: this.securityGroup.id });
  }

  private reach(service: EndpointService, network: PlaceNetwork): void {
    const { endpoint, securityGroup } = network.endpoints.get(service)!;
    if (securityGroup) {
      new Connection(`${this.name}-${service}`, { from: this, to: { securityGroup }, port: HTTPS }, { parent: this });
    } else {
      this.letOut(service, { prefixListId: endpoint.prefixListId }); // a gateway has no security group, but a prefix list
    }
  }

  private letOut(what: string, to: { cidrIpv4: string } | { prefixListId: pulumi.Input<string> }): void {
    new aws.vpc.SecurityGroupEgressRule(
      `${this.name}-${what}`,
      {
        ...to,
        securityGroupId: this.securityGroup.id,
        ipProtocol: "tcp",
        fromPort: HTTPS,
        toPort: HTTPS,
        description: `${this.name} to ${what}`,
      },
      { parent: this },
    );
  }
}
