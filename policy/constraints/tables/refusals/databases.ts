import { type Row, type TypeRows } from "../../schema";
import { at, says } from "../given";
import { api, page } from "../pages";
import { sameRegion, together } from "../together";

const subnet = (id: string, availabilityZone: string) => ({
  type: "aws:ec2/subnet:Subnet",
  properties: { id, vpcId: "vpc-1", cidrBlock: "10.0.1.0/24", availabilityZone },
});

/** Subnets of a group lie in two zones. */
const zones = (source: string): Row =>
  together(
    "subnets of a group are of two zones or more",
    {
      join: "twoZones",
      source,
      beside: {
        a: subnet("subnet-a", "eu-west-1a"),
        b: subnet("subnet-b", "eu-west-1b"),
        c: subnet("subnet-c", "eu-west-1a"),
      },
    },
    { name: "own" },
    { subnetIds: ["subnet-a", "subnet-b"] },
    { subnetIds: ["subnet-a", "subnet-c"] },
  );

const zone = (source: string): Row => ({
  ...sameRegion("availabilityZone", "a zone is of the Region of the resource", "", { source }),
  good: "eu-west-1a",
  bad: "us-east-1a",
});

const neptuneCluster = { engine: "neptune", skipFinalSnapshot: true };
const family = (name: string, of: string) => ({
  type: "aws:neptune/clusterParameterGroup:ClusterParameterGroup",
  properties: { name, family: of },
});

/** The family of parameters of versions of the engine. */
const families: readonly (readonly [versions: string, family: string, version: string])[] = [
  ["^1\\.[01]\\.", "neptune1", "1.1.0.0"],
  ...[2, 3, 4].map((minor) => [`^1\\.${minor}\\.`, `neptune1.${minor}`, `1.${minor}.0.0`] as const),
];

const node = { clusterIdentifier: "own", masterUsername: "keeper", masterPassword: "Correct1horse" };
const onlySeveral = ["ra3.4xlarge", "ra3.16xlarge", "rg.4xlarge", "rg.12xlarge", "dc2.8xlarge"];
const managed = { nodeType: { pattern: "^(ra3|rg)\\." } };
const restored = ["snapshotIdentifier", "snapshotArn"];
const create = api("redshift", "CreateCluster");

/** What Redshift, Neptune and DocumentDB were seen to refuse. */
export const databaseRefusals: readonly TypeRows[] = [
  {
    type: "aws:redshift/cluster:Cluster",
    source: create,
    rows: [
      together(
        "nodes of ra3 and rg keep automated snapshots for a day or more",
        {
          if: { required: ["nodeType"], properties: managed },
          then: { properties: { automatedSnapshotRetentionPeriod: { minimum: 1 } } },
        },
        { ...node, nodeType: "ra3.large" },
        { automatedSnapshotRetentionPeriod: 1 },
        { automatedSnapshotRetentionPeriod: 0 },
      ),
      together(
        "nodes of ra3 and rg have a port of 5431 to 5455 or of 8191 to 8215",
        {
          if: { required: ["nodeType"], properties: managed },
          then: {
            properties: {
              port: {
                anyOf: [
                  { minimum: 8191, maximum: 8215 },
                  { minimum: 5431, maximum: 5455 },
                ],
              },
            },
          },
        },
        { ...node, nodeType: "ra3.large" },
        { port: 5439 },
        { port: 5432 + 100 },
      ),
      together(
        "large nodes are two or more",
        {
          if: { required: ["nodeType"], properties: { nodeType: { enum: onlySeveral } }, excluded: restored },
          then: { required: ["numberOfNodes"], properties: { numberOfNodes: { minimum: 2 } } },
          source: page("redshift/latest/mgmt/working-with-clusters"),
        },
        { ...node, nodeType: "ra3.4xlarge" },
        { numberOfNodes: 2, clusterType: "multi-node" },
        { numberOfNodes: 1 },
      ),
      zone(create),
      { at: "clusterVersion", const: "1.0", good: "1.0", bad: "2.0" },
      at(
        "databaseName",
        "a database begins with a lower-case letter, and has lower-case letters, digits, _ + . @ and -",
        { pattern: "^[a-z][a-z0-9_+.@-]*$" },
        "orders",
        "_orders",
      ),
    ],
  },
  {
    type: "aws:redshift/eventSubscription:EventSubscription",
    source: api("redshift", "CreateEventSubscription"),
    rows: [
      together(
        "sources have a type",
        { dependentRequired: { sourceIds: ["sourceType"] } },
        { name: "own", snsTopicArn: "arn:aws:sns:eu-west-1:111122223333:t", sourceIds: ["own"] },
        { sourceType: "cluster" },
        {},
      ),
    ],
  },
  {
    type: "aws:neptune/cluster:Cluster",
    source: api("neptune", "CreateDBCluster"),
    rows: families.map(([versions, of, engineVersion]) =>
      together(
        `version ${engineVersion.slice(0, 3)} has parameters of the family ${of}`,
        {
          if: { required: ["engineVersion"], properties: { engineVersion: { pattern: versions } } },
          then: {
            properties: {
              neptuneClusterParameterGroupName: {
                refersTo: {
                  type: "aws:neptune/clusterParameterGroup:ClusterParameterGroup",
                  fits: { properties: { family: { const: of } } },
                },
              },
            },
          },
          beside: { own: family("own", of), other: family("other", "neptune1.9") },
        },
        { ...neptuneCluster, engineVersion },
        { neptuneClusterParameterGroupName: "own" },
        { neptuneClusterParameterGroupName: "other" },
      ),
    ),
  },
  {
    type: "aws:neptune/clusterInstance:ClusterInstance",
    source: api("neptune", "CreateDBInstance"),
    rows: [
      says(
        "a serverless instance is of a cluster with serverlessV2ScalingConfiguration",
        {
          when: { instanceClass: "db.serverless" },
          properties: {
            clusterIdentifier: {
              refersTo: {
                type: "aws:neptune/cluster:Cluster",
                fits: { required: ["serverlessV2ScalingConfiguration"] },
              },
            },
          },
          source: page("neptune/latest/userguide/neptune-serverless-using"),
          beside: {
            cluster: {
              type: "aws:neptune/cluster:Cluster",
              properties: { ...neptuneCluster, id: "own", clusterIdentifier: "own" },
            },
          },
        },
        { clusterIdentifier: "own", instanceClass: "db.r6g.large" },
        { clusterIdentifier: "own", instanceClass: "db.serverless" },
      ),
      zone(api("neptune", "CreateDBInstance")),
    ],
  },
  {
    type: "aws:neptune/subnetGroup:SubnetGroup",
    source: api("neptune", "CreateDBSubnetGroup"),
    rows: [zones(api("neptune", "CreateDBSubnetGroup"))],
  },
  {
    type: "aws:docdb/clusterInstance:ClusterInstance",
    source: api("docdb", "CreateDBInstance"),
    rows: [zone(api("docdb", "CreateDBInstance"))],
  },
  {
    type: "aws:docdb/subnetGroup:SubnetGroup",
    source: api("docdb", "CreateDBSubnetGroup"),
    rows: [zones(api("docdb", "CreateDBSubnetGroup"))],
  },
];
