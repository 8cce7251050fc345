import { type Row, type TypeRows } from "../../schema";
import { at, bars, needs, says } from "../given";
import { page } from "../pages";

const api = (what: string) => page(`bedrock/latest/APIReference/API_agent_${what}`);
const supported = page("bedrock/latest/userguide/knowledge-base-supported");
const base = "knowledgeBaseConfiguration";
const vector = `${base}.vectorKnowledgeBaseConfiguration`;
const model = `${vector}.embeddingModelArn`;
const settings = `${vector}.embeddingModelConfiguration.bedrockEmbeddingModelConfiguration`;
const engine = `${base}.sqlKnowledgeBaseConfiguration.redshiftConfiguration`;
const index = "storageConfiguration.s3VectorsConfiguration.indexArn";
const modelArn = (name: string, region = "eu-west-1") => `arn:aws:bedrock:${region}::foundation-model/${name}`;
const indexArn = (region: string) => `arn:aws:s3vectors:${region}:111122223333:bucket/b/index/i`;

const titan = "amazon.titan-embed-text-v2:0";
const sizes: readonly (readonly [pattern: string, name: string, sizes: readonly number[]])[] = [
  ["/amazon\\.titan-embed-text-v2", titan, [256, 512, 1024]],
  ["/cohere\\.embed-(english|multilingual)-v3", "cohere.embed-english-v3", [1024]],
];
const stores = {
  OPENSEARCH_SERVERLESS: "opensearchServerlessConfiguration",
  OPENSEARCH_MANAGED_CLUSTER: "opensearchManagedClusterConfiguration",
  PINECONE: "pineconeConfiguration",
  RDS: "rdsConfiguration",
  MONGO_DB_ATLAS: "mongoDbAtlasConfiguration",
  NEPTUNE_ANALYTICS: "neptuneAnalyticsConfiguration",
  REDIS_ENTERPRISE_CLOUD: "redisEnterpriseCloudConfiguration",
  S3_VECTORS: "s3VectorsConfiguration",
};

/** Settings of each type, beside it. */
const ofType = (path: string, types: Readonly<Record<string, string>>, source: string, example: unknown = {}) =>
  Object.entries(types).map(([type, member]) =>
    at(
      path,
      `${type} has its own settings`,
      { when: { type }, required: [member], source },
      { type, [member]: example },
      {
        type,
      },
    ),
  );

const indexSize = (size: number): Row => ({
  at: "",
  fact: "an index has as many dimensions as what is put into it",
  when: { [`${settings}.dimensions`]: size },
  properties: {
    [index]: {
      refersTo: { type: "aws:s3/vectorsIndex:VectorsIndex", fits: { properties: { dimension: { const: size } } } },
    },
  },
  source: api("S3VectorsConfiguration"),
  ...(Object.fromEntries(
    [
      ["good", size],
      ["bad", size + 1],
    ].map(([key, dimension]) => [
      key,
      {
        knowledgeBaseConfiguration: {
          vectorKnowledgeBaseConfiguration: {
            embeddingModelConfiguration: { bedrockEmbeddingModelConfiguration: { dimensions: size } },
          },
        },
        storageConfiguration: { s3VectorsConfiguration: { indexArn: `arn:${String(dimension)}` } },
      },
    ]),
  ) as { readonly good: unknown; readonly bad: unknown }),
  beside: Object.fromEntries(
    [size, size + 1].map((dimension) => [
      `i${dimension}`,
      { type: "aws:s3/vectorsIndex:VectorsIndex", properties: { arn: `arn:${dimension}`, dimension } },
    ]),
  ),
});

