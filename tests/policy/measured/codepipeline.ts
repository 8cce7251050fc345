import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const action = (more: Arguments = {}) => ({
  name: "Build",
  category: "Build",
  owner: "AWS",
  provider: "CodeBuild",
  version: "1",
  configuration: { ProjectName: "p" },
  inputArtifacts: ["s"],
  ...more,
});
const connection = "arn:aws:codestar-connections:eu-west-1:111122223333:connection/1";
const source = (more: Arguments = {}) => ({
  ...action(),
  name: "Source",
  category: "Source",
  provider: "CodeStarSourceConnection",
  configuration: { ConnectionArn: connection, FullRepositoryId: "a/b", BranchName: "main" },
  inputArtifacts: undefined,
  outputArtifacts: ["s"],
  ...more,
});
const stage = (name: string, actions: readonly unknown[] = [action()], more: Arguments = {}) => ({
  name,
  actions,
  ...more,
});
const first = stage("Source", [source()]);
const stages = (...all: readonly unknown[]) => ({ stages: [first, ...all] });
const store = (more: Arguments = {}) => ({ location: "b", type: "S3", ...more });
const pipeline = ofType("aws:codepipeline/pipeline:Pipeline", {
  name: "orders",
  roleArn: "arn:aws:iam::111122223333:role/r",
  pipelineType: "V2",
  artifactStores: [store()],
  ...stages(stage("Build")),
});
const failing = (onFailure: Arguments, more: Arguments = {}) => ({
  ...stages(stage("Build", [action()], { onFailure })),
  ...more,
});
const condition = (result: string) => ({
  condition: {
    result,
    rules: [{ name: "r", ruleTypeId: { category: "Rule", owner: "AWS", provider: "CloudWatchAlarm", version: "1" } }],
  },
});
const trigger = (gitConfiguration: Arguments) => ({
  triggers: [
    { providerType: "CodeStarSourceConnection", gitConfiguration: { sourceActionName: "Source", ...gitConfiguration } },
  ],
});
const includes = (count: number) => ({ branches: { includes: many(count, (index) => `b${index}`) } });
const old = { pipelineType: "V1" };

const custom = ofType("aws:codepipeline/customActionType:CustomActionType", {
  category: "Build",
  providerName: "P",
  version: "1",
});
const details = (minimumCount: number, maximumCount: number) => ({
  inputArtifactDetails: { minimumCount, maximumCount },
  outputArtifactDetails: { minimumCount: 0, maximumCount: 1 },
});
const property = (more: Arguments = {}) => ({
  name: "a",
  key: true,
  required: true,
  secret: false,
  queryable: true,
  ...more,
});
const properties = (...configurationProperties: readonly unknown[]) => ({ ...details(0, 1), configurationProperties });
const webhook = ofType("aws:codepipeline/webhook:Webhook", {
  name: "w",
  targetAction: "Source",
  targetPipeline: "orders",
  authentication: "GITHUB_HMAC",
  authenticationConfiguration: { secretToken: "s" },
});
const filters = (count: number) => ({
  filters: many(count, (index) => ({ jsonPath: `$.a${index}`, matchEquals: "a" })),
});

