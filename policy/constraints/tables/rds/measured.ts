import { api, page } from "../pages";
import { measured, type TypeRows } from "../../schema";
import { narrows } from "../given";

/** How long the name of the main user is, by the engine. */
const longest = [
  [["mysql", "mariadb", "db2-ae", "db2-se"], 16],
  [["oracle-ee", "oracle-ee-cdb", "oracle-se2", "oracle-se2-cdb"], 30],
  [["postgres"], 63],
] as const;

/** RDS: what a user's name and a proxy's group are. */
export const rdsMeasured: readonly TypeRows[] = [
  {
    type: "aws:rds/instance:Instance",
    source: api("rds", "CreateDBInstance"),
    rows: longest.map(([engine, most]) =>
      narrows(
        `the main user of ${engine[0]} has a name of ${most} characters at most`,
        { engine },
        "username",
        { maxLength: most },
        ["a".repeat(most), "a".repeat(most + 1)],
        { source: measured },
      ),
    ),
  },
  {
    type: "aws:rds/cluster:Cluster",
    source: api("rds", "CreateDBCluster"),
    rows: [
      narrows(
        "the main user of aurora-mysql has a name of 16 characters at most",
        { engine: ["aurora-mysql", "mysql"] },
        "masterUsername",
        { maxLength: 16 },
        ["keeper", "a".repeat(17)],
        { source: measured },
      ),
    ],
  },
  {
    type: "aws:rds/proxyTarget:ProxyTarget",
    source: page("AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbproxytargetgroup"),
    rows: [{ at: "targetGroupName", const: "default", good: "default", bad: "own" }],
  },
];
