import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";
import { beside } from "./on";
import { type Made } from "../heldOut/inputs";

type Arguments = Record<string, unknown>;

const machine = { computeType: "BUILD_GENERAL1_SMALL", image: "aws/codebuild/standard:7.0", type: "LINUX_CONTAINER" };
const env = (more: Arguments = {}) => ({ environment: { ...machine, ...more } });
const code = { type: "GITHUB", location: "https://github.com/a/b.git" };
const from = (source: Arguments) => ({ source });
const to = (artifacts: Arguments) => ({ artifacts });
const both = {
  name: "orders",
  serviceRole: "arn:aws:iam::111122223333:role/r",
  ...from(code),
  ...to({ type: "NO_ARTIFACTS" }),
  ...env(),
};
const project = ofType("aws:codebuild/project:Project", both);
const noSource = from({ type: "NO_SOURCE", buildspec: "version: 0.2" });
const pipeline = { ...from({ type: "CODEPIPELINE" }), ...to({ type: "CODEPIPELINE" }) };
const bucket = { type: "S3", location: "b" };
const lambda = env({ type: "LINUX_LAMBDA_CONTAINER", computeType: "BUILD_LAMBDA_1GB" });
const variables = (...names: readonly string[]) =>
  env({ environmentVariables: names.map((name) => ({ name, value: "1" })) });
const mounted = (location: string, privilegedMode = true) => ({
  fileSystemLocations: [{ type: "EFS", identifier: "a", location, mountPoint: "/mnt" }],
  ...env({ privilegedMode }),
  vpcConfig: { vpcId: "vpc-1", subnets: ["subnet-1"], securityGroupIds: ["sg-1"] },
});
const efs = "fs-0123.efs.eu-west-1.amazonaws.com:/a";
const further = (...identifiers: readonly (string | undefined)[]) => ({
  secondarySources: identifiers.map((sourceIdentifier) => ({ ...code, sourceIdentifier })),
});
const outputs = (...all: readonly Arguments[]) => ({ secondaryArtifacts: all.map((each) => ({ ...bucket, ...each })) });
const network = (subnets: number, groups: number) => ({
  vpcConfig: {
    vpcId: "vpc-1",
    subnets: many(subnets, (index) => `subnet-${index}`),
    securityGroupIds: many(groups, (index) => `sg-${index}`),
  },
});
const reports = ofType("aws:codebuild/reportGroup:ReportGroup", { name: "reports", type: "TEST" });
const s3Destination = { bucket: "b", encryptionKey: "arn:aws:kms:eu-west-1:111122223333:key/1" };
const credentialType = "aws:codebuild/sourceCredential:SourceCredential";
const token = { authType: "PERSONAL_ACCESS_TOKEN", serverType: "GITHUB", token: "t" };
const credential = ofType(credentialType, token);
const credentials = (name: string, more: Arguments = {}): Made => [credentialType, name, { ...token, ...more }];
const connection = "arn:aws:codeconnections:eu-west-1:111122223333:connection/1";

