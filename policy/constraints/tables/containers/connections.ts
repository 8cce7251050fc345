import { type Row, type TypeRows } from "../../schema";
import { api } from "../pages";
import { together } from "../together";

const ofTask = { name: "orders", cluster: "c", taskDefinition: "orders:1" };
const network = { networkConfiguration: { subnets: ["subnet-1"] } };
const registryArn = "arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-1";
/** The task of both examples, in the program. */
const ofDefinition = {
  beside: {
    task: {
      type: "aws:ecs/taskDefinition:TaskDefinition",
      properties: {
        arn: "orders:1",
        family: "orders",
        containerDefinitions: JSON.stringify([
          { name: "web", image: "web:1", memory: 256, portMappings: [{ name: "http", containerPort: 80 }] },
        ]),
        volumes: [{ name: "data", configureAtLaunch: true }],
      },
    },
  },
  links: { taskDefinition: "task" },
};
const connect = (beside: object = {}) => ({ serviceConnectConfiguration: { enabled: true, ...beside } });
const alias = (...clientAlias: readonly object[]) => ({ enabled: true, services: [{ portName: "http", clientAlias }] });
const ebs = (beside: object, name = "data") => ({
  volumeConfiguration: {
    name,
    managedEbsVolume: { roleArn: "arn:aws:iam::111122223333:role/r", ...beside },
  },
});
const volume = api("ecs", "ServiceManagedEBSVolumeConfiguration");

const rows: readonly Row[] = [
  {
    at: "serviceConnectConfiguration.services[].clientAlias[].dnsName",
    fact: "the name of an alias is one of DNS",
    pattern: "^[A-Za-z0-9]([A-Za-z0-9.-]{0,125}[A-Za-z0-9])?$",
    source: api("ecs", "ServiceConnectClientAlias"),
    good: "orders.shop",
    bad: "orders_shop",
  },
  {
    at: "serviceConnectConfiguration",
    fact: "a service of Service Connect has one alias",
    properties: { "services[].clientAlias": { maxItems: 1 } },
    source: api("ecs", "ServiceConnectService"),
    good: alias({ port: 80, dnsName: "a" }),
    bad: alias({ port: 80, dnsName: "a" }, { port: 81, dnsName: "b" }),
  },
  together(
    "Service Connect has a namespace, of its own or of the cluster",
    {
      if: {
        required: ["serviceConnectConfiguration"],
        properties: { "serviceConnectConfiguration.enabled": { const: true } },
        excluded: ["serviceConnectConfiguration.namespace"],
      },
      then: {
        properties: {
          cluster: { refersTo: { type: "aws:ecs/cluster:Cluster", fits: { required: ["serviceConnectDefaults"] } } },
        },
      },
      beside: { cluster: { type: "aws:ecs/cluster:Cluster", properties: { arn: "c", name: "c" } } },
      source: api("ecs", "ServiceConnectConfiguration"),
    },
    ofTask,
    connect({ namespace: "shop" }),
    connect(),
  ),
  together(
    "Service Connect is of named ports of the task",
    { join: "connectedPorts", ...ofDefinition, source: api("ecs", "ServiceConnectService") },
    ofTask,
    connect({ namespace: "shop", services: [{ portName: "http" }] }),
    connect({ namespace: "shop", services: [{ portName: "grpc" }] }),
  ),
  together(
    "a volume of a service is one of the task",
    { join: "launchedVolumes", ...ofDefinition, source: api("ecs", "ServiceVolumeConfiguration") },
    ofTask,
    ebs({ sizeInGb: 10 }),
    ebs({ sizeInGb: 10 }, "files"),
  ),
  together(
    "a volume of io1, io2 or gp3 has iops",
    {
      if: {
        required: ["volumeConfiguration.managedEbsVolume.iops"],
        properties: { "volumeConfiguration.managedEbsVolume.iops": { minimum: 1 } },
      },
      then: { properties: { "volumeConfiguration.managedEbsVolume.volumeType": { enum: ["io1", "io2", "gp3"] } } },
      source: volume,
    },
    ofTask,
    ebs({ sizeInGb: 10, iops: 3_000, volumeType: "gp3" }),
    ebs({ sizeInGb: 10, iops: 3_000, volumeType: "gp2" }),
  ),
  together(
    "a volume of gp3 has a throughput",
    {
      if: {
        required: ["volumeConfiguration.managedEbsVolume.throughput"],
        properties: { "volumeConfiguration.managedEbsVolume.throughput": { minimum: 1 } },
      },
      then: { properties: { "volumeConfiguration.managedEbsVolume.volumeType": { const: "gp3" } } },
      source: volume,
    },
    ofTask,
    ebs({ sizeInGb: 10, throughput: 200, volumeType: "gp3" }),
    ebs({ sizeInGb: 10, throughput: 200, volumeType: "gp2" }),
  ),
  {
    at: "volumeConfiguration.managedEbsVolume",
    fact: "a volume has a size or is made from a snapshot",
    requiredOr: ["sizeInGb", "snapshotId"],
    source: volume,
    good: { roleArn: "arn:aws:iam::111122223333:role/r", sizeInGb: 10 },
    bad: { roleArn: "arn:aws:iam::111122223333:role/r" },
  },
  together(
    "a task of its own network interface has a port in a registry with records of SRV alone",
    {
      if: {
        required: ["networkConfiguration", "serviceRegistries.containerPort"],
        properties: { "serviceRegistries.containerPort": { minimum: 1 } },
      },
      then: {
        properties: {
          "serviceRegistries.registryArn": {
            refersTo: {
              type: "aws:servicediscovery/service:Service",
              fits: {
                properties: {
                  "dnsConfig.dnsRecords": { contains: { required: ["type"], properties: { type: { const: "SRV" } } } },
                },
              },
            },
          },
        },
      },
      beside: {
        registry: {
          type: "aws:servicediscovery/service:Service",
          properties: {
            arn: registryArn,
            name: "orders",
            dnsConfig: { namespaceId: "ns-1", dnsRecords: [{ type: "A", ttl: 10 }] },
          },
        },
      },
      source: api("ecs", "ServiceRegistry"),
    },
    { ...ofTask, ...network },
    { serviceRegistries: { registryArn } },
    { serviceRegistries: { registryArn, containerName: "web", containerPort: 80 } },
  ),
];

/** What services connect to: other services, volumes and registries. */
export const containerConnections: readonly TypeRows[] = [
  { type: "aws:ecs/service:Service", source: api("ecs", "CreateService"), rows },
];
