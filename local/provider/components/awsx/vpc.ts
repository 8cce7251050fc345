import { isRecord, type Properties, unknownValue } from "../../frame/values";
import { type Asking, type Constructed } from "../component";
import { type Monitor, reference, type Registered } from "../monitor";

/** The supported arguments of `awsx.ec2.Vpc`. */
interface VpcArgs {
  availabilityZoneNames?: string[];
  numberOfAvailabilityZones?: number;
  cidrBlock?: string;
  natGateways?: { strategy?: string };
  subnetSpecs?: SubnetSpec[];
  tags?: Record<string, string>;
}

interface SubnetSpec {
  type: string;
  name?: string;
  /** One for each zone. Default: laid out within the VPC's block. */
  cidrBlocks?: string[];
  tags?: Record<string, string>;
}

/** Passed to the VPC unchanged. */
const networkArgs = ["enableDnsHostnames", "enableDnsSupport", "enableNetworkAddressUsageMetrics", "instanceTenancy"];
const ownArgs = [
  "availabilityZoneNames",
  "numberOfAvailabilityZones",
  "cidrBlock",
  "natGateways",
  "subnetSpecs",
  "subnetStrategy",
  "tags",
];

/**
 * Creates the resources of the official plugin's `awsx.ec2.Vpc`, with the same types, names and parents, so that a
 * stack can switch between the two.
 * @throws Error for unsupported arguments: ignoring them would feign success.
 */
export async function constructVpc(name: string, given: Properties, { monitor }: Asking): Promise<Constructed> {
  const args = served(given);
  const zones = args.availabilityZoneNames ?? (await availableZones(args.numberOfAvailabilityZones ?? 3, monitor));
  const tags = { Name: name, ...args.tags };
  const component = await monitor.component();
  const vpc = await monitor.resource({
    type: "aws:ec2/vpc:Vpc",
    name,
    inputs: {
      ...Object.fromEntries(networkArgs.map((key) => [key, given[key]])),
      cidrBlock: args.cidrBlock ?? "10.0.0.0/16",
      tags,
    },
    parent: component,
  });
  const internetGateway = await monitor.resource({
    type: "aws:ec2/internetGateway:InternetGateway",
    name,
    inputs: { vpcId: vpc.id, tags },
    parent: vpc,
    sources: { vpcId: [vpc] },
  });
  const subnets = new Subnets(name, args, monitor, vpc, internetGateway);
  // Public subnets first: private ones route to their NAT gateways.
  const specs = [...layOut(args, zones.length)].sort((a, b) => Number(isPublic(b)) - Number(isPublic(a)));
  for (const [index, zone] of zones.entries()) {
    for (const spec of specs) await subnets.add(spec, zone, index);
  }

  const lists: Record<string, Registered[]> = {
    ...subnets.made,
    publicSubnets: subnets.ofKind("public"),
    privateSubnets: subnets.ofKind("private"),
    isolatedSubnets: subnets.ofKind("isolated"),
    vpcEndpoints: [],
  };
  const ids: Record<string, Registered[]> = {
    publicSubnetIds: subnets.ofKind("public"),
    privateSubnetIds: subnets.ofKind("private"),
    isolatedSubnetIds: subnets.ofKind("isolated"),
  };
  const single = { vpc, internetGateway };
  const state: Properties = {
    ...mapped(lists, (list) => list.map(reference)),
    ...mapped(ids, (list) => list.map(({ id }) => id)),
    ...mapped(single, reference),
    vpcId: vpc.id,
  };
  await monitor.finish(component, state);
  const urns = (list: Registered[]): string[] => list.map(({ urn }) => urn);
  const dependencies = {
    ...mapped({ ...lists, ...ids }, urns),
    ...mapped({ ...single, vpcId: vpc }, ({ urn }) => [urn]),
  };
  return { urn: component.urn, state, dependencies };
}

const mapped = <V, W>(values: Record<string, V>, map: (value: V) => W): Record<string, W> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));

/** The subnets of a VPC, with their routes and gateways. */
class Subnets {
  readonly made = {
    subnets: [] as Registered[],
    routeTables: [] as Registered[],
    routeTableAssociations: [] as Registered[],
    routes: [] as Registered[],
    eips: [] as Registered[],
    natGateways: [] as Registered[],
  };
  private readonly kinds: string[] = [];
  private readonly strategy: string;

  constructor(
    private readonly name: string,
    private readonly args: VpcArgs,
    private readonly monitor: Monitor,
    private readonly vpc: Registered,
    private readonly internetGateway: Registered,
  ) {
    this.strategy = (args.natGateways?.strategy ?? "OnePerAz").toLowerCase();
  }

  ofKind(kind: string): Registered[] {
    return this.made.subnets.filter((_subnet, index) => this.kinds[index] === kind);
  }

