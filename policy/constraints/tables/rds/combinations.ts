import { measured, type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { needs, only, together } from "../together";

const postgres = { engine: "postgres", instanceClass: "db.t4g.small", allocatedStorage: 100 };
const sqlServer = { engine: "sqlserver-se", instanceClass: "db.m6i.large", allocatedStorage: 100 };
const aurora = { engine: "aurora-postgresql", masterUsername: "u" };
const ofAurora = ["aurora", "aurora-mysql", "aurora-postgresql"];

const logs: Readonly<Record<string, readonly string[]>> = {
  postgres: ["postgresql", "upgrade", "iam-db-auth-error"],
  mysql: ["audit", "error", "general", "slowquery", "iam-db-auth-error"],
  mariadb: ["audit", "error", "general", "slowquery", "iam-db-auth-error"],
  "aurora-postgresql": ["postgresql", "instance", "iam-db-auth-error"],
  "aurora-mysql": ["audit", "error", "general", "instance", "slowquery", "iam-db-auth-error"],
};

const logTypes = (engines: readonly string[]): readonly Row[] =>
  engines.map((engine): Row => {
    const own = logs[engine] ?? [];
    return together(
      `${engine} exports the logs ${own.join(", ")}`,
      {
        when: { engine },
        properties: { "enabledCloudwatchLogsExports[]": { enum: own } },
        source: page("AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch"),
      },
      { engine },
      { enabledCloudwatchLogsExports: [own[0]] },
      { enabledCloudwatchLogsExports: [own.includes("postgresql") ? "slowquery" : "postgresql"] },
    );
  });

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
      "the retention of performance insights needs them on",
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
        ["mysql", 32],
        ["mariadb", 16],
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
      "the group of options is for the instance's engine",
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
        `the group of parameters of ${engine} is of its family`,
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

const proxyAuth = (engineFamily: string, kinds: readonly string[], bad: string): Row =>
  together(
    `a proxy of ${engineFamily} has the authentication ${kinds.join(" or ")}`,
    { when: { engineFamily }, properties: { "auths[].clientPasswordAuthType": { enum: kinds } } },
    { name: "p", engineFamily, requireTls: true },
    {
      auths: [
        { secretArn: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s", clientPasswordAuthType: kinds[0] },
      ],
    },
    { auths: [{ secretArn: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s", clientPasswordAuthType: bad }] },
  );

const categories: Readonly<Record<string, string>> = {
  "db-cluster":
    "configuration change|creation|deletion|failover|failure|global-failover|maintenance|notification|serverless|read replica|backtrack|migration",
  "db-instance":
    "availability|backup|backtrack|configuration change|creation|deletion|failover|failure|low storage|maintenance|notification|read replica|recovery|restoration|security|security patching",
};

const printable = (type: string): TypeRows => ({
  type,
  source: api("rds", "CreateDBSubnetGroup"),
  rows: [
    {
      at: "description",
      fact: "a description has printable ASCII characters",
      pattern: "^[\\x20-\\x7e]*$",
      source: measured,
      good: "Orders",
      bad: "Aufträge",
    },
  ],
});

/** RDS: settings that go together, or do not. */
export const rdsCombinations: readonly TypeRows[] = [
  instance,
  cluster,
  {
    type: "aws:rds/proxy:Proxy",
    source: api("rds", "UserAuthConfig"),
    rows: [
      proxyAuth("MYSQL", ["MYSQL_NATIVE_PASSWORD", "MYSQL_CACHING_SHA2_PASSWORD"], "POSTGRES_MD5"),
      proxyAuth("POSTGRESQL", ["POSTGRES_SCRAM_SHA_256", "POSTGRES_MD5"], "MYSQL_NATIVE_PASSWORD"),
      proxyAuth("SQLSERVER", ["SQL_SERVER_AUTHENTICATION"], "POSTGRES_MD5"),
      together(
        "iamAuth ENABLED is for SQL Server",
        {
          when: { engineFamily: ["MYSQL", "POSTGRESQL"] },
          properties: { "auths[].iamAuth": { enum: ["DISABLED", "REQUIRED"] } },
        },
        { name: "p", engineFamily: "MYSQL", requireTls: true },
        { auths: [{ iamAuth: "REQUIRED", secretArn: "s" }] },
        { auths: [{ iamAuth: "ENABLED", secretArn: "s" }] },
      ),
      together(
        "iamAuth REQUIRED needs requireTls",
        {
          if: { properties: { "auths[].iamAuth": { const: "REQUIRED" } }, required: ["auths[].iamAuth"] },
          then: { required: ["requireTls"], properties: { requireTls: { const: true } } },
        },
        { name: "p", engineFamily: "MYSQL", auths: [{ iamAuth: "REQUIRED", secretArn: "s" }] },
        { requireTls: true },
        { requireTls: false },
      ),
    ],
  },
  {
    type: "aws:rds/eventSubscription:EventSubscription",
    source: page("AmazonRDS/latest/UserGuide/USER_Events.Messages"),
    rows: Object.entries(categories).map(([sourceType, names]): Row =>
      together(
        `events of ${sourceType} are of the categories of that kind`,
        { when: { sourceType }, properties: { "eventCategories[]": { enum: names.split("|") } } },
        { snsTopic: "arn:aws:sns:eu-west-1:111122223333:t", sourceType },
        { eventCategories: ["failover"] },
        { eventCategories: [sourceType === "db-cluster" ? "low storage" : "global-failover"] },
      ),
    ),
  },
  printable("aws:rds/subnetGroup:SubnetGroup"),
  printable("aws:rds/parameterGroup:ParameterGroup"),
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
