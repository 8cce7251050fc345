import { contains, overlap } from "../../limits/cidr";
import { windowsOverlap } from "../../limits/windows";
import { type Resource } from "../frame/resource";
import { type Graph } from "../frame/graph";
import { authenticationTypes, batches, namespaceModes, resolverField } from "./appsyncJoins";
import { cacheKeys, deployedMethods, mappedParameters, methodAnswers, planStages } from "./apiJoins";
import { type Join, named, refuse, text } from "./join";
import { aliasOfOneVersion, aliasVersions, concurrencyOfSource, functionVpc, imageRegion } from "./lambdaJoins";
import { sameSubscription } from "./messageJoins";
import { addressInSubnet, mountAddress, rekeyMargin, volumeRatios } from "./computeJoins";
import * as balancers from "./balancerJoins";
import * as scaling from "./scalingJoins";
import * as containers from "./containerJoins";
import { addressesOfSubnets, brokersOfSubnets, twoFilters } from "./countJoins";
import { pipelineArtifacts, pipelineSources, pipelineStores } from "./deliveryJoins";
import { documentContent } from "./documentJoins";
import { evaluationDay, evaluationWeek, ownAlarm, roleAccount } from "./monitoringJoins";
import { daxZones, defaultUser, preferredAvailabilityZones, preferredCacheClusterAzs, provenUsers } from "./cacheJoins";
import { clientAttributes, identityProviders, poolDomain, tokenOrder } from "./cognitoJoins";
import { aliasWeights, endpointBuses, taskRegion } from "./eventJoins";
import { replicatedRegions } from "./registryJoins";
import { parserFirst, vendedFirst } from "./logJoins";
import {
  balancerZones,
  endpointZones,
  prefixListSize,
  ruleNumbers,
  serviceRegion,
  threeZones,
  twoZones,
} from "./networkJoins";
import { keyOrder, projected, replicaKeys, strongRegions, tableKeys } from "./tableJoins";
import { bufferHints, ownResource, partitionKeys } from "./firehoseJoins";
import * as dnsCounts from "./dnsCountJoins";
import {
  aclsByDefault,
  aclsOfOwner,
  directoryZone,
  lockVersions,
  pointZone,
  tiers,
  transitions,
  versionsKept,
} from "./bucketJoins";
import { clusterMonitoring, iopsOfMaximum, iopsRatio, storageGrowth } from "./databaseJoins";
import { aliasInZone, blockOfOneLocation, recordsOfName } from "./dnsJoins";
import * as mounts from "./mountJoins";
import * as fileSystems from "./fileSystemJoins";
import { deadLetterKind, deadLetterQueue, sourceQueues } from "./queueJoins";
import * as batch from "./batchJoins";
import * as deployments from "./deploymentJoins";
import * as glue from "./glueJoins";
import * as kafka from "./kafkaJoins";
import * as models from "./modelJoins";
import * as profiles from "./profileJoins";
import * as resolvers from "./resolverJoins";
import { allowedPattern, rotationTime } from "./parameterJoins";

/** Windows of a database in which it is backed up and maintained. */
function windows(daily: string, weekly: string): Join {
  return (resource, found) => {
    const [backup, maintenance] = [text(resource, daily, found), text(resource, weekly, found)];
    if (backup === undefined || maintenance === undefined || !windowsOverlap(backup, maintenance)) return;
    const fix = `Move ${daily} or ${weekly}.`;
    refuse(found, {
      path: daily,
      is: `is ${backup} and ${weekly} is ${maintenance}`,
      takes: "windows that do not overlap",
      fix,
    });
  };
}

const vpc = "aws:ec2/vpc:Vpc";

const vpcBlocks: Join = (resource, found, stack) => {
  const block = text(resource, "cidrBlock", found);
  for (const to of named(resource, "vpcId", vpc, found, stack)) {
    const first = text(to, "cidrBlock", found);
    if (block === undefined || first === undefined || !overlap(block, first)) continue;
    const is = `is ${block}, and the first block of ${to.label} is ${first}`;
    refuse(found, { path: "cidrBlock", is, takes: "blocks that do not overlap", fix: "Choose another block." });
  }
};

const subnetInVpc: Join = (resource, found, stack) => {
  const block = text(resource, "cidrBlock", found);
  const owners = named(resource, "vpcId", vpc, found, stack);
  const further = stack?.ofType("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation") ?? [];
  for (const to of owners) {
    const first = text(to, "cidrBlock", found);
    if (block === undefined || first === undefined || further.length > 0 || contains(first, block) !== false) continue;
    const is = `is ${block}, and ${to.label} is ${first}`;
    refuse(found, {
      path: "cidrBlock",
      is,
      takes: "a CIDR block within that of the VPC",
      fix: `Choose a block in ${first}.`,
    });
  }
};

