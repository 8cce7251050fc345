import type * as sdk from "@aws-sdk/client-s3";
import type {
  BucketLifecycleConfiguration as LifecycleResource,
  BucketLifecycleConfigurationArgs,
} from "@pulumi/aws/s3/bucketLifecycleConfiguration";
import type { BucketLogging as LoggingResource, BucketLoggingArgs } from "@pulumi/aws/s3/bucketLogging";
import type {
  BucketNotification as NotificationResource,
  BucketNotificationArgs,
} from "@pulumi/aws/s3/bucketNotification";
import type {
  BucketOwnershipControls as OwnershipResource,
  BucketOwnershipControlsArgs,
} from "@pulumi/aws/s3/bucketOwnershipControls";
import type { BucketPolicy as PolicyResource, BucketPolicyArgs } from "@pulumi/aws/s3/bucketPolicy";
import type {
  BucketPublicAccessBlock as AccessBlockResource,
  BucketPublicAccessBlockArgs,
} from "@pulumi/aws/s3/bucketPublicAccessBlock";
import type {
  BucketServerSideEncryptionConfiguration as EncryptionResource,
  BucketServerSideEncryptionConfigurationArgs,
} from "@pulumi/aws/s3/bucketServerSideEncryptionConfiguration";
import type { BucketVersioning as VersioningResource, BucketVersioningArgs } from "@pulumi/aws/s3/bucketVersioning";
import { type Aws } from "../aws";
import { unless } from "../errors";
import { type Inputs, type Live, type PropertyRule, resourceType } from "../resourceType";
import { fromAws, tagList, tagMap, timestamp, toAws } from "../shapes";

/** A setting of a bucket that is a resource of its own: its id is the bucket's name, and writing it twice is no error. */
interface Setting<A, R> {
  token: string;
  properties: Record<Exclude<keyof A & string, "bucket" | "region">, PropertyRule>;
  put: (Bucket: string, props: Inputs<A>, aws: Aws) => Promise<unknown>;
  get: (Bucket: string, aws: Aws) => Promise<Live<A, R> | undefined>;
  delete: (Bucket: string, aws: Aws, known: Live<A, R>) => Promise<unknown>;
  /** The error that tells that the bucket has no such setting. */
  absent: string;
}

function setting<A extends { bucket: unknown }, R>(entry: Setting<A, R>) {
  const { token, put, get, absent } = entry;
  const gone = ["NoSuchBucket", absent];
  return resourceType<A, R>({
    token,
    identity: ["bucket"],
    properties: { bucket: { required: true, replace: true }, ...entry.properties } as never,
    outputs: {} as never,
    async create(props, aws) {
      const bucket = props.bucket as string;
      await put(bucket, props, aws);
      return bucket;
    },
    async read(bucket, aws) {
      const live = await unless(gone, get(bucket, aws));
      return live && { ...live, bucket };
    },
    update: async (bucket, props, _old, aws) => void (await put(bucket, props, aws)),
    delete: async (bucket, aws, known) => void (await unless(gone, entry.delete(bucket, aws, known))),
  });
}

const expectedBucketOwner = { replace: true, writeOnly: true };

export const BucketPublicAccessBlock = setting<BucketPublicAccessBlockArgs, AccessBlockResource>({
  token: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  properties: {
    blockPublicAcls: { default: false },
    blockPublicPolicy: { default: false },
    ignorePublicAcls: { default: false },
    restrictPublicBuckets: { default: false },
    skipDestroy: {},
  },
  absent: "NoSuchPublicAccessBlockConfiguration",
  put: (Bucket, props, { s3 }) =>
    s3.putPublicAccessBlock({
      Bucket,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: props.blockPublicAcls,
        BlockPublicPolicy: props.blockPublicPolicy,
        IgnorePublicAcls: props.ignorePublicAcls,
        RestrictPublicBuckets: props.restrictPublicBuckets,
      },
    }),
  get: async (Bucket, { s3 }) => fromAws((await s3.getPublicAccessBlock({ Bucket })).PublicAccessBlockConfiguration),
  delete: (Bucket, { s3 }) => s3.deletePublicAccessBlock({ Bucket }),
});

const encryptionNames = { sseAlgorithm: "SSEAlgorithm", kmsMasterKeyId: "KMSMasterKeyID" };

export const BucketServerSideEncryptionConfiguration = setting<
  BucketServerSideEncryptionConfigurationArgs,
  EncryptionResource
>({
  token: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  properties: {
    expectedBucketOwner,
    rules: { required: true, idle: "objects are not encrypted" },
  },
  absent: "ServerSideEncryptionConfigurationNotFoundError",
  put: (Bucket, { rules }, { s3 }) =>
    s3.putBucketEncryption({
      Bucket,
      ServerSideEncryptionConfiguration: { Rules: toAws(rules, encryptionNames) },
    }),
  get: async (Bucket, { s3 }) => {
    const { ServerSideEncryptionConfiguration: configuration } = await s3.getBucketEncryption({ Bucket });
    return { rules: fromAws(configuration?.Rules, encryptionNames) };
  },
  delete: (Bucket, { s3 }) => s3.deleteBucketEncryption({ Bucket }),
});

