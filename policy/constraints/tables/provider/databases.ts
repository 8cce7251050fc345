import { type Schema, type TypeRows } from "../../schema";
import { at, bars, narrows } from "../given";
import { providerFile } from "../pages";
import { together } from "../together";

const warehouse = { clusterIdentifier: "orders", nodeType: "ra3.large", numberOfNodes: 2 };
const notRestored: Schema = { excluded: ["snapshotIdentifier", "snapshotArn"] };
const replica = { identifier: "orders", instanceClass: "db.m6g.large" };
const copies = ["snapshotIdentifier", "restoreToPointInTime", "replicateSourceDb", "s3Import"];
const instance = {
  ...{ ...replica, manageMasterUserPassword: true, storageEncrypted: true },
  ...{ engine: "postgres", username: "orders", allocatedStorage: 20 },
};
const documents = { clusterIdentifier: "orders" };

/** Conditions on databases that the AWS provider's own code has. */
export const providerDatabases: readonly TypeRows[] = [
  {
    type: "aws:redshift/cluster:Cluster",
    source: providerFile("redshift/cluster"),
    rows: [
      together(
        "a new cluster has a user",
        { if: notRestored, then: { required: ["masterUsername"] }, level: "advisory" },
        { ...warehouse, manageMasterPassword: true },
        { masterUsername: "orders" },
        {},
      ),
      together(
        "a new cluster has a password, or manageMasterPassword",
        {
          if: notRestored,
          then: { requiredOr: ["manageMasterPassword", "masterPassword", "masterPasswordWo"] },
          level: "advisory",
        },
        { ...warehouse, masterUsername: "orders" },
        { manageMasterPassword: true },
        {},
      ),
    ],
  },
  {
    type: "aws:redshiftserverless/workgroup:Workgroup",
    source: providerFile("redshiftserverless/workgroup"),
    rows: [
      bars(
        "AWS chooses the capacity where it balances price and performance",
        { "pricePerformanceTarget.enabled": true },
        { baseCapacity: 32 },
      ),
    ],
  },
  {
    type: "aws:docdb/cluster:Cluster",
    source: providerFile("docdb/cluster"),
    rows: [
      at(
        "restoreToPointInTime",
        "a cluster is restored to a time or to the latest one",
        { requiredOr: ["restoreToTime", "useLatestRestorableTime"] },
        { sourceClusterIdentifier: "old", useLatestRestorableTime: true },
        { sourceClusterIdentifier: "old" },
      ),
      together(
        "a new cluster has a user",
        {
          if: { excluded: ["snapshotIdentifier", "restoreToPointInTime", "globalClusterIdentifier"] },
          then: { required: ["masterUsername"] },
          level: "advisory",
        },
        { ...documents, masterPassword: "Passw0rdxyz" },
        { masterUsername: "orders" },
        {},
      ),
      together(
        "a new cluster has a password, or manageMasterUserPassword",
        {
          if: { excluded: ["snapshotIdentifier", "restoreToPointInTime", "globalClusterIdentifier"] },
          then: { requiredOr: ["manageMasterUserPassword", "masterPassword", "masterPasswordWo"] },
          level: "advisory",
        },
        { ...documents, masterUsername: "orders" },
        { masterPassword: "Passw0rdxyz" },
        {},
      ),
    ],
  },
  {
    type: "aws:rds/instance:Instance",
    source: providerFile("rds/instance"),
    rows: [
      narrows(
        "instances of MySQL, MariaDB and PostgreSQL alone are updated by blue and green",
        { "blueGreenUpdate.enabled": true },
        "engine",
        { enum: ["mariadb", "mysql", "postgres"] },
        ["postgres", "sqlserver-ex"],
      ),
      bars(
        "a replica is not updated by blue and green",
        { "blueGreenUpdate.enabled": true },
        { replicateSourceDb: "orders" },
      ),
      together(
        "a replica in a subnet group names its source by ARN",
        {
          if: { required: ["dbSubnetGroupName"], properties: { dbSubnetGroupName: { minLength: 1 } } },
          then: { properties: { replicateSourceDb: { pattern: "^arn:" } } },
        },
        { ...replica, dbSubnetGroupName: "private" },
        { replicateSourceDb: "arn:aws:rds:eu-west-1:111122223333:db:orders" },
        { replicateSourceDb: "orders" },
      ),
      ...Object.entries({ engine: "postgres", allocatedStorage: 20 }).map(([argument, value]) =>
        together(
          `a new instance has ${argument}`,
          { if: { excluded: copies }, then: { required: [argument] }, level: "advisory" },
          { ...instance, [argument]: undefined },
          { [argument]: value },
          {},
        ),
      ),
    ],
  },
];
