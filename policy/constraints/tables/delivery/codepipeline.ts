import { type TypeRows } from "../../schema";
import { at, bars, narrows, says } from "../given";
import { api, page } from "../pages";
import { action, artifacts, s3Source, source } from "./codepipelineSamples";

const stages = (...all: (readonly object[])[]) => all.map((actions, index) => ({ name: `S${index}`, actions }));
const stage = api("codepipeline", "StageDeclaration");

/** CodePipeline. */
export const codepipeline: readonly TypeRows[] = [
  {
    type: "aws:codepipeline/pipeline:Pipeline",
    source: api("codepipeline", "CreatePipeline"),
    rows: [
      says(
        "an action in another Region has a store there",
        { join: "pipelineStores" },
        {
          artifactStores: [
            { location: "a", region: "eu-west-1" },
            { location: "b", region: "us-east-1" },
          ],
          stages: stages([s3Source], [action({ region: "us-east-1" })]),
        },
        { artifactStores: [{ location: "a" }], stages: stages([s3Source], [action({ region: "us-east-1" })]) },
      ),
      at(
        "stages",
        "a pipeline has two stages or more",
        { minItems: 2, source: artifacts },
        stages([s3Source], [action({})]),
        stages([s3Source]),
      ),
      at(
        "stages",
        "stages have different names",
        { uniqueKeys: ["name"], source: stage },
        [{ name: "a" }, { name: "b" }],
        [{ name: "a" }, { name: "a" }],
      ),
      at(
        "stages[].actions",
        "actions of a stage have different names",
        { uniqueKeys: ["name"], source: artifacts },
        [action({}), action({ name: "b" })],
        [action({}), action({})],
      ),
      says(
        "a pipeline begins with its sources",
        { join: "pipelineSources", source: artifacts },
        { stages: stages([s3Source], [action({})]) },
        { stages: stages([action({})], [action({ name: "b" })]) },
      ),
      says(
        "artifacts of a pipeline have different names",
        { uniqueAcross: ["stages[].actions[].outputArtifacts[]"], source: artifacts },
        { stages: stages([s3Source], [action({ outputArtifacts: ["b"] })]) },
        { stages: stages([s3Source], [action({ outputArtifacts: ["s"] })]) },
      ),
      says(
        "an artifact is made before it is used",
        { join: "pipelineArtifacts", source: artifacts },
        { stages: stages([s3Source], [action({ inputArtifacts: ["s"] })]) },
        { stages: stages([s3Source], [action({ inputArtifacts: ["t"] })]) },
      ),
      says(
        "actions of a pipeline have different namespaces",
        {
          uniqueAcross: ["stages[].actions[].namespace"],
          source: page("codepipeline/latest/userguide/reference-variables"),
        },
        { stages: stages([source({ namespace: "a" })], [action({ namespace: "b" })]) },
        { stages: stages([source({ namespace: "a" })], [action({ namespace: "a" })]) },
      ),
      bars(
        "variables are of pipelines of V2",
        { pipelineType: "V1" },
        { variables: [{ name: "a" }] },
        { source: page("codepipeline/latest/userguide/pipeline-types") },
      ),
      bars(
        "triggers are of pipelines of V2",
        { pipelineType: "V1" },
        { triggers: [{ providerType: "CodeStarSourceConnection" }] },
        { source: page("codepipeline/latest/userguide/pipeline-types") },
      ),
      narrows(
        "the modes QUEUED and PARALLEL are of pipelines of V2",
        { pipelineType: "V1" },
        "executionMode",
        { const: "SUPERSEDED" },
        ["SUPERSEDED", "QUEUED"],
        { source: page("codepipeline/latest/userguide/concepts-how-it-works") },
      ),
      at(
        "variables[].name",
        "a variable has letters, digits and @ - _",
        { pattern: "^[A-Za-z0-9@_-]{1,128}$", source: api("codepipeline", "PipelineVariableDeclaration") },
        "a_b",
        "a b",
      ),
      at(
        "variables",
        "variables have different names",
        { uniqueKeys: ["name"] },
        [{ name: "a" }],
        [{ name: "a" }, { name: "a", defaultValue: "b" }],
      ),
      at(
        "triggers[].gitConfiguration",
        "a trigger has pushes or pull requests",
        { requiredOr: ["pushes[]", "pullRequests[]"], source: api("codepipeline", "GitConfiguration") },
        { sourceActionName: "s", pushes: [{ branches: { includes: ["main"] } }] },
        { sourceActionName: "s" },
      ),
      at(
        "triggers[].gitConfiguration.pushes[]",
        "a push is of branches or of tags",
        { atMostOne: ["branches", "tags"], source: api("codepipeline", "GitPushFilter") },
        { branches: { includes: ["main"] } },
        { branches: { includes: ["main"] }, tags: { includes: ["v*"] } },
      ),
      says(
        "several stores each have a region",
        {
          if: { properties: { artifactStores: { minItems: 2 } }, required: ["artifactStores"] },
          then: { required: ["artifactStores[].region"] },
        },
        {
          artifactStores: [
            { location: "a", type: "S3", region: "eu-west-1" },
            { location: "b", type: "S3", region: "us-east-1" },
          ],
        },
        {
          artifactStores: [
            { location: "a", type: "S3" },
            { location: "b", type: "S3" },
          ],
        },
      ),
      at(
        "artifactStores[].encryptionKey.type",
        "a key is of KMS",
        { enum: ["KMS"], source: api("codepipeline", "EncryptionKey") },
        "KMS",
        "AES",
      ),
      at(
        "stages[].name",
        "a stage has 1 to 100 letters, digits and . @ - _",
        { pattern: "^[A-Za-z0-9.@_-]{1,100}$", source: stage },
        "Build",
        "My build",
      ),
    ],
  },
  {
    type: "aws:codepipeline/webhook:Webhook",
    source: api("codepipeline", "WebhookDefinition"),
    rows: [
      narrows(
        "a webhook of GitHub has a secret",
        { authentication: "GITHUB_HMAC" },
        "authenticationConfiguration",
        { required: ["secretToken"] },
        [{ secretToken: "s" }, {}],
      ),
      narrows(
        "a webhook of addresses has a range",
        { authentication: "IP" },
        "authenticationConfiguration",
        { required: ["allowedIpRange"] },
        [{ allowedIpRange: "192.0.2.0/24" }, {}],
      ),
      at(
        "filters",
        "a webhook has up to five filters",
        { maxItems: 5 },
        [{ jsonPath: "$.ref", matchEquals: "a" }],
        Array.from({ length: 6 }, (_, n) => ({ jsonPath: `$.a${n}` })),
      ),
    ],
  },
];
