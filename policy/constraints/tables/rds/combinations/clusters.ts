import { measured, type Row, type TypeRows } from "../../../schema";
import { api, page } from "../../pages";
import { needs, only, together } from "../../together";
import { logTypes } from "./shared";

const aurora = { engine: "aurora-postgresql", masterUsername: "u" };
const ofAurora = ["aurora", "aurora-mysql", "aurora-postgresql"];

const cluster: TypeRows = {
  type: "aws:rds/cluster:Cluster",
  source: api("rds", "CreateDBCluster"),
  rows: [
    ...logTypes(["aurora-postgresql", "aurora-mysql"]),
    ...(
      [
        ["dbClusterInstanceClass", "db.r6gd.large"],
        ["allocatedStorage", 100],
      ] as const
    ).map(([property, value]): Row =>
      only(`${property} is for clusters of several zones, not for Aurora`, { engine: ofAurora }, [property])(
        { masterUsername: "u", [property]: value },
        { engine: "postgres", storageType: "io1", iops: 1000 },
        { engine: "aurora-postgresql" },
      ),
    ),
    together(
      "the storage of Aurora is aurora or aurora-iopt1",
      { when: { engine: ofAurora }, properties: { storageType: { enum: ["aurora", "aurora-iopt1"] } } },
      aurora,
      { storageType: "aurora-iopt1" },
      { storageType: "gp3" },
    ),
    { at: "availabilityZones", maxItems: 3, good: ["eu-west-1a"], bad: ["a", "b", "c", "d"] },
    needs("global write forwarding needs a globalClusterIdentifier", { enableGlobalWriteForwarding: true }, [
      "globalClusterIdentifier",
    ])({ ...aurora, enableGlobalWriteForwarding: true }, { globalClusterIdentifier: "g" }, {}),
    needs("a monitoringInterval above 0 needs a monitoringRoleArn", { monitoringInterval: { minimum: 1 } }, [
      "monitoringRoleArn",
    ])({ ...aurora, monitoringInterval: 60 }, { monitoringRoleArn: "arn:aws:iam::111122223333:role/r" }, {}),
    only(
      "a limitless cluster keeps no automated backups of its own accord",
      { clusterScalabilityType: "limitless", deleteAutomatedBackups: false },
      ["clusterScalabilityType"],
      { source: measured },
    )(
      { ...aurora, clusterScalabilityType: "limitless" },
      { deleteAutomatedBackups: true },
      { deleteAutomatedBackups: false },
    ),
    together(
      "scalingConfiguration is for Aurora Serverless v1, which is over",
      { excluded: ["scalingConfiguration"] },
      aurora,
      { serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 2 } },
      { scalingConfiguration: { minCapacity: 2, maxCapacity: 4 } },
    ),
    {
      at: "serverlessv2ScalingConfiguration",
      fact: "secondsUntilAutoPause needs a minCapacity of 0",
      when: { secondsUntilAutoPause: { minimum: 1 } },
      properties: { minCapacity: { const: 0 } },
      source: page("AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause"),
      good: { minCapacity: 0, maxCapacity: 2, secondsUntilAutoPause: 300 },
      bad: { minCapacity: 0.5, maxCapacity: 2, secondsUntilAutoPause: 300 },
    },
  ],
};

/** Clusters. */
export const clusterRows: readonly TypeRows[] = [cluster];
