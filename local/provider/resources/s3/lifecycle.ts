import type * as sdk from "@aws-sdk/client-s3";
import type * as pulumiAws from "@pulumi/aws/s3/bucketLifecycleConfiguration";
import { type Inputs } from "../../frame/resourceType";
import { fromAws, tagList, tagMap, timestamp, toAws } from "../../frame/shapes";
import { expectedBucketOwner, setting } from "./setting";

type Args = pulumiAws.BucketLifecycleConfigurationArgs;

type LifecycleRules = NonNullable<Inputs<Args>["rules"]>;

export const BucketLifecycleConfiguration = setting<Args, pulumiAws.BucketLifecycleConfiguration>({
  token: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  properties: {
    expectedBucketOwner,
    rules: { required: true, idle: "objects stay, and uploads too" },
    timeouts: {},
    transitionDefaultMinimumObjectSize: { computed: true, notEmulated: "no object changes its class" },
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
      // S3 needs either the rule's prefix, which is the older form, or a filter.
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
