import { type Row, type TypeRows } from "../../schema";
import { type Given, at, bars, says } from "../given";
import { api, page } from "../pages";
import { action, s3Source } from "./codepipelineSamples";

const on = (what: string) => ({ source: api("codepipeline", what) });
const types = { source: page("codepipeline/latest/userguide/pipeline-types") };
const one = "stages[].actions[]";
/** The categories in which AWS has a provider of actions. */
const categories: Readonly<Record<string, readonly string[]>> = {
  CodeBuild: ["Build", "Test"],
  ECRBuildAndPublish: ["Build"],
  DeviceFarm: ["Test"],
  CodeStarSourceConnection: ["Source"],
  CodeCommit: ["Source"],
  ECR: ["Source"],
  S3: ["Source", "Deploy"],
  CloudFormation: ["Deploy"],
  CloudFormationStackSet: ["Deploy"],
  CloudFormationStackInstances: ["Deploy"],
  CodeDeploy: ["Deploy"],
  CodeDeployToECS: ["Deploy"],
  ECS: ["Deploy"],
  EKS: ["Deploy"],
  ElasticBeanstalk: ["Deploy"],
  AppConfig: ["Deploy"],
  ServiceCatalog: ["Deploy"],
  Lambda: ["Invoke"],
  StepFunctions: ["Invoke"],
  Manual: ["Approval"],
  Commands: ["Compute"],
};
const rule = { name: "r", ruleTypeId: { category: "Rule", provider: "CloudWatchAlarm" } };
const condition = (result: string) => ({ condition: { result, rules: [rule] } });
const stages = (more: Given) => [
  { name: "Source", actions: [s3Source] },
  { name: "Build", actions: [action({})], ...more },
];
const git = "triggers[].gitConfiguration";
const many = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`);
const trigger = (sourceActionName: string) => [
  { providerType: "CodeStarSourceConnection", gitConfiguration: { sourceActionName } },
];
const connected = [
  { name: "Source", actions: [{ ...s3Source, provider: "CodeStarSourceConnection" }] },
  { name: "Build", actions: [action({})] },
];
const store = (region: string) => ({ location: "b", type: "S3", region });

const pipeline: readonly Row[] = [
  ...Object.entries(categories).map(([provider, all]) =>
    at(
      one,
      `an action of ${provider} is of ${all.join(" or ")}`,
      {
        when: { owner: "AWS", provider },
        properties: { category: { enum: all } },
        source: page("codepipeline/latest/userguide/actions-valid-providers"),
      },
      action({ provider, category: all[0] }),
      action({ provider, category: provider === "Manual" ? "Build" : "Approval" }),
    ),
  ),
  at(
    `${one}.outputArtifacts[]`,
    "an artifact has 1 to 100 letters, digits, underscores and hyphens",
    { pattern: "^[A-Za-z0-9_-]{1,100}$", ...on("OutputArtifact") },
    "my_out",
    "my out",
  ),
  says(
    "stores of several Regions have one in the pipeline's",
    { join: "ownStore", ...on("ArtifactStore") },
    { artifactStores: [store("eu-west-1"), store("us-east-1")] },
    { artifactStores: [store("us-west-2"), store("us-east-1")] },
  ),
  says(
    "a pipeline whose runs are PARALLEL does not roll back",
    {
      when: { executionMode: "PARALLEL" },
      properties: {
        "stages[].onFailure.condition.result": { not: { const: "ROLLBACK" } },
        "stages[].onFailure.result": { not: { const: "ROLLBACK" } },
      },
      ...on("FailureConditions"),
    },
    { executionMode: "PARALLEL", stages: stages({ onFailure: condition("FAIL") }) },
    { executionMode: "PARALLEL", stages: stages({ onFailure: condition("ROLLBACK") }) },
  ),
  at(
    "stages[].onFailure",
    "a failure has a result, or conditions",
    { atMostOne: ["result", "condition"], ...on("FailureConditions") },
    condition("FAIL"),
    { ...condition("FAIL"), result: "FAIL" },
  ),
  at(
    "stages",
    "a pipeline has up to 50 stages",
    { maxItems: 50, source: page("codepipeline/latest/userguide/limits") },
    stages({}),
    many(51).map((name) => ({ name })),
  ),
  ...[
    "pushes[].branches",
    "pushes[].tags",
    "pushes[].filePaths",
    "pullRequests[].branches",
    "pullRequests[].filePaths",
  ].flatMap((path) =>
    ["includes", "excludes"].map((name) =>
      at(
        `${git}.${path}.${name}`,
        "a filter has up to eight patterns",
        { maxItems: 8, ...on("GitBranchFilterCriteria") },
        ["a"],
        many(9),
      ),
    ),
  ),
  ...["pushes", "pullRequests"].map((name) =>
    at(
      `${git}.${name}`,
      "a trigger has up to three filters",
      { maxItems: 3, ...on("GitConfiguration") },
      [{ branches: { includes: ["a"] } }],
      many(4).map((each) => ({ branches: { includes: [each] } })),
    ),
  ),
  says(
    "a trigger is of a source by a connection",
    { join: "triggerSources", ...on("GitConfiguration") },
    { stages: connected, triggers: trigger("s") },
    { stages: connected, triggers: trigger("a") },
  ),
  ...["Commands", "ECRBuildAndPublish", "EKS"].map((provider) =>
    says(
      `actions of ${provider} are of pipelines of V2`,
      { when: { pipelineType: "V1" }, properties: { [`${one}.provider`]: { not: { const: provider } } }, ...types },
      { pipelineType: "V1", stages: stages({}) },
      { pipelineType: "V1", stages: stages({ actions: [action({ provider, category: categories[provider]?.[0] })] }) },
    ),
  ),
  ...["beforeEntry", "onSuccess", "onFailure"].map((name) =>
    bars(`${name} is of pipelines of V2`, { pipelineType: "V1" }, { [`stages[].${name}`]: condition("FAIL") }, types),
  ),
  at(
    "variables",
    "a pipeline has up to 50 variables",
    { maxItems: 50, ...on("PipelineDeclaration") },
    [{ name: "a" }],
    many(51).map((name) => ({ name })),
  ),
];

const property = (more: Given = {}) => ({
  name: "a",
  key: true,
  required: true,
  secret: false,
  queryable: true,
  ...more,
});

/** What CodePipeline refuses of the parts of a pipeline, of actions of one's own and of webhooks. */
export const codepipelineParts: readonly TypeRows[] = [
  { type: "aws:codepipeline/pipeline:Pipeline", source: api("codepipeline", "CreatePipeline"), rows: pipeline },
  {
    type: "aws:codepipeline/customActionType:CustomActionType",
    source: api("codepipeline", "CreateCustomActionType"),
    rows: [
      ...["inputArtifactDetails", "outputArtifactDetails"].map((name) =>
        at(
          name,
          "the fewest artifacts are not more than the most",
          { ordered: [["minimumCount", "<=", "maximumCount"]], ...on("ArtifactDetails") },
          { minimumCount: 1, maximumCount: 1 },
          { minimumCount: 2, maximumCount: 1 },
        ),
      ),
      at(
        "configurationProperties",
        "one property is looked for",
        {
          contains: { required: ["queryable"], properties: { queryable: { const: true } } },
          minContains: 0,
          maxContains: 1,
          ...on("ActionConfigurationProperty"),
        },
        [property()],
        [property(), property({ name: "b" })],
      ),
      at(
        "configurationProperties[]",
        "what is looked for is required, and no secret",
        {
          when: { queryable: true },
          properties: { secret: { const: false }, required: { const: true } },
          ...on("ActionConfigurationProperty"),
        },
        property(),
        property({ secret: true }),
      ),
    ],
  },
  {
    type: "aws:codepipeline/webhook:Webhook",
    source: api("codepipeline", "WebhookAuthConfiguration"),
    rows: [
      bars(
        "a webhook of GitHub has no range of addresses",
        { authentication: "GITHUB_HMAC" },
        { "authenticationConfiguration.allowedIpRange": "192.0.2.0/24" },
      ),
      bars(
        "a webhook of addresses has no secret",
        { authentication: "IP" },
        { "authenticationConfiguration.secretToken": "s" },
      ),
      bars(
        "a webhook without a proof has none",
        { authentication: "UNAUTHENTICATED" },
        { "authenticationConfiguration.secretToken": "s" },
      ),
    ],
  },
];