export const BucketOwnershipControls = setting<BucketOwnershipControlsArgs, OwnershipResource>({
  token: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
  properties: { rule: { required: true } },
  absent: "OwnershipControlsNotFoundError",
  put: (Bucket, { rule }, { s3 }) =>
    s3.putBucketOwnershipControls({ Bucket, OwnershipControls: { Rules: [toAws(rule)] } }),
  get: async (Bucket, { s3 }) => {
    const { OwnershipControls: controls } = await s3.getBucketOwnershipControls({ Bucket });
    return { rule: fromAws(controls?.Rules?.[0]) };
  },
  delete: (Bucket, { s3 }) => s3.deleteBucketOwnershipControls({ Bucket }),
});

export const BucketPolicy = setting<BucketPolicyArgs, PolicyResource>({
  token: "aws:s3/bucketPolicy:BucketPolicy",
  properties: { policy: { required: true, document: "policy" } },
  absent: "NoSuchBucketPolicy",
  put: (Bucket, { policy }, { s3 }) => s3.putBucketPolicy({ Bucket, Policy: policy }),
  get: async (Bucket, { s3 }) => ({ policy: (await s3.getBucketPolicy({ Bucket })).Policy }),
  delete: (Bucket, { s3 }) => s3.deleteBucketPolicy({ Bucket }),
});

/** A bucket always has a versioning state: without this resource it is suspended. */
export const BucketVersioning = setting<BucketVersioningArgs, VersioningResource>({
  token: "aws:s3/bucketVersioning:BucketVersioning",
  properties: { expectedBucketOwner, mfa: { writeOnly: true }, versioningConfiguration: { required: true } },
  absent: "NoSuchBucket",
  put: (Bucket, { mfa, versioningConfiguration }, { s3 }) =>
    versioningConfiguration.status === "Disabled"
      ? Promise.resolve()
      : s3.putBucketVersioning({
          Bucket,
          MFA: mfa,
          VersioningConfiguration: toAws(versioningConfiguration, { mfaDelete: "MFADelete" }),
        }),
  get: async (Bucket, { s3 }) => {
    const { Status: status = "Disabled", MFADelete: mfaDelete } = await s3.getBucketVersioning({ Bucket });
    return { versioningConfiguration: { status, mfaDelete } };
  },
  delete: async (Bucket, { s3 }, known) => {
    if (known.versioningConfiguration?.status !== "Enabled") return;
    await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: "Suspended" } });
  },
});

type LifecycleRules = NonNullable<Inputs<BucketLifecycleConfigurationArgs>["rules"]>;

export const BucketLifecycleConfiguration = setting<BucketLifecycleConfigurationArgs, LifecycleResource>({
  token: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  properties: {
    expectedBucketOwner,
    rules: { required: true, idle: "objects stay, and uploads too" },
    timeouts: { writeOnly: true },
    transitionDefaultMinimumObjectSize: { computed: true, lacks: "no object changes its class" },
  },
  absent: "NoSuchLifecycleConfiguration",
  put: (Bucket, { rules = [], transitionDefaultMinimumObjectSize }, { s3 }) =>
    s3.putBucketLifecycleConfiguration({
      Bucket,
      TransitionDefaultMinimumObjectSize: transitionDefaultMinimumObjectSize as sdk.TransitionDefaultMinimumObjectSize,
      LifecycleConfiguration: { Rules: rules.map(lifecycleRule) },
    }),
  get: async (Bucket, { s3 }) => {
    const answer = await s3.getBucketLifecycleConfiguration({ Bucket });
    return {
      rules: (answer.Rules ?? []).map(fromLifecycleRule),
    };
  },
  delete: (Bucket, { s3 }) => s3.deleteBucketLifecycle({ Bucket }),
});

/** The tags of a filter are a map to Pulumi and a list to S3; dates are texts to Pulumi. */
function lifecycleRule(rule: LifecycleRules[number]): sdk.LifecycleRule {
  const { and, ...filter } = rule.filter ?? {};
  const dated = <T extends { date?: string }>(when: T) => ({ ...when, date: when.date && new Date(when.date) });
  return toAws(
    {
      ...rule,
      expiration: rule.expiration && dated(rule.expiration),
      transitions: rule.transitions?.map(dated),
      // S3 wants either the rule's own prefix, which is the older form, or a filter.
      filter:
        rule.filter || rule.prefix === undefined
          ? { ...filter, and: and && { ...and, tags: tagList(and.tags) } }
          : undefined,
    },
    { id: "ID" },
  );
}

