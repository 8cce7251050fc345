import { type Row, type TypeRows } from "../../schema";
import { at, bars, narrows, says } from "../given";
import { api } from "../pages";

const on = (what: string) => ({ source: api("codebuild", what) });
const machine = { computeType: "BUILD_GENERAL1_SMALL", image: "aws/codebuild/standard:7.0", type: "LINUX_CONTAINER" };
const bucket = { type: "S3", location: "b" };
const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
const lambda = ["LINUX_LAMBDA_CONTAINER", "ARM_LAMBDA_CONTAINER"];
const windows = ["WINDOWS_CONTAINER", "WINDOWS_SERVER_2019_CONTAINER", "WINDOWS_SERVER_2022_CONTAINER"];
const noBadge = ["S3", "NO_SOURCE", "CODEPIPELINE"];
const noGit = ["S3", "NO_SOURCE", "CODEPIPELINE"];
const efs = "fs-0123.efs.eu-west-1.amazonaws.com:/a";

const sources: readonly Row[] = ["source", "secondarySources[]"].map((path) =>
  at(
    path,
    "modules are of a repository of Git",
    { when: { type: noGit }, excluded: ["gitSubmodulesConfig"], ...on("ProjectSource") },
    bucket,
    { ...bucket, gitSubmodulesConfig: { fetchSubmodules: true } },
  ),
);

const project: readonly Row[] = [
  ...sources,
  at(
    "source",
    "a project without a source has no location",
    { when: { type: "NO_SOURCE" }, excluded: ["location"], ...on("ProjectSource") },
    { type: "NO_SOURCE", buildspec: "version: 0.2" },
    { type: "NO_SOURCE", buildspec: "version: 0.2", location: "https://github.com/a/b.git" },
  ),
  ...["source", "secondarySources[]"].map((path) =>
    at(
      path,
      "a status is reported to a host of repositories",
      {
        when: { type: [...noGit, "CODECOMMIT"] },
        properties: { reportBuildStatus: { const: false } },
        level: "advisory",
        ...on("ProjectSource"),
      },
      bucket,
      { ...bucket, reportBuildStatus: true },
    ),
  ),
  narrows("a badge is of a repository", { "source.type": noBadge }, "badgeEnabled", { const: false }, [false, true]),
  at(
    "artifacts",
    "no artifacts have no location",
    { when: { type: "NO_ARTIFACTS" }, excluded: ["location"], ...on("ProjectArtifacts") },
    { type: "NO_ARTIFACTS" },
    { type: "NO_ARTIFACTS", location: "b" },
  ),
  at(
    "artifacts",
    "what is kept nowhere is not encrypted",
    { when: { type: "NO_ARTIFACTS" }, excluded: ["encryptionDisabled"], level: "advisory", ...on("ProjectArtifacts") },
    { type: "NO_ARTIFACTS" },
    { type: "NO_ARTIFACTS", encryptionDisabled: true },
  ),
  says(
    "a source of a pipeline has artifacts of a pipeline",
    {
      when: { "source.type": "CODEPIPELINE" },
      properties: { "artifacts.type": { const: "CODEPIPELINE" } },
      ...on("ProjectSource"),
    },
    { "source.type": "CODEPIPELINE", "artifacts.type": "CODEPIPELINE" },
    { "source.type": "CODEPIPELINE", "artifacts.type": "NO_ARTIFACTS" },
  ),
  at(
    "secondaryArtifacts[]",
    "further artifacts have an identifier",
    { required: ["artifactIdentifier"], ...on("ProjectArtifacts") },
    { ...bucket, artifactIdentifier: "a" },
    bucket,
  ),
  at(
    "secondaryArtifacts[].type",
    "further artifacts go to S3",
    { enum: ["S3"], ...on("ProjectArtifacts") },
    "S3",
    "NO_ARTIFACTS",
  ),
  at(
    "secondaryArtifacts[]",
    "further artifacts have a location",
    { when: { type: "S3" }, required: ["location"], ...on("ProjectArtifacts") },
    { ...bucket, artifactIdentifier: "a" },
    { type: "S3", artifactIdentifier: "a" },
  ),
  at(
    "buildBatchConfig.timeoutInMins",
    "a batch lasts 5 to 2,160 minutes",
    { minimum: 5, maximum: 2_160, ...on("ProjectBuildBatchConfig") },
    5,
    4,
  ),
  at("concurrentBuildLimit", "a project has one build at once or more", { minimum: 1 }, 1, 0),
  at(
    "environment",
    "a machine of Lambda is of a build in Lambda",
    {
      when: { computeType: { pattern: "^BUILD_LAMBDA_" } },
      properties: { type: { enum: lambda } },
      ...on("ProjectEnvironment"),
    },
    { ...machine, computeType: "BUILD_LAMBDA_1GB", type: "LINUX_LAMBDA_CONTAINER" },
    { ...machine, computeType: "BUILD_LAMBDA_1GB" },
  ),
  at(
    "environment",
    "an image of CodeBuild is pulled with its credentials",
    {
      when: { image: { pattern: "^aws/codebuild/" } },
      properties: { imagePullCredentialsType: { const: "CODEBUILD" } },
      ...on("ProjectEnvironment"),
    },
    { ...machine, imagePullCredentialsType: "CODEBUILD" },
    { ...machine, imagePullCredentialsType: "SERVICE_ROLE" },
  ),
  at(
    "environment",
    "a build on Windows is not privileged",
    { when: { type: windows }, properties: { privilegedMode: { const: false } }, ...on("ProjectEnvironment") },
    { ...machine, type: windows[0] },
    { ...machine, type: windows[0], privilegedMode: true },
  ),
  at(
    "environment.environmentVariables[].name",
    "a variable does not begin with CODEBUILD_",
    { not: { pattern: "^CODEBUILD_" }, ...on("EnvironmentVariable") },
    "STAGE",
    "CODEBUILD_STAGE",
  ),
  at("encryptionKey", "a key is of the Region of the project", { ownRegion: true }, key, key.replace("eu-", "us-")),
  at(
    "fileSystemLocations[].location",
    "a location is the name of a file system and a folder",
    { pattern: "^[^:]+:/", ...on("ProjectFileSystemLocation") },
    efs,
    efs.replace(":/a", ""),
  ),
  says(
    "a build that mounts files is privileged",
    {
      if: { required: ["fileSystemLocations[]"] },
      then: {
        required: ["environment.privilegedMode"],
        properties: { "environment.privilegedMode": { const: true } },
      },
      ...on("ProjectFileSystemLocation"),
    },
    { fileSystemLocations: [{ location: efs }], "environment.privilegedMode": true },
    { fileSystemLocations: [{ location: efs }], "environment.privilegedMode": false },
  ),
  says(
    "a source is cached where there is one",
    {
      when: { "source.type": "NO_SOURCE" },
      properties: { "cache.modes[]": { not: { const: "LOCAL_SOURCE_CACHE" } } },
      ...on("ProjectCache"),
    },
    { "source.type": "NO_SOURCE", "cache.modes": ["LOCAL_CUSTOM_CACHE"] },
    { "source.type": "NO_SOURCE", "cache.modes": ["LOCAL_SOURCE_CACHE"] },
  ),
];

