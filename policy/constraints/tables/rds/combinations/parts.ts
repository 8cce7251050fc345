import { measured, type Row, type TypeRows } from "../../../schema";
import { api, page } from "../../pages";
import { together } from "../../together";

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

/** Proxies, subscriptions to events, groups of subnets and parameters. */
export const partRows: readonly TypeRows[] = [
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
];