function fromLifecycleRule(rule: sdk.LifecycleRule): LifecycleRules[number] {
  const shape = fromAws<LifecycleRules[number]>(rule, { id: "ID" });
  const and = rule.Filter?.And;
  const dated = <T extends object>(when: T, { Date: date }: { Date?: Date }) => ({
    ...when,
    date: timestamp(date),
  });
  return {
    ...shape,
    expiration: shape.expiration && dated(shape.expiration, rule.Expiration ?? {}),
    transitions: shape.transitions?.map((when, index) => dated(when, rule.Transitions?.[index] ?? {})),
    filter: shape.filter && { ...shape.filter, and: and && { ...shape.filter.and, tags: tagMap(and.Tags) } },
  };
}

export const BucketLogging = setting<BucketLoggingArgs, LoggingResource>({
  token: "aws:s3/bucketLogging:BucketLogging",
  properties: {
    expectedBucketOwner,
    targetBucket: { required: true, idle: "no access log is written" },
    targetPrefix: { required: true },
    targetGrants: { unordered: true },
    targetObjectKeyFormat: {},
  },
  absent: "NoSuchBucket",
  put: (Bucket, props, { s3 }) =>
    s3.putBucketLogging({
      Bucket,
      BucketLoggingStatus: {
        LoggingEnabled: {
          TargetBucket: props.targetBucket,
          TargetPrefix: props.targetPrefix,
          TargetGrants: toAws(props.targetGrants, granteeNames),
          TargetObjectKeyFormat: toAws(props.targetObjectKeyFormat),
        },
      },
    }),
  get: async (Bucket, { s3 }) => {
    const { LoggingEnabled: logging } = await s3.getBucketLogging({ Bucket });
    return logging && fromAws(logging, granteeNames);
  },
  delete: (Bucket, { s3 }) => s3.putBucketLogging({ Bucket, BucketLoggingStatus: {} }),
});

const granteeNames = { id: "ID", uri: "URI" };

/** A bucket has one notification configuration: the resource is the whole of it. */
export const BucketNotification = setting<BucketNotificationArgs, NotificationResource>({
  token: "aws:s3/bucketNotification:BucketNotification",
  properties: {
    eventbridge: { default: false },
    lambdaFunctions: { unordered: true },
    queues: { unordered: true },
    topics: { unordered: true },
  },
  absent: "NoSuchBucket",
  put: (Bucket, props, { s3 }) =>
    s3.putBucketNotificationConfiguration({
      Bucket,
      NotificationConfiguration: {
        EventBridgeConfiguration: props.eventbridge ? {} : undefined,
        LambdaFunctionConfigurations: props.lambdaFunctions?.map((target) => ({
          ...notification(target),
          LambdaFunctionArn: target.lambdaFunctionArn,
        })),
        QueueConfigurations: props.queues?.map((target) => ({ ...notification(target), QueueArn: target.queueArn })),
        TopicConfigurations: props.topics?.map((target) => ({ ...notification(target), TopicArn: target.topicArn })),
      },
    }),
  get: async (Bucket, { s3 }) => {
    const answer = await s3.getBucketNotificationConfiguration({ Bucket });
    return {
      eventbridge: answer.EventBridgeConfiguration !== undefined,
      lambdaFunctions: (answer.LambdaFunctionConfigurations ?? []).map((target) => ({
        ...fromNotification(target),
        lambdaFunctionArn: target.LambdaFunctionArn,
      })),
      queues: (answer.QueueConfigurations ?? []).map((target) => ({
        ...fromNotification(target),
        queueArn: target.QueueArn!,
      })),
      topics: (answer.TopicConfigurations ?? []).map((target) => ({
        ...fromNotification(target),
        topicArn: target.TopicArn!,
      })),
    };
  },
  delete: (Bucket, { s3 }) => s3.putBucketNotificationConfiguration({ Bucket, NotificationConfiguration: {} }),
});

interface NotificationTarget {
  id?: string;
  events: string[];
  filterPrefix?: string;
  filterSuffix?: string;
}

function notification({ id, events, filterPrefix, filterSuffix }: NotificationTarget) {
  const rules = [
    { Name: "prefix" as const, Value: filterPrefix },
    { Name: "suffix" as const, Value: filterSuffix },
  ].filter(({ Value }) => Value);
  return { Id: id, Events: events as sdk.Event[], Filter: rules.length ? { Key: { FilterRules: rules } } : undefined };
}

type Target = sdk.LambdaFunctionConfiguration | sdk.QueueConfiguration | sdk.TopicConfiguration;

function fromNotification(target: Target): NotificationTarget {
  const value = (name: string) =>
    target.Filter?.Key?.FilterRules?.find((rule) => rule.Name?.toLowerCase() === name)?.Value;
  return {
    id: target.Id,
    events: target.Events ?? [],
    filterPrefix: value("prefix"),
    filterSuffix: value("suffix"),
  };
}
