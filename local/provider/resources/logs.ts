import type { LogGroup as LogGroupResource, LogGroupArgs } from "@pulumi/aws/cloudwatch/logGroup";
import { unless } from "../frame/errors";
import { resourceType, tags } from "../frame/resourceType";
import type { LogGroupClass } from "@aws-sdk/client-cloudwatch-logs";

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
export const LogGroup = resourceType<LogGroupArgs, LogGroupResource>({
  token: "aws:cloudwatch/logGroup:LogGroup",
  name: {
    property: "name",
    prefixProperty: "namePrefix",
    maxLength: 512,
    pattern: /^[\w./#-]+$/,
    allowed: "letters, digits and _ - / . #",
  },
  properties: {
    name: { replace: true },
    namePrefix: { replace: true },
    deletionProtectionEnabled: { computed: true, notEmulated: "the emulator protects no log group" },
    kmsKeyId: { idle: "events are not encrypted" },
    logGroupClass: { replace: true, computed: true },
    retentionInDays: { default: 0, idle: "events stay" },
    skipDestroy: { default: false },
    tags,
  },
  outputs: { arn: "stable" },

  async create({ name, kmsKeyId, logGroupClass, tags }, aws) {
    await aws.logs.createLogGroup({
      logGroupName: name,
      kmsKeyId,
      logGroupClass: logGroupClass as LogGroupClass,
      tags,
    });
    return name!;
  },

  async complete(name, { retentionInDays }, aws) {
    if (retentionInDays) await aws.logs.putRetentionPolicy({ logGroupName: name, retentionInDays });
  },

  async read(name, aws) {
    const { logGroups = [] } = await aws.logs.describeLogGroups({ logGroupNamePrefix: name });
    const group = logGroups.find(({ logGroupName }) => logGroupName === name);
    if (!group) return undefined;
    // The service's own `arn` ends with `:*`; resource policies and tags take the one without.
    const arn = group.logGroupArn ?? group.arn!.replace(/:\*$/, "");
    const { tags } = await aws.logs.listTagsForResource({ resourceArn: arn });
    return {
      name,
      arn,
      deletionProtectionEnabled: false,
      kmsKeyId: group.kmsKeyId,
      logGroupClass: group.logGroupClass ?? "STANDARD",
      retentionInDays: group.retentionInDays ?? 0,
      tags,
    };
  },

  async update(name, props, old, aws) {
    const { retentionInDays, kmsKeyId } = props;
    if (retentionInDays) await aws.logs.putRetentionPolicy({ logGroupName: name, retentionInDays });
    else await aws.logs.deleteRetentionPolicy({ logGroupName: name });
    if (kmsKeyId !== old.kmsKeyId) {
      if (kmsKeyId) await aws.logs.associateKmsKey({ logGroupName: name, kmsKeyId });
      else await aws.logs.disassociateKmsKey({ logGroupName: name });
    }
  },

  tagging: {
    remove: (_name, tagKeys, { logs }, { arn }) => logs.untagResource({ resourceArn: arn, tagKeys }),
    add: (_name, tags, { logs }, { arn }) => logs.tagResource({ resourceArn: arn, tags }),
  },

  async delete(name, aws) {
    await unless(["ResourceNotFoundException"], aws.logs.deleteLogGroup({ logGroupName: name }));
  },
});
