import * as aws from "@pulumi/aws";
import { Vpc } from "@pulumi/awsx/ec2/vpc";
import * as pulumi from "@pulumi/pulumi";
import { Check } from "../core/check";
import { component } from "../core/component";
import { withDefaults } from "../core/defaults";
import { flowLog } from "./flowLog";
import { NetworkPlace } from "./place";
import {
  type EndpointService,
  type GatewayService,
  type InterfaceService,
  Nat,
  type PlaceArgs,
  type PrivateNetworkArgs,
  type ServiceEndpoint,
  networkDefaults,
} from "./args";
import { planSubnets } from "./subnetPlan";
import { privateNetworkProblems } from "./check";

/**
 * A network in two or three zones without inbound and, by default, outbound internet access: isolated subnets,
 * endpoints for AWS services, flow logs, and a default security group without rules. It is free without NAT, interface
 * endpoints and logged traffic.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-best-practices.html
 */
@component
export class PrivateNetwork extends pulumi.ComponentResource {
  readonly vpc: Vpc;
  readonly vpcId: pulumi.Output<string>;
  /** Subnets for functions, caches and databases: one for each zone. */
  readonly subnetIds: pulumi.Output<string[]>;
  readonly zones: number;
  readonly hasInternet: boolean;
  readonly endpoints: ReadonlyMap<EndpointService, ServiceEndpoint>;

  constructor(
    readonly name: string,
    private readonly args: PrivateNetworkArgs = {},
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("headroom:network:PrivateNetwork", name, {}, opts);
    const { zones, cidrBlock, nat, gatewayEndpoints, interfaceEndpoints, flowLogRetentionDays, tags } = withDefaults(
      networkDefaults,
      args,
    );
    new Check("PrivateNetwork", name).args(args, privateNetworkProblems).done();
    this.zones = zones;
    this.hasInternet = nat !== Nat.None;

    const plan = planSubnets(cidrBlock, zones);
    this.vpc = new Vpc(
      name,
      {
        cidrBlock,
        numberOfAvailabilityZones: zones,
        enableDnsHostnames: true, // interface endpoints need the services' public names
        enableDnsSupport: true,
        natGateways: { strategy: nat },
        subnetStrategy: "Auto",
        // Explicit names: generated ones depend on the type, so a change of NAT would replace the subnets at the same
        // addresses.
        subnetSpecs: this.hasInternet
          ? [
              { type: "Public", name: "outer", cidrBlocks: plan.outer },
              { type: "Private", name: "inner", cidrBlocks: plan.inner },
            ]
          : [{ type: "Isolated", name: "inner", cidrBlocks: plan.inner }],
        tags,
      },
      { parent: this },
    );
    this.vpcId = this.vpc.vpcId;
    this.subnetIds = this.hasInternet ? this.vpc.privateSubnetIds : this.vpc.isolatedSubnetIds;

    // Resources without a group get this one, so it must not allow anything.
    new aws.ec2.DefaultSecurityGroup(`${name}-default`, { vpcId: this.vpcId, tags }, { parent: this });
    flowLog(name, { vpcId: this.vpcId, retentionDays: flowLogRetentionDays, tags }, { parent: this });
    this.endpoints = new Map<EndpointService, ServiceEndpoint>([
      ...gatewayEndpoints.map((service) => [service, this.gatewayEndpoint(service)] as const),
      ...interfaceEndpoints.map((service) => [service, this.interfaceEndpoint(service)] as const),
    ]);
    this.registerOutputs({ vpcId: this.vpcId, subnetIds: this.subnetIds });
  }

  /**
   * A place in the network for one function: a security group that allows the outbound connections of the arguments,
   * and none inbound.
   */
  place(name: string, args: PlaceArgs = {}): NetworkPlace {
    return new NetworkPlace(name, { ...args, network: this }, { parent: this });
  }

  /** A security group in the network without rules. */
  securityGroup(name: string, description: string, opts: pulumi.CustomResourceOptions): aws.ec2.SecurityGroup {
    return new aws.ec2.SecurityGroup(name, { description, vpcId: this.vpcId, tags: this.args.tags }, opts);
  }

  private gatewayEndpoint(service: GatewayService): ServiceEndpoint {
    const routeTableIds = this.vpc.routeTables.apply((tables) => tables.map(({ id }) => id));
    return { endpoint: this.endpoint(service, { vpcEndpointType: "Gateway", routeTableIds }) };
  }

  private interfaceEndpoint(service: InterfaceService): ServiceEndpoint {
    const group = this.securityGroup(`${this.name}-${service}`, `Endpoint of ${service}`, { parent: this });
    const endpoint = this.endpoint(service, {
      vpcEndpointType: "Interface",
      privateDnsEnabled: true,
      subnetIds: this.subnetIds,
      securityGroupIds: [group.id],
    });
    return { endpoint, securityGroup: group };
  }

  private endpoint(service: EndpointService, args: Partial<aws.ec2.VpcEndpointArgs>): aws.ec2.VpcEndpoint {
    const { region } = aws.getRegionOutput({}, { parent: this });
    return new aws.ec2.VpcEndpoint(
      `${this.name}-${service}`,
      {
        ...args,
        vpcId: this.vpcId,
        serviceName: pulumi.interpolate`com.amazonaws.${region}.${service}`,
        policy: ownAccountOnly(this.vpc.vpc.apply(({ ownerId }) => ownerId)),
        tags: this.args.tags,
      },
      { parent: this },
    );
  }
}

/** Refuses credentials of other accounts, so that nobody can carry data out with them. */
function ownAccountOnly(account: pulumi.Input<string>): pulumi.Output<string> {
  return pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: "*",
        Action: "*",
        Resource: "*",
        Condition: { StringEquals: { "aws:PrincipalAccount": account } },
      },
    ],
  });
}
