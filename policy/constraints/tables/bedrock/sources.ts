import { type Row, type Schema, type TypeRows } from "../../schema";
import { at, type Given, given, says } from "../given";
import { page } from "../pages";

const api = (what: string) => page(`bedrock/latest/APIReference/API_agent_${what}`);
const guide = (what: string) => page(`bedrock/latest/userguide/${what}`);
const ingestion = "vectorIngestionConfiguration";
const chunking = `${ingestion}.chunkingConfiguration`;
const fixed = `${chunking}.fixedSizeChunkingConfiguration`;
const parsing = `${ingestion}.parsingConfiguration`;
const vector = "knowledgeBaseConfiguration.vectorKnowledgeBaseConfiguration";
const bases = "aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase";
const modelArn = (region: string) =>
  `arn:aws:bedrock:${region}::foundation-model/anthropic.claude-3-haiku-20240307-v1:0`;

const ofType = (path: string, by: string, members: Readonly<Record<string, string>>, source: string) =>
  Object.entries(members).map(([value, member]) =>
    at(
      path,
      `${value} has its own settings`,
      { when: { [by]: value }, required: [member], source },
      { [by]: value, [member]: {} },
      { [by]: value },
    ),
  );

/** Where a source has these settings, the knowledge base that it names fits. */
const ofBase = (
  fact: string,
  when: NonNullable<Schema["when"]>,
  fits: Schema,
  source: string,
  own: Given,
  [good, bad]: readonly Given[],
): Row => ({
  at: "",
  fact,
  when,
  properties: { knowledgeBaseId: { refersTo: { type: bases, fits } } },
  source,
  good: { ...given(own), knowledgeBaseId: "good" },
  bad: { ...given(own), knowledgeBaseId: "bad" },
  beside: {
    good: { type: bases, properties: { id: "good", ...given(good ?? {}) } },
    bad: { type: bases, properties: { id: "bad", ...given(bad ?? {}) } },
  },
});

/** What Bedrock refuses of the data of knowledge bases. */
export const sources: readonly TypeRows[] = [
  {
    type: "aws:bedrock/agentDataSource:AgentDataSource",
    source: api("CreateDataSource"),
    rows: [
      ...ofType(
        "dataSourceConfiguration",
        "type",
        {
          S3: "s3Configuration",
          WEB: "webConfiguration",
          CONFLUENCE: "confluenceConfiguration",
          SALESFORCE: "salesforceConfiguration",
          SHAREPOINT: "sharePointConfiguration",
        },
        api("DataSourceConfiguration"),
      ),
      ...ofType(
        chunking,
        "chunkingStrategy",
        {
          FIXED_SIZE: "fixedSizeChunkingConfiguration",
          HIERARCHICAL: "hierarchicalChunkingConfiguration",
          SEMANTIC: "semanticChunkingConfiguration",
        },
        api("ChunkingConfiguration"),
      ),
      ...ofType(
        parsing,
        "parsingStrategy",
        { BEDROCK_FOUNDATION_MODEL: "bedrockFoundationModelConfiguration" },
        api("ParsingConfiguration"),
      ),
      ...[`${fixed}.maxTokens`, `${chunking}.semanticChunkingConfiguration.maxToken`].map((path) =>
        at(
          path,
          "a chunk has 8,192 tokens at most",
          { maximum: 8_192, source: api("FixedSizeChunkingConfiguration") },
          8_192,
          8_193,
        ),
      ),
      says(
        "chunks become smaller from level to level, and overlap by less than the smallest",
        { join: "chunkLevels", source: api("HierarchicalChunkingConfiguration") },
        given({
          [`${chunking}.hierarchicalChunkingConfiguration`]: {
            levelConfigurations: [{ maxTokens: 1_500 }, { maxTokens: 300 }],
            overlapTokens: 60,
          },
        }),
        given({
          [`${chunking}.hierarchicalChunkingConfiguration`]: {
            levelConfigurations: [{ maxTokens: 300 }, { maxTokens: 300 }],
            overlapTokens: 60,
          },
        }),
      ),
      at(
        `${parsing}.bedrockFoundationModelConfiguration.modelArn`,
        "a model is of the own Region",
        { ownRegion: true, source: guide("knowledge-base-supported") },
        modelArn("eu-west-1"),
        modelArn("us-east-1"),
      ),
      says(
        "chunks on their way lie in another bucket than the data",
        { join: "chunkBucket", source: api("CustomTransformationConfiguration") },
        {
          "dataSourceConfiguration.s3Configuration.bucketArn": "arn:aws:s3:::a",
          [`${ingestion}.customTransformationConfiguration.intermediateStorage.s3Location.uri`]: "s3://b/",
        },
        {
          "dataSourceConfiguration.s3Configuration.bucketArn": "arn:aws:s3:::a",
          [`${ingestion}.customTransformationConfiguration.intermediateStorage.s3Location.uri`]: "s3://a/",
        },
      ),
      {
        ...ofBase(
          "what is extracted lies in another bucket than the data, unless they have a prefix",
          {},
          {},
          guide("kb-multimodal"),
          { "dataSourceConfiguration.s3Configuration.bucketArn": "arn:aws:s3:::a" },
          ["s3://b", "s3://a"].map((uri) => ({
            [`${vector}.supplementalDataStorageConfiguration.storageLocations`]: [{ type: "S3", s3Location: { uri } }],
          })),
        ),
        join: "mediaBucket",
      },
      ofBase(
        "what is read of the web is kept in OpenSearch Serverless",
        { "dataSourceConfiguration.type": "WEB" },
        { properties: { "storageConfiguration.type": { const: "OPENSEARCH_SERVERLESS" } } },
        guide("webcrawl-data-source-connector"),
        { "dataSourceConfiguration.type": "WEB" },
        [{ "storageConfiguration.type": "OPENSEARCH_SERVERLESS" }, { "storageConfiguration.type": "RDS" }],
      ),
      ...["bedrockFoundationModelConfiguration", "bedrockDataAutomationConfiguration"].map((configuration) =>
        ofBase(
          "images and sounds need a place to be extracted to",
          { [`${parsing}.${configuration}.parsingModality`]: "MULTIMODAL" },
          {
            when: { [vector]: {} },
            required: [`${vector}.supplementalDataStorageConfiguration`],
          },
          guide("kb-multimodal"),
          { [`${parsing}.${configuration}.parsingModality`]: "MULTIMODAL" },
          [{ [`${vector}.supplementalDataStorageConfiguration`]: {} }, { [`${vector}.embeddingModelArn`]: "m" }],
        ),
      ),
      ofBase(
        "a chunk for a model of Cohere has 512 tokens at most",
        { [`${fixed}.maxTokens`]: { not: { maximum: 512 } } },
        { properties: { [`${vector}.embeddingModelArn`]: { not: { pattern: "/cohere\\.embed-\\w+-v3" } } } },
        guide("knowledge-base-supported"),
        { [`${fixed}.maxTokens`]: 513 },
        [
          {
            [`${vector}.embeddingModelArn`]: "arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-embed-text-v2:0",
          },
          { [`${vector}.embeddingModelArn`]: "arn:aws:bedrock:eu-west-1::foundation-model/cohere.embed-english-v3" },
        ],
      ),
    ],
  },
];
