import { hasUnknown, isRecord, type Properties, unknownValue } from "../../frame/values";
import { Children } from "../children";
import { type Asking, type Constructed } from "../component";
import { askKnown } from "./ask";

/** The default VPC of account and Region; each part is unknown where the account cannot be asked. */
export interface DefaultVpc extends Properties {
  vpcId: unknown;
  publicSubnetIds: unknown;
  privateSubnetIds: unknown;
}

const unknown: DefaultVpc = { vpcId: unknownValue, publicSubnetIds: unknownValue, privateSubnetIds: unknownValue };

export async function findDefaultVpc(parts: Children): Promise<DefaultVpc> {
  const id = await askKnown(parts, "aws:ec2/getVpc:getVpc", { default: true }, "id");
  if (id === undefined) return unknown;
  const filters = [{ name: "vpc-id", values: [id] }];
  const ids = await askKnown(parts, "aws:ec2/getSubnets:getSubnets", { filters }, "ids");
  if (!Array.isArray(ids)) return { ...unknown, vpcId: id };
  const subnets = await Promise.all(
    ids.map(async (subnet: unknown) => parts.invoke("aws:ec2/getSubnet:getSubnet", { id: subnet })),
  );
  const withPublicAddress = (isPublic: boolean): unknown[] =>
    subnets.filter(({ mapPublicIpOnLaunch }) => (mapPublicIpOnLaunch === true) === isPublic).map((each) => each.id);
  return { vpcId: id, publicSubnetIds: withPublicAddress(true), privateSubnetIds: withPublicAddress(false) };
}

/** The VPC of a subnet that is given as a reference or by its id. */
export async function findVpc(parts: Children, subnet: unknown): Promise<unknown> {
  if (isRecord(subnet)) return parts.readOutput(subnet, "vpcId");
  if (typeof subnet !== "string" || hasUnknown(subnet)) return unknownValue;
  return (await askKnown(parts, "aws:ec2/getSubnet:getSubnet", { id: subnet }, "vpcId")) ?? unknownValue;
}

export async function constructDefaultVpc(
  _name: string,
  _given: Properties,
  { monitor }: Asking,
): Promise<Constructed> {
  const parts = new Children(await monitor.component(), monitor);
  const state = await findDefaultVpc(parts);
  await parts.finish(state);
  return { urn: parts.component.urn, state, dependencies: {} };
}