export const codebuild: FactsByName = {
  "codebuild-artifacts-no-artifacts-no-location": project(
    "no artifacts have no location",
    to({ type: "NO_ARTIFACTS", location: "b" }),
    to({ type: "NO_ARTIFACTS" }),
  ),
  "codebuild-artifacts-s3-location-required": project("artifacts go to a bucket", to({ type: "S3" }), to(bucket)),
  "codebuild-badge-not-supported-for-s3-source": project(
    "a bucket has no badge",
    { ...from({ ...bucket, location: "b/a.zip" }), badgeEnabled: true },
    { badgeEnabled: true },
  ),
  "codebuild-badge-not-with-codepipeline-source": project(
    "a pipeline has no badge",
    { ...pipeline, badgeEnabled: true },
    pipeline,
  ),
  "codebuild-build-batch-timeout-range": project(
    "a batch ends in time",
    { buildBatchConfig: { serviceRole: both.serviceRole, timeoutInMins: 4 } },
    { buildBatchConfig: { serviceRole: both.serviceRole, timeoutInMins: 5 } },
  ),
  "codebuild-cache-local-requires-modes": project(
    "a local cache has modes",
    { cache: { type: "LOCAL" } },
    { cache: { type: "LOCAL", modes: ["LOCAL_SOURCE_CACHE"] } },
  ),
  "codebuild-cache-s3-requires-location": project(
    "a cache is in a bucket",
    { cache: { type: "S3" } },
    { cache: { type: "S3", location: "b/c" } },
  ),
  "codebuild-compute-type-environment-type": project(
    "Lambda builds in Lambda",
    env({ computeType: "BUILD_LAMBDA_1GB" }),
    lambda,
  ),
  "codebuild-concurrent-build-limit-range": project(
    "one build at least",
    { concurrentBuildLimit: 0 },
    { concurrentBuildLimit: 1 },
  ),
  "codebuild-curated-image-requires-codebuild-credentials": project(
    "an image of CodeBuild is its own",
    env({ imagePullCredentialsType: "SERVICE_ROLE" }),
    env({ imagePullCredentialsType: "CODEBUILD" }),
  ),
  "codebuild-encryption-key-region": project(
    "a key is of the Region",
    { encryptionKey: "arn:aws:kms:us-east-1:111122223333:key/1" },
    { encryptionKey: "arn:aws:kms:eu-west-1:111122223333:key/1" },
  ),
  "codebuild-environment-variable-name-reserved": project(
    "a variable is one's own",
    variables("CODEBUILD_A"),
    variables("A"),
  ),
  "codebuild-environment-variable-name-unique": project(
    "a variable is there once",
    variables("A", "A"),
    variables("A", "B"),
  ),
  "codebuild-file-system-location-format": project(
    "files are in a folder",
    mounted("fs-0123.efs.eu-west-1.amazonaws.com"),
    mounted(efs),
  ),
  "codebuild-file-system-locations-need-privileged-mode": project(
    "files are mounted by the privileged",
    mounted(efs, false),
    mounted(efs),
  ),
  "codebuild-git-submodules-config-git-sources-only": project(
    "modules are of Git",
    from({ ...bucket, location: "b/a.zip", gitSubmodulesConfig: { fetchSubmodules: true } }),
    from({ ...code, gitSubmodulesConfig: { fetchSubmodules: true } }),
  ),
  "codebuild-lambda-compute-no-privileged-mode": project(
    "Lambda is not privileged",
    env({ ...lambda.environment, privilegedMode: true }),
    lambda,
  ),
  "codebuild-local-source-cache-needs-source": project(
    "a source is cached",
    { ...noSource, cache: { type: "LOCAL", modes: ["LOCAL_SOURCE_CACHE"] } },
    { ...noSource, cache: { type: "LOCAL", modes: ["LOCAL_CUSTOM_CACHE"] } },
  ),
  "codebuild-logs-s3-requires-location": project(
    "logs are in a bucket",
    { logsConfig: { s3Logs: { status: "ENABLED" } } },
    { logsConfig: { s3Logs: { status: "ENABLED", location: "b/l" } } },
  ),
  "codebuild-privileged-mode-not-on-windows": project(
    "Windows is not privileged",
    env({
      type: "WINDOWS_SERVER_2019_CONTAINER",
      computeType: "BUILD_GENERAL1_MEDIUM",
      image: "aws/codebuild/windows-base:2019-3.0",
      privilegedMode: true,
    }),
    env({
      type: "WINDOWS_SERVER_2019_CONTAINER",
      computeType: "BUILD_GENERAL1_MEDIUM",
      image: "aws/codebuild/windows-base:2019-3.0",
    }),
  ),
  "codebuild-project-description-length": project(
    "a description is short",
    { description: "d".repeat(256) },
    { description: "d".repeat(255) },
  ),
  "codebuild-project-name-length": project("a name is short", { name: "n".repeat(151) }, { name: "n".repeat(150) }),
  "codebuild-reportgroup-no-export-forbids-destination": reports(
    "what is not exported goes nowhere",
    { exportConfig: { type: "NO_EXPORT", s3Destination } },
    { exportConfig: { type: "NO_EXPORT" } },
  ),
  "codebuild-reportgroup-s3-export-requires-destination": reports(
    "an export goes somewhere",
    { exportConfig: { type: "S3" } },
    { exportConfig: { type: "S3", s3Destination } },
  ),
  "codebuild-secondary-artifact-identifier-unique": project(
    "artifacts differ",
    outputs({ artifactIdentifier: "a" }, { artifactIdentifier: "a" }),
    outputs({ artifactIdentifier: "a" }, { artifactIdentifier: "b" }),
  ),
  "codebuild-secondary-artifacts-identifier-required": project(
    "further artifacts have a name",
    outputs({}),
    outputs({ artifactIdentifier: "a" }),
  ),
  "codebuild-secondary-artifacts-max-12": project(
    "twelve artifacts",
    outputs(...many(13, (index) => ({ artifactIdentifier: `a${index}` }))),
    outputs(...many(12, (index) => ({ artifactIdentifier: `a${index}` }))),
  ),
  "codebuild-secondary-artifacts-s3-only": project(
    "further artifacts go to buckets",
    outputs({ artifactIdentifier: "a", type: "CODEPIPELINE" }),
    outputs({ artifactIdentifier: "a" }),
  ),
  "codebuild-secondary-source-identifier-unique": project("sources differ", further("a", "a"), further("a", "b")),
  "codebuild-secondary-sources-max-12": project(
    "twelve sources",
    further(...many(13, (index) => `a${index}`)),
    further(...many(12, (index) => `a${index}`)),
  ),
  "codebuild-source-codepipeline-requires-artifacts-codepipeline": project(
    "a pipeline has both",
    from({ type: "CODEPIPELINE" }),
    pipeline,
  ),
  "codebuild-source-location-required": project("a source is somewhere", from({ type: "GITHUB" }), {}),
  "codebuild-source-no-source-no-location": project(
    "no source is nowhere",
    from({ ...noSource.source, location: code.location }),
    noSource,
  ),
  "codebuild-source-version-identifier-must-match-source": project(
    "a version is of a source",
    { ...further("a"), secondarySourceVersions: [{ sourceIdentifier: "b", sourceVersion: "1" }] },
    { ...further("a"), secondarySourceVersions: [{ sourceIdentifier: "a", sourceVersion: "1" }] },
  ),
  "codebuild-sourcecredential-basic-auth-bitbucket-only": credential(
    "a password is of Bitbucket",
    { authType: "BASIC_AUTH", userName: "u" },
    { authType: "BASIC_AUTH", userName: "u", serverType: "BITBUCKET" },
  ),
  "codebuild-sourcecredential-codeconnections-arn": credential(
    "a connection is an ARN",
    { authType: "CODECONNECTIONS" },
    { authType: "CODECONNECTIONS", token: connection },
  ),
  "codebuild-sourcecredential-oauth-not-supported": credential("OAuth is not of the API", { authType: "OAUTH" }, {}),
  "codebuild-sourcecredential-one-per-server-type": beside(
    [credentials("a")],
    "a server has one credential",
    credentials("subject"),
    credentials("subject", { serverType: "BITBUCKET" }),
  ),
  "codebuild-vpc-security-groups-max-5": project("five groups", network(1, 6), network(1, 5)),
  "codebuild-vpc-subnets-max-16": project("sixteen subnets", network(17, 1), network(16, 1)),
};