/** What Bedrock refuses of knowledge bases. */
export const knowledge: readonly TypeRows[] = [
  {
    type: "aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase",
    source: api("CreateKnowledgeBase"),
    rows: [
      ...ofType(
        base,
        {
          VECTOR: "vectorKnowledgeBaseConfiguration",
          KENDRA: "kendraKnowledgeBaseConfiguration",
          SQL: "sqlKnowledgeBaseConfiguration",
        },
        api("KnowledgeBaseConfiguration"),
      ),
      ...ofType("storageConfiguration", stores, api("StorageConfiguration")),
      ...ofType(
        `${engine}.queryEngineConfiguration`,
        { SERVERLESS: "serverlessConfiguration", PROVISIONED: "provisionedConfiguration" },
        api("RedshiftQueryEngineConfiguration"),
      ),
      ...ofType(
        `${engine}.storageConfiguration`,
        { REDSHIFT: "redshiftConfiguration", AWS_DATA_CATALOG: "awsDataCatalogConfiguration" },
        api("RedshiftQueryEngineStorageConfiguration"),
      ),
      ...["serverlessConfiguration", "provisionedConfiguration"].flatMap((configuration) => {
        const path = `${engine}.queryEngineConfiguration.${configuration}.authConfiguration`;
        const source = api("RedshiftProvisionedAuthConfiguration");
        return [
          ...ofType(path, { USERNAME_PASSWORD: "usernamePasswordSecretArn" }, source, "s"),
          at(
            path,
            "IAM needs no user and no secret",
            { when: { type: "IAM" }, excluded: ["usernamePasswordSecretArn", "databaseUser"], source },
            { type: "IAM" },
            { type: "IAM", usernamePasswordSecretArn: "s" },
          ),
        ];
      }),
      ...ofType(
        `${engine}.queryEngineConfiguration.provisionedConfiguration.authConfiguration`,
        { USERNAME: "databaseUser" },
        api("RedshiftProvisionedAuthConfiguration"),
        "u",
      ),
      needs("a knowledge base of vectors has a store", { [`${base}.type`]: "VECTOR" }, { storageConfiguration: {} }),
      bars(
        "a knowledge base of Kendra or SQL brings its own store",
        { [`${base}.type`]: ["KENDRA", "SQL"] },
        { storageConfiguration: { type: "RDS" } },
      ),
      says(
        "S3 Vectors keep FLOAT32",
        {
          when: { "storageConfiguration.type": "S3_VECTORS" },
          properties: { [`${settings}.embeddingDataType`]: { const: "FLOAT32" } },
          source: supported,
        },
        { "storageConfiguration.type": "S3_VECTORS", [`${settings}.embeddingDataType`]: "FLOAT32" },
        { "storageConfiguration.type": "S3_VECTORS", [`${settings}.embeddingDataType`]: "BINARY" },
      ),
      says(
        "the first model of Titan makes FLOAT32, in its own number of dimensions",
        {
          when: { [model]: { pattern: "/amazon\\.titan-embed-text-v1" } },
          properties: { [`${settings}.embeddingDataType`]: { const: "FLOAT32" } },
          excluded: [`${settings}.dimensions`],
          source: supported,
        },
        { [model]: modelArn("amazon.titan-embed-text-v1") },
        { [model]: modelArn("amazon.titan-embed-text-v1"), [`${settings}.dimensions`]: 1536 },
      ),
      ...sizes.map(([pattern, name, taken]) =>
        says(
          "dimensions are those that the model has",
          {
            when: { [model]: { pattern } },
            properties: { [`${settings}.dimensions`]: { enum: taken } },
            source: supported,
          },
          { [model]: modelArn(name), [`${settings}.dimensions`]: 1024 },
          { [model]: modelArn(name), [`${settings}.dimensions`]: 384 },
        ),
      ),
      ...[256, 512, 1024].map(indexSize),
      at(model, "a model is of the own Region", { ownRegion: true }, modelArn(titan), modelArn(titan, "us-east-1")),
      ...["indexArn", "vectorBucketArn"].map((name) =>
        at(
          `storageConfiguration.s3VectorsConfiguration.${name}`,
          "a store of vectors is of the own Region",
          { ownRegion: true, source: api("S3VectorsConfiguration") },
          indexArn("eu-west-1"),
          indexArn("us-east-1"),
        ),
      ),
      at(
        `${vector}.supplementalDataStorageConfiguration.storageLocations[]`,
        "what is extracted goes to S3",
        { required: ["s3Location"], source: api("SupplementalDataStorageConfiguration") },
        { type: "S3", s3Location: { uri: "s3://b" } },
        { type: "S3" },
      ),
      at(
        `${vector}.supplementalDataStorageConfiguration.storageLocations[].s3Location.uri`,
        "what is extracted goes to a whole bucket",
        { pattern: "^s3://[^/]+/?$", source: api("SupplementalDataStorageConfiguration") },
        "s3://media",
        "s3://media/orders",
      ),
    ],
  },
];
