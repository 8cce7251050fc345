import type { ScalingType } from "@aws-sdk/client-kinesis";
import type { Stream as StreamResource, StreamArgs } from "@pulumi/aws/kinesis/stream";
import { type Aws } from "../frame/aws";
import { unless } from "../frame/errors";
import { optional } from "../frame/properties";
import { resourceType, tags } from "../frame/resourceType";
import { patience } from "../frame/retry";
import { tagMap } from "../frame/shapes";

const notFound = ["ResourceNotFoundException"];

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html */
export const Stream = resourceType<StreamArgs, StreamResource>({
  token: "aws:kinesis/stream:Stream",
  name: { property: "name", maxLength: 128, pattern: /^[\w.-]+$/, allowed: "letters, digits and _ . -" },
  properties: {
    ...optional("kmsKeyId", "shardCount"),
    arn: { computed: true },
    encryptionType: { default: "NONE", idle: "records are not encrypted" },
    enforceConsumerDeletion: { default: false },
    maxRecordSizeInKib: { computed: true, notEmulated: "the emulator takes records of any size" },
    name: { replace: true },
    retentionPeriod: { default: 24 },
    shardLevelMetrics: { unordered: true, notEmulated: "the emulator has no metrics of shards" },
    streamModeDetails: {
      computed: true,
      notEmulated: "the emulator has no on-demand streams: they have the shards that they begin with",
    },
    tags,
    warmThroughputMibPs: { notEmulated: "the emulator throttles nothing" },
  },
  outputs: {},
  fromImportId: (name) => ({ known: { name } }),

  async create({ name, shardCount, tags }, aws) {
    await aws.kinesis.createStream({ StreamName: name, ShardCount: shardCount, Tags: tags });
    return aws.arn("kinesis", `stream/${name}`);
  },

  async complete(_id, { name, retentionPeriod = 24, encryptionType, kmsKeyId }, aws) {
    const StreamName = name!;
    await active(StreamName, aws);
    if (retentionPeriod > 24) {
      await aws.kinesis.increaseStreamRetentionPeriod({ StreamName, RetentionPeriodHours: retentionPeriod });
    }
    if (encryptionType === "KMS") await encrypt(StreamName, kmsKeyId, aws);
  },

  async read(_id, { kinesis }, { name }) {
    const StreamName = name;
    const answer = await unless(notFound, kinesis.describeStreamSummary({ StreamName }));
    const live = answer?.StreamDescriptionSummary;
    if (!live) return undefined;
    const { Tags } = await kinesis.listTagsForStream({ StreamName });
    return {
      id: live.StreamARN,
      arn: live.StreamARN,
      name: live.StreamName,
      encryptionType: live.EncryptionType ?? "NONE",
      kmsKeyId: live.EncryptionType === "KMS" ? live.KeyId : undefined,
      retentionPeriod: live.RetentionPeriodHours,
      shardCount: live.OpenShardCount,
      tags: tagMap(Tags),
    };
  },

  async update(_id, props, old, aws) {
    const { kinesis } = aws;
    const { name: StreamName, retentionPeriod = 24 } = props;
    const before = old.retentionPeriod ?? 24;
    const period = { StreamName, RetentionPeriodHours: retentionPeriod };
    if (retentionPeriod > before) await kinesis.increaseStreamRetentionPeriod(period);
    if (retentionPeriod < before) await kinesis.decreaseStreamRetentionPeriod(period);
    if (props.shardCount && props.shardCount !== old.shardCount) {
      const UNIFORM: ScalingType = "UNIFORM_SCALING";
      await kinesis.updateShardCount({ StreamName, TargetShardCount: props.shardCount, ScalingType: UNIFORM });
      await active(StreamName!, aws);
    }
    if (props.encryptionType === "KMS") await encrypt(StreamName!, props.kmsKeyId, aws);
    else if (old.encryptionType === "KMS") {
      await kinesis.stopStreamEncryption({ StreamName, EncryptionType: "KMS", KeyId: old.kmsKeyId });
    }
  },

  tagging: {
    remove: (_id, TagKeys, { kinesis }, { name }) => kinesis.removeTagsFromStream({ StreamName: name, TagKeys }),
    add: (_id, Tags, { kinesis }, { name }) => kinesis.addTagsToStream({ StreamName: name, Tags }),
  },

  async delete(_id, { kinesis }, { name, enforceConsumerDeletion }) {
    await unless(
      notFound,
      kinesis.deleteStream({ StreamName: name, EnforceConsumerDeletion: enforceConsumerDeletion }),
    );
  },
});

async function encrypt(StreamName: string, KeyId: string | undefined, { kinesis }: Aws): Promise<void> {
  await kinesis.startStreamEncryption({ StreamName, EncryptionType: "KMS", KeyId });
}

async function active(StreamName: string, { kinesis }: Aws): Promise<void> {
  const { waitUntilStreamExists } = await import("@aws-sdk/client-kinesis");
  await waitUntilStreamExists({ client: kinesis, ...patience }, { StreamName });
}
