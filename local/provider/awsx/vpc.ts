import { isRecord, type Properties, unknownValue } from "../values";
import { type Monitor, reference, type Registered } from "./monitor";

/** What is served of the arguments of `awsx.ec2.Vpc`. */
interface VpcArgs {
  availabilityZoneNames?: string[];
  numberOfAvailabilityZones?: number;
  cidrBlock?: string;
  natGateways?: { strategy?: string };
  subnetSpecs: SubnetSpec[];
  tags?: Record<string, string>;
}

interface SubnetSpec {
  type: string;
  name?: string;
  /** One for each zone. */
  cidrBlocks: string[];
  tags?: Record<string, string>;
}

/** Passed to the network itself, as they are. */
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

/** The outputs of a component, and the resources that each of them comes from. */
export interface Constructed {
  urn: string;
  state: Properties;
  dependencies: Record<string, string[]>;
}

/**
 * Makes what `awsx.ec2.Vpc` of the official plugin makes, with the same types, names and parents, so that a stack can
 * pass from the one to the other.
 * @throws Error for arguments that are not served: what is not made must not seem to be.
 */
export async function constructVpc(name: string, given: Properties, monitor: Monitor): Promise<Constructed> {
  const args = served(given);
  const zones = args.availabilityZoneNames ?? (await availableZones(args.numberOfAvailabilityZones ?? 3, monitor));
  const strategy = (args.natGateways?.strategy ?? "OnePerAz").toLowerCase();
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
  });

  const subnets: { kind: string; subnet: Registered }[] = [];
  const made = { routeTables: [], routeTableAssociations: [], routes: [], eips: [], natGateways: [] } as Record<
    "routeTables" | "routeTableAssociations" | "routes" | "eips" | "natGateways",
    Registered[]
  >;
  for (const [index, zone] of zones.entries()) {
    // Public ones first: their NAT gateways are what private ones lead to.
    const specs = [...args.subnetSpecs].sort((a, b) => Number(isPublic(b)) - Number(isPublic(a)));
    for (const spec of specs) {
      const kind = spec.type.toLowerCase();
      const subnetName = `${name}-${spec.name ?? kind}-${index + 1}`;
      const ownTags = { ...tags, Name: subnetName, SubnetType: spec.type };
      const subnet = await monitor.resource({
        type: "aws:ec2/subnet:Subnet",
        name: subnetName,
        inputs: {
          vpcId: vpc.id,
          availabilityZone: zone,
          cidrBlock: spec.cidrBlocks[index],
          mapPublicIpOnLaunch: isPublic(spec),
          tags: { ...tags, ...spec.tags, Name: subnetName, SubnetType: spec.type },
        },
        parent: vpc,
      });
      subnets.push({ kind, subnet });
      const routeTable = await monitor.resource({
        type: "aws:ec2/routeTable:RouteTable",
        name: subnetName,
        inputs: { vpcId: vpc.id, tags: ownTags },
        parent: subnet,
        dependsOn: [vpc],
      });
      made.routeTables.push(routeTable);
      made.routeTableAssociations.push(
        await monitor.resource({
          type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
          name: subnetName,
          inputs: { routeTableId: routeTable.id, subnetId: subnet.id },
          parent: routeTable,
          dependsOn: [subnet],
        }),
      );
      if (isPublic(spec) && (strategy === "oneperaz" || (strategy === "single" && index === 0))) {
        const natName = `${name}-${index + 1}`;
        const natTags = { ...args.tags, Name: natName };
        const eip = await monitor.resource({
          type: "aws:ec2/eip:Eip",
          name: natName,
          inputs: { tags: natTags },
          parent: subnet,
        });
        made.eips.push(eip);
        made.natGateways.push(
          await monitor.resource({
            type: "aws:ec2/natGateway:NatGateway",
            name: natName,
            inputs: { subnetId: subnet.id, allocationId: eip.id, tags: natTags },
            parent: subnet,
            dependsOn: [eip],
          }),
        );
      }
      const nat = made.natGateways[strategy === "single" ? 0 : index];
      const gateway = isPublic(spec) ? internetGateway : kind === "private" ? nat : undefined;
      if (!gateway) continue;
      made.routes.push(
        await monitor.resource({
          type: "aws:ec2/route:Route",
          name: subnetName,
          inputs: {
            routeTableId: routeTable.id,
            [isPublic(spec) ? "gatewayId" : "natGatewayId"]: gateway.id,
            destinationCidrBlock: "0.0.0.0/0",
          },
          parent: routeTable,
          dependsOn: [gateway],
        }),
      );
    }
  }

  const ofKind = (wanted: string) => subnets.filter(({ kind }) => kind === wanted).map(({ subnet }) => subnet);
  const resources: Record<string, Registered[]> = {
    ...made,
    subnets: subnets.map(({ subnet }) => subnet),
    publicSubnets: ofKind("public"),
    privateSubnets: ofKind("private"),
    isolatedSubnets: ofKind("isolated"),
  };
  const references = Object.entries(resources).map(([key, list]) => [key, list.map(reference)]);
  const state: Properties = {
    ...(Object.fromEntries(references) as Properties),
    vpc: reference(vpc),
    vpcId: vpc.id,
    internetGateway: reference(internetGateway),
    publicSubnetIds: ofKind("public").map(({ id }) => id),
    privateSubnetIds: ofKind("private").map(({ id }) => id),
    isolatedSubnetIds: ofKind("isolated").map(({ id }) => id),
    vpcEndpoints: [],
  };
  await monitor.finish(component, state);
  const urns = (list: Registered[]): string[] => list.map(({ urn }) => urn);
  return {
    urn: component.urn,
    state,
    dependencies: {
      ...Object.fromEntries(Object.entries(resources).map(([key, list]) => [key, urns(list)])),
      vpc: [vpc.urn],
      vpcId: [vpc.urn],
      internetGateway: [internetGateway.urn],
      publicSubnetIds: urns(ofKind("public")),
      privateSubnetIds: urns(ofKind("private")),
      isolatedSubnetIds: urns(ofKind("isolated")),
    },
  };
}

const isPublic = ({ type }: SubnetSpec): boolean => type.toLowerCase() === "public";

function served(given: Properties): VpcArgs {
  const unserved = Object.keys(given).filter((key) => ![...ownArgs, ...networkArgs].includes(key));
  const args = given as unknown as VpcArgs;
  const explicit = Array.isArray(args.subnetSpecs) && args.subnetSpecs.every((spec) => Array.isArray(spec.cidrBlocks));
  const problem =
    unserved.length > 0
      ? `the arguments ${unserved.join(", ")} are not served`
      : !explicit && "subnetSpecs must give the cidrBlocks of every subnet";
  if (problem) throw new Error(`${problem} by the local provider: use PrivateNetwork, or the official plugin`);
  return args;
}

/** The first zones of the Region in which the account may have subnets; unknown in a preview, which cannot ask. */
async function availableZones(count: number, monitor: Monitor): Promise<string[]> {
  const { names } = await monitor.invoke("aws:index/getAvailabilityZones:getAvailabilityZones", {
    filters: [{ name: "opt-in-status", values: ["opt-in-not-required"] }],
  });
  if (isRecord(names)) return Array<string>(count).fill(unknownValue);
  const list = names as string[];
  if (list.length < count) throw new Error(`the Region has ${list.length} zones (${list.join(", ")}), not ${count}`);
  return list.slice(0, count);
}