const type = "aws:codebuild/sourceCredential:SourceCredential";
const token = { authType: "PERSONAL_ACCESS_TOKEN", serverType: "GITHUB", token: "t" };
const connection = "arn:aws:codeconnections:eu-west-1:111122223333:connection/1";

const credentials: readonly Row[] = [
  at("authType", "a sign-in by OAuth is made in the console", { not: { const: "OAUTH" } }, "BASIC_AUTH", "OAUTH"),
  narrows("a name and a password are of Bitbucket", { authType: "BASIC_AUTH" }, "serverType", { const: "BITBUCKET" }, [
    "BITBUCKET",
    "GITHUB",
  ]),
  narrows(
    "a connection is named by its ARN",
    { authType: "CODECONNECTIONS" },
    "token",
    { pattern: "^arn:[a-z-]+:(codeconnections|codestar-connections):[^:]+:\\d+:connection/" },
    [connection, "t"],
  ),
  bars(
    "a name of a user is of a password",
    { authType: ["PERSONAL_ACCESS_TOKEN", "CODECONNECTIONS"] },
    { userName: "u" },
    { level: "advisory" },
  ),
  says(
    "a kind of server has one credential in a Region",
    { onlyOne: ["serverType"], beside: { afirst: { type, properties: { region: "eu-west-1", ...token } } } },
    { ...token, serverType: "BITBUCKET" },
    token,
  ),
];

const events =
  "PUSH|PULL_REQUEST_CREATED|PULL_REQUEST_UPDATED|PULL_REQUEST_CLOSED|PULL_REQUEST_REOPENED|PULL_REQUEST_MERGED|WORKFLOW_JOB_QUEUED|RELEASED|PRERELEASED";

/** What CodeBuild refuses of the parts of a project, of credentials, webhooks and groups of reports. */
export const codebuildParts: readonly TypeRows[] = [
  { type: "aws:codebuild/project:Project", source: api("codebuild", "CreateProject"), rows: project },
  { type, source: api("codebuild", "ImportSourceCredentials"), rows: credentials },
  {
    type: "aws:codebuild/webhook:Webhook",
    source: api("codebuild", "WebhookFilter"),
    rows: [
      at(
        "filterGroups[].filters[]",
        "events are those that CodeBuild knows",
        {
          when: { type: "EVENT" },
          properties: { pattern: { pattern: `^\\s*(${events})(\\s*,\\s*(${events}))*\\s*$` } },
        },
        { type: "EVENT", pattern: "PUSH, PULL_REQUEST_CREATED" },
        { type: "EVENT", pattern: "PUSHED" },
      ),
    ],
  },
  {
    type: "aws:codebuild/reportGroup:ReportGroup",
    source: api("codebuild", "ReportExportConfig"),
    rows: [
      bars(
        "reports that are not exported have no place",
        { "exportConfig.type": "NO_EXPORT" },
        { "exportConfig.s3Destination": { bucket: "b" } },
      ),
    ],
  },
];
