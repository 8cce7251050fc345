import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const repository = ofType("aws:ecr/repository:Repository", { name: "shop/orders" });
const template = ofType("aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate", { prefix: "shop" });
const cache = (upstreamRegistryUrl: string, more: Arguments = {}) => ({ upstreamRegistryUrl, ...more });
const caches = ofType("aws:ecr/pullThroughCacheRule:PullThroughCacheRule", { ecrRepositoryPrefix: "upstream" });
const credentialArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:ecr-pullthroughcache/hub-a1b2c3";

const lifecycle = ofType("aws:ecr/lifecyclePolicy:LifecyclePolicy", { repository: "shop/orders" });
const expires = { type: "expire" };
const counts = (more: Arguments = {}) => ({
  tagStatus: "untagged",
  countType: "imageCountMoreThan",
  countNumber: 9,
  ...more,
});
const rule = (rulePriority: number, selection: Arguments = counts(), action: Arguments = expires) => ({
  rulePriority,
  selection,
  action,
});
const of = (...rules: readonly Arguments[]) => ({ policy: JSON.stringify({ rules }) });

const replicates = (region: string) => ({
  replicationConfiguration: { rules: [{ destinations: [{ region, registryId: "111122223333" }] }] },
});

export const ecr: FactsByName = {
  "ecr-encryption-configuration": repository(
    "a key is for an encryption by keys",
    { encryptionConfigurations: [{ encryptionType: "AES256", kmsKey: "arn:aws:kms:eu-west-1:111122223333:key/1" }] },
    { encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: "arn:aws:kms:eu-west-1:111122223333:key/1" }] },
  ),
  "ecr-image-tag-mutability-filters": repository(
    "tags are left out of a mutability with exclusions",
    { imageTagMutability: "IMMUTABLE_WITH_EXCLUSION" },
    {
      imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
      imageTagMutabilityExclusionFilters: [{ filter: "latest*", filterType: "WILDCARD" }],
    },
  ),
  "ecr-lifecycle-action": lifecycle(
    "an image goes to the archive",
    of(rule(1, counts(), { type: "transition" })),
    of(rule(1, counts(), { type: "transition", targetStorageClass: "archive" })),
  ),
  "ecr-lifecycle-count": lifecycle(
    "images that were pulled are counted in days",
    of(rule(1, counts({ countType: "sinceImagePulled" }))),
    of(rule(1, counts({ countType: "sinceImagePulled", countUnit: "days" }))),
  ),
  "ecr-lifecycle-policy-syntax": lifecycle(
    "a rule has no name",
    of({ ...rule(1), name: "old" }),
    of({ ...rule(1), description: "old" }),
  ),
  "ecr-lifecycle-rule-priority": lifecycle(
    "a rule of any image comes last",
    of(rule(1, counts({ tagStatus: "any" })), rule(2)),
    of(rule(1), rule(2, counts({ tagStatus: "any" }))),
  ),
  "ecr-lifecycle-tag-status": lifecycle(
    "a pattern has four asterisks",
    of(rule(1, counts({ tagStatus: "tagged", tagPatternList: ["*a*b*c*d*"] }))),
    of(rule(1, counts({ tagStatus: "tagged", tagPatternList: ["*a*b*c*"] }))),
  ),
  "ecr-pull-through-cache-credential": caches(
    "who pulls is told to a registry that asks",
    cache("cgr.dev"),
    cache("cgr.dev", { credentialArn }),
  ),
  "ecr-pull-through-cache-url": caches(
    "a registry is a host",
    cache("https://public.ecr.aws"),
    cache("public.ecr.aws"),
  ),
  "ecr-registry-scanning-configuration": ofType("aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration", {
    scanType: "ENHANCED",
  })(
    "rules scan at different times",
    {
      rules: ["a*", "b*"].map((filter) => ({
        scanFrequency: "SCAN_ON_PUSH",
        repositoryFilters: [{ filter, filterType: "WILDCARD" }],
      })),
    },
    {
      rules: ["SCAN_ON_PUSH", "CONTINUOUS_SCAN"].map((scanFrequency) => ({
        scanFrequency,
        repositoryFilters: [{ filter: "a*", filterType: "WILDCARD" }],
      })),
    },
  ),
  "ecr-replication-destination": ofType("aws:ecr/replicationConfiguration:ReplicationConfiguration")(
    "images stay in their partition",
    replicates("cn-north-1"),
    replicates("us-east-1"),
  ),
  "ecr-repository-creation-template-applied-for": template(
    "a template is for pushes by its name",
    { appliedFors: ["PUSH"] },
    { appliedFors: ["CREATE_ON_PUSH"] },
  ),
};
