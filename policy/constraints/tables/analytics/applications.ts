import { type TypeRows } from "../../schema";
import { at, bars, narrows, needs, says } from "../given";
import { api, page } from "../pages";

const retried = { maxRetries: 1, perRetryTimeout: { unit: "s", value: 1 } };
const mesh = (what: string) => page(`app-mesh/latest/APIReference/API_${what}`);

/** Applications of learning and of meshes, canaries and replications. */
export const applications: readonly TypeRows[] = [
  {
    type: "aws:synthetics/canary:Canary",
    source: page("AmazonSynthetics/latest/APIReference/API_CreateCanary"),
    rows: [
      at("schedule.retryConfig.maxRetries", "a canary is tried again up to twice", { minimum: 0, maximum: 2 }, 2, 3),
      narrows(
        "a run ends before the next one begins",
        { "schedule.expression": "rate(1 minute)" },
        "runConfig.timeoutInSeconds",
        { maximum: 60 },
        [60, 120],
      ),
      at("runConfig.timeoutInSeconds", "a run lasts 3 to 840 seconds", { minimum: 3, maximum: 840 }, 840, 841),
      at("runConfig.memoryInMb", "memory is a multiple of 64", { multipleOf: 64 }, 960, 1_000),
      at(
        "name",
        "a canary has 1 to 255 small letters, digits, hyphens and underscores",
        { pattern: "^[0-9a-z_-]{1,255}$" },
        "orders",
        "Orders",
      ),
      at(
        "artifactConfig.s3Encryption",
        "a key is of the encryption SSE_KMS",
        { when: { encryptionMode: "SSE_S3" }, excluded: ["kmsKeyArn"] },
        { encryptionMode: "SSE_S3" },
        { encryptionMode: "SSE_S3", kmsKeyArn: "k" },
      ),
    ],
  },
  {
    type: "aws:sagemaker/featureGroup:FeatureGroup",
    source: api("sagemaker", "CreateFeatureGroup"),
    rows: [
      bars(
        "features on demand have no units for reading",
        { "throughputConfig.throughputMode": "OnDemand" },
        { "throughputConfig.provisionedReadCapacityUnits": 1 },
        { source: api("sagemaker", "ThroughputConfig") },
      ),
      bars(
        "features on demand have no units for writing",
        { "throughputConfig.throughputMode": "OnDemand" },
        { "throughputConfig.provisionedWriteCapacityUnits": 1 },
        { source: api("sagemaker", "ThroughputConfig") },
      ),
      needs(
        "provisioned features have units",
        { "throughputConfig.throughputMode": "Provisioned" },
        { "throughputConfig.provisionedReadCapacityUnits": 1, "throughputConfig.provisionedWriteCapacityUnits": 1 },
        { source: api("sagemaker", "ThroughputConfig") },
      ),
      says(
        "the identifier of records is one of the features",
        { memberOf: [["recordIdentifierFeatureName", "featureDefinitions[].featureName"]] },
        { recordIdentifierFeatureName: "a", featureDefinitions: [{ featureName: "a", featureType: "String" }] },
        { recordIdentifierFeatureName: "b", featureDefinitions: [{ featureName: "a", featureType: "String" }] },
      ),
      says(
        "the time of events is one of the features",
        { memberOf: [["eventTimeFeatureName", "featureDefinitions[].featureName"]] },
        { eventTimeFeatureName: "a", featureDefinitions: [{ featureName: "a", featureType: "String" }] },
        { eventTimeFeatureName: "b", featureDefinitions: [{ featureName: "a", featureType: "String" }] },
      ),
    ],
  },
  {
    type: "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
    source: api("sagemaker", "CreateEndpointConfig"),
    rows: [
      at(
        "productionVariants[]",
        "a variant has instances, or is serverless",
        { atMostOne: ["instanceType", "serverlessConfig"], source: api("sagemaker", "ProductionVariant") },
        { instanceType: "ml.m5.large", initialInstanceCount: 1 },
        { instanceType: "ml.m5.large", serverlessConfig: { maxConcurrency: 1, memorySizeInMb: 1_024 } },
      ),
      at(
        "productionVariants[].serverlessConfig.memorySizeInMb",
        "memory is 1 to 6 GB",
        {
          enum: [1_024, 2_048, 3_072, 4_096, 5_120, 6_144],
          source: api("sagemaker", "ProductionVariantServerlessConfig"),
        },
        1_024,
        1_000,
      ),
      at(
        "productionVariants[].serverlessConfig",
        "provisioned concurrency is not above maxConcurrency",
        {
          ordered: [["provisionedConcurrency", "<=", "maxConcurrency"]],
          source: api("sagemaker", "ProductionVariantServerlessConfig"),
        },
        { provisionedConcurrency: 1, maxConcurrency: 1 },
        { provisionedConcurrency: 2, maxConcurrency: 1 },
      ),
      at(
        "productionVariants",
        "variants have different names",
        { uniqueKeys: ["variantName"] },
        [{ variantName: "a" }],
        [{ variantName: "a" }, { variantName: "a", modelName: "m" }],
      ),
      at(
        "dataCaptureConfig.initialSamplingPercentage",
        "0 to 100 % are captured",
        { minimum: 0, maximum: 100, source: api("sagemaker", "DataCaptureConfig") },
        100,
        101,
      ),
    ],
  },
  {
    type: "aws:dms/replicationConfig:ReplicationConfig",
    source: page("dms/latest/APIReference/API_ComputeConfig"),
    rows: [
      at(
        "computeConfig.maxCapacityUnits",
        "a replication has 1, 2, 4 … 384 units",
        { enum: [1, 2, 4, 8, 16, 32, 64, 128, 192, 256, 384] },
        1,
        0,
      ),
      says(
        "minCapacityUnits is not above maxCapacityUnits",
        { ordered: [["computeConfig.minCapacityUnits", "<=", "computeConfig.maxCapacityUnits"]] },
        { computeConfig: { minCapacityUnits: 1, maxCapacityUnits: 1 } },
        { computeConfig: { minCapacityUnits: 2, maxCapacityUnits: 1 } },
      ),
    ],
  },
  {
    type: "aws:vpclattice/targetGroup:TargetGroup",
    source: page("vpc-lattice/latest/APIReference/API_CreateTargetGroup"),
    rows: [
      at(
        "name",
        "a name has 3 to 128 small letters, digits and hyphens, none at either end and no two in a row",
        { pattern: "^(?=.{3,128}$)[a-z0-9]+(-[a-z0-9]+)*$" },
        "orders",
        "a--b",
      ),
      bars(
        "a group of functions has no port",
        { type: "LAMBDA" },
        { "config.port": 80 },
        { source: page("vpc-lattice/latest/APIReference/API_TargetGroupConfig") },
      ),
      bars(
        "a group of functions has no VPC",
        { type: "LAMBDA" },
        { "config.vpcIdentifier": "vpc-1" },
        { source: page("vpc-lattice/latest/APIReference/API_TargetGroupConfig") },
      ),
      needs(
        "a group of instances, addresses or balancers is of a VPC",
        { type: ["INSTANCE", "IP", "ALB"] },
        { "config.vpcIdentifier": "vpc-1" },
        { source: page("vpc-lattice/latest/APIReference/API_TargetGroupConfig") },
      ),
    ],
  },
  {
    type: "aws:inspector2/filter:Filter",
    source: page("inspector/v2/APIReference/API_CreateFilter"),
    rows: [
      at(
        "name",
        "a filter has 3 to 128 characters, none of them white space",
        { pattern: "^\\S{3,128}$" },
        "orders",
        "my filter",
      ),
    ],
  },
  {
    type: "aws:appmesh/route:Route",
    source: mesh("GrpcRetryPolicy"),
    rows: [
      at(
        "spec.grpcRoute.retryPolicy",
        "what is tried again has events",
        { requiredOr: ["grpcRetryEvents[]", "httpRetryEvents[]", "tcpRetryEvents[]"] },
        { ...retried, grpcRetryEvents: ["unavailable"] },
        retried,
      ),
      ...["httpRoute", "http2Route"].map((route) =>
        at(
          `spec.${route}.retryPolicy`,
          "what is tried again has events",
          { requiredOr: ["httpRetryEvents[]", "tcpRetryEvents[]"], source: mesh("HttpRetryPolicy") },
          { ...retried, httpRetryEvents: ["server-error"] },
          retried,
        ),
      ),
    ],
  },
];