  async add(spec: SubnetSpec, zone: string, index: number): Promise<void> {
    const { vpc, monitor } = this;
    const kind = spec.type.toLowerCase();
    const name = `${this.name}-${spec.name ?? kind}-${index + 1}`;
    const tags = { ...this.args.tags, Name: name, SubnetType: spec.type };
    const subnet = await monitor.resource({
      type: "aws:ec2/subnet:Subnet",
      name,
      inputs: {
        vpcId: vpc.id,
        availabilityZone: zone,
        cidrBlock: spec.cidrBlocks?.[index],
        mapPublicIpOnLaunch: isPublic(spec),
        tags: { ...this.args.tags, ...spec.tags, Name: name, SubnetType: spec.type },
      },
      parent: vpc,
      sources: { vpcId: [vpc] },
    });
    this.made.subnets.push(subnet);
    this.kinds.push(kind);
    const routeTable = await monitor.resource({
      type: "aws:ec2/routeTable:RouteTable",
      name,
      inputs: { vpcId: vpc.id, tags },
      parent: subnet,
      dependsOn: [vpc],
      sources: { vpcId: [vpc] },
    });
    this.made.routeTables.push(routeTable);
    const association = await monitor.resource({
      type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
      name,
      inputs: { routeTableId: routeTable.id, subnetId: subnet.id },
      parent: routeTable,
      dependsOn: [subnet],
      sources: { routeTableId: [routeTable], subnetId: [subnet] },
    });
    this.made.routeTableAssociations.push(association);

    const wantsNat = this.strategy === "oneperaz" || (this.strategy === "single" && index === 0);
    if (isPublic(spec) && wantsNat) await this.addNat(subnet, index);
    const nat = this.made.natGateways[this.strategy === "single" ? 0 : index];
    if (isPublic(spec)) await this.addRoute(name, routeTable, { gatewayId: this.internetGateway });
    else if (kind === "private" && nat) await this.addRoute(name, routeTable, { natGatewayId: nat });
  }

  private async addNat(subnet: Registered, index: number): Promise<void> {
    const name = `${this.name}-${index + 1}`;
    const tags = { ...this.args.tags, Name: name };
    const eip = await this.monitor.resource({ type: "aws:ec2/eip:Eip", name, inputs: { tags }, parent: subnet });
    this.made.eips.push(eip);
    const natGateway = await this.monitor.resource({
      type: "aws:ec2/natGateway:NatGateway",
      name,
      inputs: { subnetId: subnet.id, allocationId: eip.id, tags },
      parent: subnet,
      dependsOn: [eip],
      sources: { subnetId: [subnet], allocationId: [eip] },
    });
    this.made.natGateways.push(natGateway);
  }

  private async addRoute(name: string, routeTable: Registered, target: Record<string, Registered>): Promise<void> {
    const route = await this.monitor.resource({
      type: "aws:ec2/route:Route",
      name,
      inputs: {
        routeTableId: routeTable.id,
        destinationCidrBlock: "0.0.0.0/0",
        ...mapped(target, ({ id }) => id),
      },
      parent: routeTable,
      dependsOn: Object.values(target),
      sources: { routeTableId: [routeTable], ...mapped(target, (each) => [each]) },
    });
    this.made.routes.push(route);
  }
}

const isPublic = ({ type }: SubnetSpec): boolean => type.toLowerCase() === "public";

function served(given: Properties): VpcArgs {
  const unserved = Object.keys(given).filter((key) => ![...ownArgs, ...networkArgs].includes(key));
  if (unserved.length > 0) {
    throw new Error(
      `the local provider does not support the arguments ${unserved.join(", ")}: use PrivateNetwork, or the official plugin`,
    );
  }
  return given;
}

/** The default subnets of every zone, laid out as by the official plugin. */
const defaultSpecs = [
  { type: "Private", part: { halves: 1, from: 0 } },
  { type: "Public", part: { halves: 2, from: 2 } },
];

/**
 * The specs with the blocks of their subnets: the program's, those of the default layout, or unknown for a layout that
 * only the official plugin computes.
 */
function layOut({ subnetSpecs, cidrBlock = "10.0.0.0/16" }: VpcArgs, zones: number): SubnetSpec[] {
  const block = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(cidrBlock);
  const unknown = Array<string>(zones).fill(unknownValue);
  if (subnetSpecs) return subnetSpecs.map((spec) => ({ ...spec, cidrBlocks: spec.cidrBlocks ?? unknown }));
  if (!block) return defaultSpecs.map(({ type }) => ({ type, cidrBlocks: unknown }));
  const [a = 0, b = 0, c = 0, d = 0, mask = 0] = block.slice(1).map(Number);
  const start = ((a * 256 + b) * 256 + c) * 256 + d;
  const zoneMask = mask + Math.ceil(Math.log2(zones));
  return defaultSpecs.map(({ type, part: { halves, from } }) => {
    const size = 2 ** (32 - zoneMask - halves);
    const blocks = Array.from({ length: zones }, (_, zone) => start + zone * 2 ** (32 - zoneMask) + from * size);
    return { type, cidrBlocks: blocks.map((each) => `${dotted(each)}/${zoneMask + halves}`) };
  });
}

const dotted = (address: number): string =>
  [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join(".");

/** The first zones of the Region that the account can use; unknown in a preview, which cannot ask. */
async function availableZones(count: number, monitor: Monitor): Promise<string[]> {
  const { names } = await monitor.invoke("aws:index/getAvailabilityZones:getAvailabilityZones", {
    filters: [{ name: "opt-in-status", values: ["opt-in-not-required"] }],
  });
  if (isRecord(names)) return Array<string>(count).fill(unknownValue);
  const list = names as string[];
  if (list.length < count) throw new Error(`the Region has ${list.length} zones (${list.join(", ")}), not ${count}`);
  return list.slice(0, count);
}
