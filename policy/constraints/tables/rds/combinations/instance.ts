import { measured, type Row, type TypeRows } from "../../../schema";
import { api, page } from "../../pages";
import { needs, only, together } from "../../together";
import { logTypes } from "./shared";

const postgres = { engine: "postgres", instanceClass: "db.t4g.small", allocatedStorage: 100 };
const sqlServer = { engine: "sqlserver-se", instanceClass: "db.m6i.large", allocatedStorage: 100 };

const licenses: Readonly<Record<string, string>> = {
  postgres: "postgresql-license",
  mysql: "general-public-license",
  mariadb: "general-public-license",
};

const licensed = Object.entries(licenses).map(([engine, license]): Row =>
  together(
    `${engine} has the license ${license}`,
    { when: { engine }, properties: { licenseModel: { const: license } } },
    { ...postgres, engine },
    { licenseModel: license },
    { licenseModel: "license-included" },
  ),
);

const reservedPorts = [1234, 1434, 3260, 3343, 3389, 47001];

const instance: TypeRows = {
  type: "aws:rds/instance:Instance",
  source: api("rds", "CreateDBInstance"),
  rows: [
    ...logTypes(["postgres", "mysql", "mariadb"]),
    ...licensed,
    together(
      "SQL Server keeps the ports 1234, 1434, 3260, 3343, 3389, 47001 and 49152 to 49156",
      {
        when: { engine: { pattern: "^sqlserver-" } },
        properties: { port: { not: { anyOf: [{ enum: reservedPorts }, { minimum: 49152, maximum: 49156 }] } } },
      },
      sqlServer,
      { port: 1433 },
      { port: 3389 },
    ),
    together(
      "io1 has 50 IOPS a GiB at most",
      {
        when: { storageType: "io1", engine: ["postgres", "mysql", "mariadb"] },
        join: "iopsRatio",
        source: page("AmazonRDS/latest/UserGuide/CHAP_Storage"),
      },
      { ...postgres, storageType: "io1" },
      { iops: 5000 },
      { iops: 5001 },
    ),
    needs(
      "the retention of performance insights needs performance insights to be on",
      { performanceInsightsRetentionPeriod: { minimum: 1 } },
      ["performanceInsightsEnabled"],
      {
        properties: { performanceInsightsEnabled: { const: true } },
      },
    )({ ...postgres, performanceInsightsRetentionPeriod: 7 }, { performanceInsightsEnabled: true }, {}),
    {
      at: "storageType",
      fact: "no new storage is magnetic (standard)",
      not: { const: "standard" },
      source: measured,
      good: "gp3",
      bad: "standard",
    },
    { at: "storageThroughput", maximum: 4000, source: measured, good: 500, bad: 4001 },
    ...(
      [
        ["postgres", 63],
        ["mysql", 16],
        ["mariadb", 16],
        ["db2-ae", 16],
        ["db2-se", 16],
        ["oracle-ee", 30],
        ["oracle-ee-cdb", 30],
        ["oracle-se2", 30],
        ["oracle-se2-cdb", 30],
      ] as const
    ).map(([engine, most]): Row =>
      together(
        `a user name of ${engine} has ${most} characters at most`,
        { when: { engine }, properties: { username: { maxLength: most } } },
        { ...postgres, engine },
        { username: "u".repeat(most) },
        { username: "u".repeat(most + 1) },
      ),
    ),
    ...(["mysql", "mariadb"] as const).map((engine): Row =>
      together(
        `${engine} does not have the user name rdsadmin`,
        { when: { engine }, properties: { username: { not: { enum: ["rdsadmin", "rdsrepladmin"] } } } },
        { ...postgres, engine },
        { username: "orders" },
        { username: "rdsadmin" },
      ),
    ),
    together(
      "the option group is for the instance's engine",
      {
        when: { engine: "mysql" },
        properties: {
          optionGroupName: {
            refersTo: {
              type: "aws:rds/optionGroup:OptionGroup",
              fits: { properties: { engineName: { const: "mysql" } } },
            },
          },
        },
        beside: {
          options: {
            type: "aws:rds/optionGroup:OptionGroup",
            properties: { name: "for-mariadb", engineName: "mariadb", majorEngineVersion: "10.11" },
          },
        },
      },
      { ...postgres, engine: "mysql" },
      { optionGroupName: "for-mysql" },
      { optionGroupName: "for-mariadb" },
    ),
    ...(["postgres", "mysql", "mariadb"] as const).map((engine): Row =>
      together(
        `the parameter group of ${engine} is of its family`,
        {
          when: { engine },
          properties: {
            parameterGroupName: {
              refersTo: {
                type: "aws:rds/parameterGroup:ParameterGroup",
                fits: { properties: { family: { pattern: `^${engine}\\d` } } },
              },
            },
          },
          beside: {
            parameters: {
              type: "aws:rds/parameterGroup:ParameterGroup",
              properties: { name: "for-oracle", family: "oracle-se2-19" },
            },
          },
        },
        { ...postgres, engine },
        { parameterGroupName: "other" },
        { parameterGroupName: "for-oracle" },
      ),
    ),
  ],
};

/** Instances. */
export const instanceRows: readonly TypeRows[] = [
  instance,
  {
    type: "aws:rds/instance:Instance",
    source: page("AmazonRDS/latest/UserGuide/CHAP_Storage"),
    rows: (["iops", "storageThroughput"] as const).map((property) =>
      only(
        `gp3 under 400 GiB takes no ${property} of its own`,
        { storageType: "gp3", engine: ["postgres", "mysql", "mariadb"], allocatedStorage: { maximum: 399 } },
        [property],
      )(
        { ...postgres, storageType: "gp3", [property]: property === "iops" ? 12000 : 500 },
        { allocatedStorage: 400 },
        { allocatedStorage: 100 },
      ),
    ),
  },
];
