import type * as pulumiAws from "@pulumi/aws/elasticache/serverlessCache";
import type { User as UserResource, UserArgs } from "@pulumi/aws/elasticache/user";
import type { UserGroup as UserGroupResource, UserGroupArgs } from "@pulumi/aws/elasticache/userGroup";
import { declaredOnly } from "../frame/declaredOnly";
import { optional, stable, withRule } from "../frame/properties";
import { tags } from "../frame/resourceType";

const reason = "the emulator runs caches in Docker only; functions use their source itself";
const name = {
  property: "name",
  maxLength: 40,
  pattern: /^[a-z][a-z0-9-]*$/i,
  allowed: "letters, digits and -, a letter first",
} as const;

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateUser.html */
export const User = declaredOnly<UserArgs, UserResource>({
  token: "aws:elasticache/user:User",
  identity: ["userId"],
  properties: {
    ...withRule({ required: true }, "accessString", "engine"),
    ...withRule({ required: true, replace: true }, "userId", "userName"),
    ...optional("passwordsWo", "passwordsWoVersion"),
    authenticationMode: { computed: true },
    noPasswordRequired: { default: false },
    passwords: { unordered: true },
    tags,
  },
  outputs: { arn: "stable" },
  reason,
  id: ({ userId }) => userId,
  computedOutputs: async (id, _known, aws) => ({ arn: await aws.arn("elasticache", `user:${id}`) }),
});

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateUserGroup.html */
export const UserGroup = declaredOnly<UserGroupArgs, UserGroupResource>({
  token: "aws:elasticache/userGroup:UserGroup",
  identity: ["userGroupId"],
  properties: {
    engine: { required: true },
    tags,
    userGroupId: { required: true, replace: true },
    userIds: { unordered: true },
  },
  outputs: { arn: "stable" },
  reason,
  id: ({ userGroupId }) => userGroupId,
  computedOutputs: async (id, _known, aws) => ({ arn: await aws.arn("elasticache", `usergroup:${id}`) }),
});

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateServerlessCache.html */
export const ServerlessCache = declaredOnly<pulumiAws.ServerlessCacheArgs, pulumiAws.ServerlessCache>({
  token: "aws:elasticache/serverlessCache:ServerlessCache",
  name,
  properties: {
    ...withRule({ computed: true }, "dailySnapshotTime", "description", "majorEngineVersion"),
    ...withRule({ computed: true }, "snapshotRetentionLimit"),
    ...withRule({ replace: true }, "kmsKeyId", "name", "snapshotArnsToRestores"),
    ...optional("cacheUsageLimits", "timeouts", "userGroupId"),
    engine: { required: true },
    networkType: { computed: true, replace: true },
    securityGroupIds: { computed: true, unordered: true },
    subnetIds: { computed: true, replace: true, unordered: true },
    tags,
  },
  outputs: {
    ...stable("arn", "createTime", "endpoints", "fullEngineVersion", "readerEndpoints"),
    status: "changes",
  },
  reason,
  id: ({ name }) => name!,
  // No endpoint, so that functions ask the source.
  computedOutputs: async (id, _known, aws) => ({ arn: await aws.arn("elasticache", `serverlesscache:${id}`) }),
});
