import { facts, type Made } from "../heldOut/inputs";
import { unknown } from "../server";
import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const role = "arn:aws:iam::111122223333:role/knowledge";
const baseType = "aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase";
const sourceType = "aws:bedrock/agentDataSource:AgentDataSource";
const base = ofType(baseType, { name: "orders", roleArn: role });
const source = ofType(sourceType, { name: "orders", knowledgeBaseId: "ABCDEFGHIJ" });
const modelArn = (name: string, region = "eu-west-1") => `arn:aws:bedrock:${region}::foundation-model/${name}`;
const titan = modelArn("amazon.titan-embed-text-v2:0");

const rds = {
  type: "RDS",
  rdsConfiguration: {
    resourceArn: "arn:aws:rds:eu-west-1:111122223333:cluster:c",
    credentialsSecretArn: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s",
    databaseName: "d",
    tableName: "t",
    fieldMapping: { metadataField: "m", primaryKeyField: "p", textField: "t", vectorField: "v" },
  },
};
const index = (indexArn: unknown) => ({ type: "S3_VECTORS", s3VectorsConfiguration: { indexArn } });
const inS3 = (region = "eu-west-1") => index(`arn:aws:s3vectors:${region}:111122223333:bucket/b/index/i`);
const vectors = (more: Arguments = {}, storageConfiguration: Arguments = rds) => ({
  knowledgeBaseConfiguration: {
    type: "VECTOR",
    vectorKnowledgeBaseConfiguration: { embeddingModelArn: titan, ...more },
  },
  storageConfiguration,
});
const embedded = (bedrockEmbeddingModelConfiguration: Arguments, store: Arguments = rds) =>
  vectors({ embeddingModelConfiguration: { bedrockEmbeddingModelConfiguration } }, store);
const extracted = (...storageLocations: readonly Arguments[]) =>
  vectors({ supplementalDataStorageConfiguration: { storageLocations } });
const at = (uri: string) => ({ type: "S3", s3Location: { uri } });
const sql = (queryEngineConfiguration: Arguments, storageConfiguration: Arguments = redshift) => ({
  knowledgeBaseConfiguration: {
    type: "SQL",
    sqlKnowledgeBaseConfiguration: {
      type: "REDSHIFT",
      redshiftConfiguration: { queryEngineConfiguration, storageConfiguration },
    },
  },
});
const redshift = { type: "REDSHIFT", redshiftConfiguration: { databaseName: "d" } };
const serverless = (authConfiguration: Arguments) => ({
  type: "SERVERLESS",
  serverlessConfiguration: {
    workgroupArn: "arn:aws:redshift-serverless:eu-west-1:111122223333:workgroup/w",
    authConfiguration,
  },
});
const iam = serverless({ type: "IAM" });

const bucket = { type: "S3", s3Configuration: { bucketArn: "arn:aws:s3:::orders" } };
const web = {
  type: "WEB",
  webConfiguration: { sourceConfiguration: { urlConfiguration: { seedUrls: [{ url: "https://example.com" }] } } },
};
const read = (vectorIngestionConfiguration: Arguments, dataSourceConfiguration: Arguments = bucket) => ({
  dataSourceConfiguration,
  vectorIngestionConfiguration,
});
const chunked = (chunkingConfiguration: Arguments) => read({ chunkingConfiguration });
const fixed = (maxTokens: number) =>
  chunked({ chunkingStrategy: "FIXED_SIZE", fixedSizeChunkingConfiguration: { maxTokens, overlapPercentage: 20 } });
const levels = (parent: number, child: number, overlapTokens: number) =>
  chunked({
    chunkingStrategy: "HIERARCHICAL",
    hierarchicalChunkingConfiguration: {
      levelConfigurations: [{ maxTokens: parent }, { maxTokens: child }],
      overlapTokens,
    },
  });
const parsed = (more: Arguments, modelRegion = "eu-west-1") =>
  read({
    parsingConfiguration: {
      parsingStrategy: "BEDROCK_FOUNDATION_MODEL",
      bedrockFoundationModelConfiguration: { modelArn: modelArn("amazon.nova-lite-v1:0", modelRegion), ...more },
    },
  });
const transformed = (uri: string) =>
  read({
    customTransformationConfiguration: {
      intermediateStorage: { s3Location: { uri } },
      transformation: {
        stepToApply: "POST_CHUNKING",
        transformationFunction: {
          transformationLambdaConfiguration: { lambdaArn: "arn:aws:lambda:eu-west-1:111122223333:function:f" },
        },
      },
    },
  });

/** A source of a knowledge base of the same program. */
const together = (says: string, own: Arguments, bad: Arguments, good: Arguments) => {
  const made = (properties: Arguments): readonly Made[] => [
    [baseType, "base", { name: "orders", roleArn: role, id: "ABCDEFGHIJ", ...properties }],
    [sourceType, "source", { name: "orders", knowledgeBaseId: "ABCDEFGHIJ", ...own }],
  ];
  return facts(says, made(bad), made(good));
};

