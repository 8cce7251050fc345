import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { like, needs, sameRegion, together } from "../together";

const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
const filters = { imageTagMutabilityExclusionFilters: [{ filter: "latest", filterType: "WILDCARD" }] };
const withExclusion = ["IMMUTABLE_WITH_EXCLUSION", "MUTABLE_WITH_EXCLUSION"];

/** What a repository and the template of repositories have. */
const kept: readonly Row[] = [
  {
    at: "encryptionConfigurations[]",
    fact: "a key is for the encryption KMS",
    if: { required: ["kmsKey"] },
    then: { properties: { encryptionType: { enum: ["KMS", "KMS_DSSE"] } } },
    source: api("ecr", "EncryptionConfiguration"),
    good: { encryptionType: "KMS", kmsKey: key },
    bad: { encryptionType: "AES256", kmsKey: key },
  },
  sameRegion("encryptionConfigurations[].kmsKey", "a key is of the Region of the images", key, {
    source: api("ecr", "EncryptionConfiguration"),
  }),
  together(
    "filters of tags are of the two mutabilities with exclusions",
    {
      if: { required: ["imageTagMutabilityExclusionFilters[]"] },
      then: { required: ["imageTagMutability"], properties: { imageTagMutability: { enum: withExclusion } } },
    },
    filters,
    { imageTagMutability: "IMMUTABLE_WITH_EXCLUSION" },
    { imageTagMutability: "IMMUTABLE" },
  ),
  needs("a mutability with exclusions has filters", { imageTagMutability: withExclusion }, [
    "imageTagMutabilityExclusionFilters[]",
  ])({ imageTagMutability: "IMMUTABLE_WITH_EXCLUSION" }, filters, {}),
];

const secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:ecr-pullthroughcache/hub-a1b2c3";
const cache = (upstreamRegistryUrl: string) => ({ ecrRepositoryPrefix: "hub", upstreamRegistryUrl });
const hub = cache("registry-1.docker.io");
/** Registries that ask who pulls, those that do not, and others of ECR. */
const asking = "registry-1\\.docker\\.io|ghcr\\.io|registry\\.gitlab\\.com|cgr\\.dev|[^./]+\\.azurecr\\.[a-z]+";
const open = "public\\.ecr\\.aws|registry\\.k8s\\.io|quay\\.io";
const others = "\\d{12}\\.dkr[.-]ecr\\.[a-z0-9.-]+";
const isOf = (registries: string) => ({ upstreamRegistryUrl: { pattern: `^(${registries})$` } });

const upstream = page("AmazonECR/latest/userguide/pull-through-cache");

const caches: readonly Row[] = [
  together(
    "a registry that asks who pulls has a credentialArn",
    { when: isOf(asking), required: ["credentialArn"], source: upstream },
    hub,
    { credentialArn: secret },
    {},
  ),
  together(
    "a registry that is open has no credentialArn",
    { when: isOf(open), excluded: ["credentialArn"], level: "advisory", source: upstream },
    cache("quay.io"),
    {},
    { credentialArn: secret },
  ),
  together(
    "a role pulls from ECR alone",
    { when: isOf(`${asking}|${open}`), excluded: ["customRoleArn"] },
    { ...hub, credentialArn: secret },
    {},
    { customRoleArn: "arn:aws:iam::111122223333:role/r" },
  ),
  like(
    "credentialArn",
    "the name of the secret begins with ecr-pullthroughcache/",
    ":secret:ecr-pullthroughcache/",
    secret,
    secret.replace("ecr-pullthroughcache/", ""),
  ),
  sameRegion("credentialArn", "a secret is of the Region of the cache", secret, {
    source: page("AmazonECR/latest/userguide/pull-through-cache-creating-rule"),
  }),
  like(
    "upstreamRegistryUrl",
    "a cache is of a registry that ECR knows, by its host alone",
    `^(${asking}|${open}|${others})$`,
    "public.ecr.aws",
    "https://public.ecr.aws",
  ),
];

const replicated = (region: string) => ({
  replicationConfiguration: { rules: [{ destinations: [{ registryId: "111122223333", region }] }] },
});

/** What AWS refuses of repositories of images, of what they are made from, cached from and replicated to. */
export const images: readonly TypeRows[] = [
  {
    type: "aws:ecr/repository:Repository",
    source: api("ecr", "CreateRepository"),
    rows: [
      like(
        "name",
        "a repository has 2 to 256 lower-case letters, digits and . _ - /, in parts that begin and end with one of the first two",
        "^(?=.{2,256}$)[a-z0-9]+([._-]+[a-z0-9]+)*(/[a-z0-9]+([._-]+[a-z0-9]+)*)*$",
        "shop/orders",
        "Shop/Orders",
      ),
      ...kept,
    ],
  },
  {
    type: "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate",
    source: api("ecr", "CreateRepositoryCreationTemplate"),
    rows: kept,
  },
  {
    type: "aws:ecr/pullThroughCacheRule:PullThroughCacheRule",
    source: api("ecr", "CreatePullThroughCacheRule"),
    rows: caches,
  },
  {
    type: "aws:ecr/replicationConfiguration:ReplicationConfiguration",
    source: api("ecr", "ReplicationDestination"),
    rows: [
      together(
        "images are replicated within their partition",
        { join: "replicatedRegions" },
        {},
        replicated("us-east-1"),
        replicated("cn-north-1"),
      ),
    ],
  },
];