/** A subnet whose block is known. */
interface Subnet {
  readonly subnet: Resource;
  readonly block: string;
}

const subnetsBefore = new WeakMap<Graph, ReadonlyMap<string, readonly Subnet[]>>();

/** What stands for the VPC of a subnet: that of the program, or its id. */
function ownVpc(subnet: Resource, stack: Graph): string | undefined {
  const [own] = stack.resolve(subnet, subnet.get("vpcId"), vpc);
  const id = subnet.get("vpcId").text();
  return own?.urn ?? (id.state === "known" ? `${subnet.region} ${id.value}` : undefined);
}

/** The subnets of each VPC of the program, in the order of their URNs. */
function findSubnets(stack: Graph, type: string): ReadonlyMap<string, readonly Subnet[]> {
  const before = subnetsBefore.get(stack);
  if (before) return before;
  const byVpc = new Map<string, Subnet[]>();
  for (const subnet of [...stack.ofType(type)].sort((a, b) => (a.urn < b.urn ? -1 : 1))) {
    const block = subnet.get("cidrBlock").text();
    if (block.state !== "known") continue;
    const owner = ownVpc(subnet, stack);
    if (owner === undefined) continue;
    const subnets = byVpc.get(owner);
    if (subnets) subnets.push({ subnet, block: block.value });
    else byVpc.set(owner, [{ subnet, block: block.value }]);
  }
  subnetsBefore.set(stack, byVpc);
  return byVpc;
}

const subnetsApart: Join = (resource, found, stack) => {
  const own = text(resource, "cidrBlock", found);
  named(resource, "vpcId", vpc, found, stack);
  const owner = stack && ownVpc(resource, stack);
  if (!stack || owner === undefined || own === undefined) return;
  for (const { subnet, block } of findSubnets(stack, resource.type).get(owner) ?? []) {
    if (subnet.urn >= resource.urn) break;
    if (!overlap(own, block)) continue;
    const is = `is ${own}, and that of ${subnet.label} is ${block}`;
    refuse(found, { path: "cidrBlock", is, takes: "subnets that do not overlap", fix: "Choose another block." });
  }
};

export const joins: Readonly<Record<string, Join>> = {
  databaseWindows: windows("backupWindow", "maintenanceWindow"),
  clusterWindows: windows("preferredBackupWindow", "preferredMaintenanceWindow"),
  cacheWindows: windows("snapshotWindow", "maintenanceWindow"),
  ...balancers,
  ...dnsCounts,
  threeZones,
  twoZones,
  ...containers,
  ...scaling,
  addressInSubnet,
  mountAddress,
  rekeyMargin,
  volumeRatios,
  documentContent,
  addressesOfSubnets,
  brokersOfSubnets,
  twoFilters,
  pipelineArtifacts,
  pipelineSources,
  pipelineStores,
  vpcBlocks,
  subnetInVpc,
  subnetsApart,
  aliasInZone,
  blockOfOneLocation,
  recordsOfName,
  ...mounts,
  ...fileSystems,
  ...batch,
  ...deployments,
  ...glue,
  ...kafka,
  ...models,
  ...profiles,
  ...resolvers,
  aliasVersions,
  allowedPattern,
  deadLetterKind,
  deadLetterQueue,
  iopsRatio,
  clusterMonitoring,
  iopsOfMaximum,
  storageGrowth,
  aclsByDefault,
  aclsOfOwner,
  sameSubscription,
  aliasOfOneVersion,
  mappedParameters,
  methodAnswers,
  tiers,
  transitions,
  versionsKept,
  lockVersions,
  pointZone,
  bufferHints,
  partitionKeys,
  projected,
  replicaKeys,
  strongRegions,
  tableKeys,
  keyOrder,
  balancerZones,
  endpointZones,
  ruleNumbers,
  serviceRegion,
  replicatedRegions,
  parserFirst,
  vendedFirst,
  aliasWeights,
  endpointBuses,
  taskRegion,
  clientAttributes,
  identityProviders,
  tokenOrder,
  daxZones,
  defaultUser,
  preferredAvailabilityZones,
  preferredCacheClusterAzs,
  evaluationDay,
  evaluationWeek,
  ownAlarm,
  authenticationTypes,
  batches,
  namespaceModes,
  resolverField,
  cacheKeys,
  deployedMethods,
  planStages,
  functionVpc,
  imageRegion,
  ownResource,
  concurrencyOfSource,
  provenUsers,
  poolDomain,
  roleAccount,
  sourceQueues,
  prefixListSize,
  directoryZone,
  rotationTime,
};

export function findJoin(name: string): Join {
  const join = joins[name];
  if (!join) throw new Error(`no join is called ${name}`);
  return join;
}