const openSearch = {
  type: "OPENSEARCH_SERVERLESS",
  opensearchServerlessConfiguration: {
    collectionArn: "arn:aws:aoss:eu-west-1:111122223333:collection/abc",
    vectorIndexName: "i",
    fieldMapping: { metadataField: "m", textField: "t", vectorField: "v" },
  },
};
const indexType = "aws:s3/vectorsIndex:VectorsIndex";
const indexed = (dimension: number): readonly Made[] => [
  [
    indexType,
    "index",
    { vectorBucketName: "b", indexName: "i", dataType: "float32", distanceMetric: "cosine", dimension },
  ],
  [
    baseType,
    "base",
    { name: "orders", roleArn: role, ...embedded({ dimensions: 512 }, index(unknown)) },
    {
      storageConfiguration: `${indexType} index`,
    },
  ],
];

export const bedrockKnowledge: FactsByName = {
  "bedrock-kb-embedding-binary": base(
    "S3 Vectors keep floats",
    embedded({ embeddingDataType: "BINARY" }, inS3()),
    embedded({ embeddingDataType: "FLOAT32" }, inS3()),
  ),
  "bedrock-kb-embedding-dimensions": base(
    "dimensions are the model's",
    embedded({ dimensions: 384 }),
    embedded({ dimensions: 512 }),
  ),
  "bedrock-kb-embedding-model-region": base(
    "a model is near",
    vectors({ embeddingModelArn: modelArn("amazon.titan-embed-text-v2:0", "us-east-1") }),
    vectors(),
  ),
  "bedrock-kb-s3-vectors-index-dimension": facts("an index has as many dimensions", indexed(256), indexed(512)),
  "bedrock-kb-sql-auth-configuration": base(
    "who asks has what the type says",
    sql(serverless({ type: "USERNAME_PASSWORD" })),
    sql(iam),
  ),
  "bedrock-kb-sql-query-engine-configuration": base("an engine has settings", sql({ type: "SERVERLESS" }), sql(iam)),
  "bedrock-kb-sql-storage-configuration": base("a store has settings", sql(iam, { type: "REDSHIFT" }), sql(iam)),
  "bedrock-kb-storage-not-allowed": base("SQL has its store", { ...sql(iam), storageConfiguration: rds }, sql(iam)),
  "bedrock-kb-storage-type-configuration": base(
    "a store is of its type",
    vectors({}, { ...rds, type: "S3_VECTORS" }),
    vectors(),
  ),
  "bedrock-kb-supplemental-storage-uri": base(
    "media have a bucket",
    extracted(at("s3://media/orders")),
    extracted(at("s3://media")),
  ),
  "bedrock-kb-type-configuration": base(
    "a knowledge base is of its type",
    { knowledgeBaseConfiguration: { type: "KENDRA" } },
    {
      knowledgeBaseConfiguration: {
        type: "KENDRA",
        kendraKnowledgeBaseConfiguration: { kendraIndexArn: "arn:aws:kendra:eu-west-1:111122223333:index/i" },
      },
    },
  ),
  "bedrock-kb-vector-storage-required": base(
    "vectors are kept",
    { ...vectors(), storageConfiguration: undefined },
    vectors(),
  ),
  "bedrock-kb-vector-store-region": base("vectors are near", vectors({}, inS3("us-east-1")), vectors({}, inS3())),
  "bedrock-datasource-chunk-max-tokens": source("chunks are small", fixed(8193), fixed(8192)),
  "bedrock-datasource-chunk-tokens-embedding-limit": together(
    "chunks are as small as the model's",
    fixed(513),
    vectors({ embeddingModelArn: modelArn("cohere.embed-english-v3") }),
    vectors(),
  ),
  "bedrock-datasource-chunking-configuration": source(
    "chunks have settings",
    chunked({ chunkingStrategy: "FIXED_SIZE" }),
    chunked({ chunkingStrategy: "NONE" }),
  ),
  "bedrock-datasource-hierarchical-levels": source("levels descend", levels(300, 300, 60), levels(1500, 300, 60)),
  "bedrock-datasource-multimodal-supplemental-storage": together(
    "images have a place",
    parsed({ parsingModality: "MULTIMODAL" }),
    vectors(),
    extracted(at("s3://media")),
  ),
  "bedrock-datasource-parsing-configuration": source(
    "a model parses",
    read({ parsingConfiguration: { parsingStrategy: "BEDROCK_FOUNDATION_MODEL" } }),
    parsed({}),
  ),
  "bedrock-datasource-parsing-model-region": source("a parser is near", parsed({}, "us-east-1"), parsed({})),
  "bedrock-datasource-supplemental-bucket-overlap": together(
    "media are apart from data",
    { dataSourceConfiguration: bucket },
    extracted(at("s3://orders")),
    extracted(at("s3://media")),
  ),
  "bedrock-datasource-transformation-bucket": source(
    "chunks are apart from data",
    transformed("s3://orders/chunks"),
    transformed("s3://chunks/"),
  ),
  "bedrock-datasource-type-configuration": source(
    "a source is of its type",
    { dataSourceConfiguration: { type: "S3" } },
    { dataSourceConfiguration: bucket },
  ),
  "bedrock-datasource-web-vector-store": together(
    "the web is kept in OpenSearch",
    { dataSourceConfiguration: web },
    vectors(),
    vectors({}, openSearch),
  ),
};
