import { measured, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { together } from "../together";

const user = { userId: "u", userName: "u", engine: "redis", accessString: "on ~* +@all" };
const users = (noPasswordRequired: boolean) => ({
  user: {
    type: "aws:elasticache/user:User",
    properties: { ...user, userId: noPasswordRequired ? "open" : "closed", noPasswordRequired },
  },
});
/** ElastiCache: clusters of their own, and users. */
export const elasticacheClusters: readonly TypeRows[] = [
  {
    type: "aws:elasticache/cluster:Cluster",
    source: api("elasticache", "CreateCacheCluster"),
    rows: [
      {
        at: "maintenanceWindow",
        fact: "a maintenance window is ddd:hh24:mi-ddd:hh24:mi of at least 60 minutes",
        format: "cacheWindow",
        good: "sun:05:00-sun:06:00",
        bad: "sun:05:00-sun:05:30",
      },
      {
        at: "snapshotWindow",
        fact: "a snapshot window is hh24:mi-hh24:mi of at least 60 minutes",
        format: "snapshotWindow",
        good: "03:00-04:00",
        bad: "03:00-03:30",
      },
      together(
        "snapshotWindow and maintenanceWindow do not overlap",
        { join: "cacheWindows", source: measured },
        { snapshotWindow: "05:00-07:00" },
        { maintenanceWindow: "sun:08:00-sun:09:00" },
        { maintenanceWindow: "sun:06:00-sun:08:00" },
      ),
      { at: "snapshotRetentionLimit", minimum: 0, maximum: 35, good: 35, bad: 36 },
    ],
  },
  {
    type: "aws:elasticache/user:User",
    source: api("elasticache", "CreateUser"),
    rows: [
      together(
        "a user has passwords, IAM, or says that it needs none",
        { requiredOr: ["authenticationMode", "passwords", "passwordsWo", "noPasswordRequired"] },
        user,
        { noPasswordRequired: true },
        {},
      ),
      together(
        "a user proves itself in one way",
        { dependentExcluded: { authenticationMode: ["noPasswordRequired"] } },
        { ...user, authenticationMode: { type: "password", passwords: ["a".repeat(16)] } },
        {},
        { noPasswordRequired: true },
      ),
      {
        at: "authenticationMode",
        fact: "the type password has one or two passwords",
        when: { type: "password" },
        required: ["passwords"],
        source: api("elasticache", "AuthenticationMode"),
        good: { type: "password", passwords: ["a".repeat(16)] },
        bad: { type: "password" },
      },
    ],
  },
  {
    type: "aws:elasticache/userGroup:UserGroup",
    source: page("AmazonElastiCache/latest/dg/Clusters.RBAC"),
    rows: [
      together(
        "every user of a group for valkey has a password or IAM",
        { join: "provenUsers", beside: users(true), source: measured },
        { userGroupId: "g", engine: "valkey" },
        { userIds: ["closed"] },
        { userIds: ["open"] },
      ),
    ],
  },
];
