import { api, page } from "../pages";
import { measured, type TypeRows } from "../../schema";
import { narrows } from "../given";

/** RDS: what a user's name and a proxy's group are. */
export const rdsMeasured: readonly TypeRows[] = [
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
