import { type Limit, provenance } from "./limit";

const retentionValues = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/** Limits of Amazon CloudWatch Logs. */
export const logs = {
  retentionDays: {
    id: "logs.retentionDays",
    title: "Retention of a log group",
    min: 1,
    max: 3_653,
    values: retentionValues,
    unit: "days",
    page: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
    kind: "hard",
    checked: "2026-11-23",
    verified: true,
    sources: ["api model", "documentation"],
    note: "Left out, log events never expire.",
  },
} as const satisfies Record<string, Limit>;

/** Limits of Amazon S3 event notifications. */
export const s3 = {
  notificationConfigurations: {
    id: "s3.notificationConfigurations",
    title: "Notification resources of a bucket",
    max: 1,
    unit: "resources",
    page: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html",
    ...provenance.general,
    note: "The call replaces the whole configuration: a second resource silently removes the first one's triggers.",
  },
  infrequentAccessDays: {
    id: "s3.infrequentAccessDays",
    title: "Days before a lifecycle rule moves objects to STANDARD_IA or ONEZONE_IA",
    min: 30,
    unit: "days",
    page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html",
    ...provenance.general,
  },
  filterLength: {
    id: "s3.filterLength",
    title: "Length of a notification's prefix or suffix",
    max: 1_024,
    unit: "characters",
    page: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_FilterRule.html",
    ...provenance.general,
  },
} as const satisfies Record<string, Limit>;

/** Limits of AWS IAM documents; white space is not counted. */
export const iam = {
  managedPolicyCharacters: {
    id: "iam.managedPolicyCharacters",
    title: "Managed policy document",
    max: 6_144,
    unit: "characters",
    page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
    ...provenance.general,
  },
  rolePolicyCharacters: {
    id: "iam.rolePolicyCharacters",
    title: "Inline policies of a role, together",
    max: 10_240,
    unit: "characters",
    page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
    ...provenance.general,
  },
  trustPolicyCharacters: {
    id: "iam.trustPolicyCharacters",
    title: "Trust policy of a role",
    max: 2_048,
    unit: "characters",
    page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
    ...provenance.general,
    kind: "adjustable",
    quotaCode: "L-C07B4B0D",
    note: "AWS raises it to 4,096 at most",
  },
  managedPolicies: {
    id: "iam.managedPolicies",
    title: "Managed policies attached to a role, user or group",
    max: 10,
    unit: "policies",
    page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
    ...provenance.general,
    kind: "adjustable",
    quotaCode: "L-0DA4ABF3",
    note: "The quota of roles; that of users is L-4019AD8B, and that of groups cannot be raised",
  },
} as const satisfies Record<string, Limit>;