export const codepipeline: FactsByName = {
  "codepipeline-action-config-required-keys": pipeline(
    "an action has its keys",
    stages(stage("Build", [action({ configuration: {} })])),
    {},
  ),
  "codepipeline-action-type-id-combination": pipeline(
    "an action is one of AWS's",
    stages(stage("Build", [action({ category: "Deploy" })])),
    {},
  ),
  "codepipeline-artifact-name-charset": pipeline(
    "an artifact has a name",
    stages(stage("Build", [action({ outputArtifacts: ["my out"] })])),
    stages(stage("Build", [action({ outputArtifacts: ["my_out"] })])),
  ),
  "codepipeline-artifact-store-encryption-key-kms": pipeline(
    "a key is of KMS",
    { artifactStores: [store({ encryptionKey: { id: "k", type: "AES" } })] },
    { artifactStores: [store({ encryptionKey: { id: "k", type: "KMS" } })] },
  ),
  "codepipeline-artifact-stores-region-of-pipeline": pipeline(
    "a store is near",
    { artifactStores: ["us-east-1", "us-west-2"].map((region) => store({ region })) },
    { artifactStores: ["eu-west-1", "us-west-2"].map((region) => store({ region })) },
  ),
  "codepipeline-cat-artifact-min-le-max": custom("the fewest are not the most", details(2, 1), details(1, 1)),
  "codepipeline-cat-queryable-max-1": custom(
    "one is looked for",
    properties(property(), property({ name: "b", key: false })),
    properties(property(), property({ name: "b", key: false, queryable: false })),
  ),
  "codepipeline-cat-queryable-not-secret": custom(
    "no secret is looked for",
    properties(property({ secret: true })),
    properties(property()),
  ),
  "codepipeline-cross-region-action-needs-store": pipeline(
    "another Region has a store",
    stages(stage("Build", [action({ region: "us-east-1" })])),
    {
      ...stages(stage("Build", [action({ region: "us-east-1" })])),
      artifactStores: ["eu-west-1", "us-east-1"].map((region) => store({ region })),
    },
  ),
  "codepipeline-first-stage-source-only": pipeline(
    "sources come first",
    { stages: [stage("Source", [source(), action()]), stage("Build")] },
    {},
  ),
  "codepipeline-non-source-stage-required": pipeline(
    "something is done",
    { stages: [first, stage("More", [source({ name: "More", outputArtifacts: ["t"] })])] },
    {},
  ),
  "codepipeline-parallel-mode-no-rollback-condition": pipeline(
    "what runs beside is not rolled back",
    failing(condition("ROLLBACK"), { executionMode: "PARALLEL" }),
    failing(condition("ROLLBACK"), { executionMode: "SUPERSEDED" }),
  ),
  "codepipeline-run-order-range": pipeline(
    "an order begins at one",
    stages(stage("Build", [action({ runOrder: 1000 })])),
    stages(stage("Build", [action({ runOrder: 999 })])),
  ),
  "codepipeline-source-action-first-stage-only": pipeline(
    "sources come first alone",
    stages(stage("Build", [action(), source({ name: "More", outputArtifacts: ["t"] })])),
    {},
  ),
  "codepipeline-stage-count-max": pipeline(
    "fifty stages",
    stages(...many(50, (index) => stage(`S${index}`))),
    stages(...many(49, (index) => stage(`S${index}`))),
  ),
  "codepipeline-stage-name-charset": pipeline(
    "a stage has a name",
    stages(stage("My build")),
    stages(stage("My.build")),
  ),
  "codepipeline-stage-names-unique": pipeline(
    "stages differ",
    stages(stage("Build"), stage("Build")),
    stages(stage("Build"), stage("Again")),
  ),
  "codepipeline-stage-on-failure-result-xor-conditions": pipeline(
    "a failure has one end",
    failing({ ...condition("FAIL"), result: "FAIL" }),
    failing(condition("FAIL")),
  ),
  "codepipeline-trigger-filter-patterns-max-8": pipeline(
    "eight patterns",
    trigger({ pushes: [includes(9)] }),
    trigger({ pushes: [includes(8)] }),
  ),
  "codepipeline-trigger-filters-max-3": pipeline(
    "three filters",
    trigger({ pushes: many(4, () => includes(1)) }),
    trigger({ pushes: many(3, () => includes(1)) }),
  ),
  "codepipeline-trigger-source-action-is-connection": pipeline(
    "a trigger is of a source",
    trigger({ sourceActionName: "Build", pushes: [includes(1)] }),
    trigger({ pushes: [includes(1)] }),
  ),
  "codepipeline-v1-action-provider": pipeline(
    "commands are new",
    {
      ...old,
      ...stages(
        stage("Build", [
          action({ category: "Compute", provider: "Commands", commands: ["ls"], configuration: undefined }),
        ]),
      ),
    },
    stages(
      stage("Build", [
        action({ category: "Compute", provider: "Commands", commands: ["ls"], configuration: undefined }),
      ]),
    ),
  ),
  "codepipeline-v1-execution-mode": pipeline(
    "a queue is new",
    { ...old, executionMode: "QUEUED" },
    { executionMode: "QUEUED" },
  ),
  "codepipeline-v1-stage-conditions": pipeline(
    "conditions are new",
    failing(condition("FAIL"), old),
    failing(condition("FAIL")),
  ),
  "codepipeline-v1-triggers": pipeline(
    "triggers are new",
    { ...old, ...trigger({ pushes: [includes(1)] }) },
    trigger({ pushes: [includes(1)] }),
  ),
  "codepipeline-v1-variables": pipeline(
    "variables are new",
    { ...old, variables: [{ name: "a" }] },
    { variables: [{ name: "a" }] },
  ),
  "codepipeline-variable-names-unique": pipeline(
    "variables differ",
    { variables: [{ name: "a" }, { name: "a" }] },
    { variables: [{ name: "a" }, { name: "b" }] },
  ),
  "codepipeline-variables-max-50": pipeline(
    "fifty variables",
    { variables: many(51, (index) => ({ name: `a${index}` })) },
    { variables: many(50, (index) => ({ name: `a${index}` })) },
  ),
  "codepipeline-webhook-authentication-configuration": webhook(
    "one proof",
    { ...filters(1), authenticationConfiguration: { secretToken: "s", allowedIpRange: "192.0.2.0/24" } },
    filters(1),
  ),
  "codepipeline-webhook-filters-max-5": webhook("five filters", filters(6), filters(5)),
};
