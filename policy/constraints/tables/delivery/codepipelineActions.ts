import { type TypeRows } from "../../schema";
import { at } from "../given";
import { api, page } from "../pages";
import { action, artifacts, s3Source, source } from "./codepipelineSamples";

const declared = api("codepipeline", "ActionDeclaration");

/** Actions of CodePipeline. */
export const codepipelineActions: readonly TypeRows[] = [
  {
    type: "aws:codepipeline/pipeline:Pipeline",
    source: api("codepipeline", "CreatePipeline"),
    rows: [
      at(
        "stages[].actions[]",
        "an action of commands has commands",
        {
          when: { provider: "Commands", category: "Compute" },
          required: ["commands[]"],
          source: page("codepipeline/latest/userguide/action-reference-Commands"),
        },
        action({ category: "Compute", provider: "Commands", commands: ["ls"] }),
        action({ category: "Compute", provider: "Commands" }),
      ),
      at(
        "stages[].actions[]",
        "commands are of an action of commands",
        {
          if: { required: ["commands[]"] },
          then: { properties: { provider: { const: "Commands" } } },
          source: declared,
        },
        action({ category: "Compute", provider: "Commands", commands: ["ls"] }),
        action({ commands: ["ls"] }),
      ),
      at(
        "stages[].actions[].commands",
        "an action has up to 50 commands",
        { maxItems: 50, source: declared },
        ["ls"],
        Array.from({ length: 51 }, () => "ls"),
      ),
      at(
        "stages[].actions[]",
        "an action of CodeBuild names its project",
        {
          when: { provider: "CodeBuild", owner: "AWS" },
          required: ["configuration"],
          properties: { configuration: { required: ["ProjectName"] } },
          source: page("codepipeline/latest/userguide/action-reference-CodeBuild"),
        },
        action({ configuration: { ProjectName: "p" } }),
        action({ configuration: { EnvironmentVariables: "[]" } }),
      ),
      at(
        "stages[].actions[]",
        "a source of S3 names bucket and object",
        {
          when: { provider: "S3", category: "Source", owner: "AWS" },
          required: ["configuration"],
          properties: { configuration: { required: ["S3Bucket", "S3ObjectKey"] } },
          source: page("codepipeline/latest/userguide/action-reference-S3"),
        },
        source({ configuration: { S3Bucket: "b", S3ObjectKey: "k" } }),
        source({ configuration: { S3Bucket: "b" } }),
      ),
      at(
        "stages[].actions[]",
        "a source of a connection names it, its repository and branch",
        {
          when: { provider: "CodeStarSourceConnection", category: "Source" },
          required: ["configuration"],
          properties: { configuration: { required: ["ConnectionArn", "FullRepositoryId", "BranchName"] } },
          source: page("codepipeline/latest/userguide/action-reference-CodestarConnectionSource"),
        },
        source({
          provider: "CodeStarSourceConnection",
          configuration: {
            ConnectionArn: "arn:aws:codeconnections:eu-west-1:111122223333:connection/1",
            FullRepositoryId: "a/b",
            BranchName: "main",
          },
        }),
        source({
          provider: "CodeStarSourceConnection",
          configuration: { FullRepositoryId: "a/b", BranchName: "main" },
        }),
      ),
      at(
        "stages[].actions[]",
        "an action of a function names it",
        {
          when: { provider: "Lambda", category: "Invoke" },
          required: ["configuration"],
          properties: { configuration: { required: ["FunctionName"] } },
          source: page("codepipeline/latest/userguide/action-reference-Lambda"),
        },
        action({ category: "Invoke", provider: "Lambda", configuration: { FunctionName: "f" } }),
        action({ category: "Invoke", provider: "Lambda", configuration: { UserParameters: "a" } }),
      ),
      at(
        "stages[].actions[]",
        "a deployment to ECS names cluster and service",
        {
          when: { provider: "ECS", category: "Deploy" },
          required: ["configuration"],
          properties: { configuration: { required: ["ClusterName", "ServiceName"] } },
          source: page("codepipeline/latest/userguide/action-reference-ECS"),
        },
        action({ category: "Deploy", provider: "ECS", configuration: { ClusterName: "c", ServiceName: "s" } }),
        action({ category: "Deploy", provider: "ECS", configuration: { ClusterName: "c" } }),
      ),
      at(
        "stages[].actions[]",
        "an action of CloudFormation has its mode",
        {
          when: { provider: "CloudFormation", category: "Deploy" },
          required: ["configuration"],
          properties: { configuration: { required: ["ActionMode"] } },
          source: page("codepipeline/latest/userguide/action-reference-CloudFormation"),
        },
        action({
          category: "Deploy",
          provider: "CloudFormation",
          configuration: { ActionMode: "CREATE_UPDATE", StackName: "s" },
        }),
        action({ category: "Deploy", provider: "CloudFormation", configuration: { StackName: "s" } }),
      ),
      at(
        "stages[].actions[]",
        "a source makes an artifact",
        { when: { category: "Source" }, required: ["outputArtifacts[]"], source: artifacts },
        s3Source,
        source({}),
      ),
      at(
        "stages[].actions[]",
        "a source has no inputs",
        { when: { category: "Source" }, excluded: ["inputArtifacts"], source: artifacts },
        s3Source,
        source({ outputArtifacts: ["s"], inputArtifacts: ["t"] }),
      ),
      at(
        "stages[].actions[]",
        "an approval has no artifacts",
        { when: { category: "Approval" }, excluded: ["inputArtifacts", "outputArtifacts"], source: artifacts },
        action({ category: "Approval", provider: "Manual" }),
        action({ category: "Approval", provider: "Manual", inputArtifacts: ["s"] }),
      ),
      at(
        "stages[].actions[].runOrder",
        "an order is 1 to 999",
        { minimum: 1, maximum: 999, source: declared },
        999,
        1_000,
      ),
      at(
        "stages[].actions[].category",
        "an action is of one of seven categories",
        {
          enum: ["Source", "Build", "Deploy", "Test", "Invoke", "Approval", "Compute"],
          source: api("codepipeline", "ActionTypeId"),
        },
        "Build",
        "Release",
      ),
    ],
  },
];
