import { type TypeRows } from "../../schema";
import { apart, at, narrows, needs, says, takes } from "../given";
import { api, page } from "../pages";

const role = "arn:aws:iam::111122223333:role/r";

/** CodeBuild, and registries of images. */
export const codebuild: readonly TypeRows[] = [
  {
    type: "aws:codebuild/project:Project",
    source: api("codebuild", "CreateProject"),
    rows: [
      at(
        "fileSystemLocations[]",
        "a file system is of EFS",
        { properties: { type: { enum: ["EFS"] } }, source: api("codebuild", "ProjectFileSystemLocation") },
        { type: "EFS" },
        { type: "NFS" },
      ),
      at(
        "secondarySources",
        "a project has up to 12 more sources",
        { maxItems: 12 },
        [{ sourceIdentifier: "a", type: "S3" }],
        Array.from({ length: 13 }, (_, n) => ({ sourceIdentifier: `a${n}`, type: "S3" })),
      ),
      at(
        "secondarySources",
        "more sources have different identifiers",
        { uniqueKeys: ["sourceIdentifier"] },
        [{ sourceIdentifier: "a", type: "S3" }],
        [
          { sourceIdentifier: "a", type: "S3" },
          { sourceIdentifier: "a", type: "GITHUB" },
        ],
      ),
      at(
        "secondarySources[].sourceIdentifier",
        "an identifier has up to 127 letters, digits and underscores",
        { pattern: "^[A-Za-z0-9_]{1,127}$", source: api("codebuild", "ProjectSource") },
        "a_b",
        "a-b",
      ),
      says(
        "versions are of the further sources",
        { memberOf: [["secondarySourceVersions[].sourceIdentifier", "secondarySources[].sourceIdentifier"]] },
        {
          secondarySources: [{ sourceIdentifier: "a" }],
          secondarySourceVersions: [{ sourceIdentifier: "a", sourceVersion: "1" }],
        },
        {
          secondarySources: [{ sourceIdentifier: "a" }],
          secondarySourceVersions: [{ sourceIdentifier: "b", sourceVersion: "1" }],
        },
      ),
      at(
        "secondaryArtifacts",
        "further artifacts have different identifiers",
        { uniqueKeys: ["artifactIdentifier"] },
        [{ artifactIdentifier: "a", type: "S3" }],
        [
          { artifactIdentifier: "a", type: "S3" },
          { artifactIdentifier: "a", type: "S3", name: "b" },
        ],
      ),
      narrows(
        "GPU builds are of LARGE or SMALL computers",
        { "environment.type": "LINUX_GPU_CONTAINER" },
        "environment.computeType",
        { enum: ["BUILD_GENERAL1_SMALL", "BUILD_GENERAL1_LARGE", "ATTRIBUTE_BASED_COMPUTE", "CUSTOM_INSTANCE_TYPE"] },
        ["BUILD_GENERAL1_LARGE", "BUILD_GENERAL1_MEDIUM"],
        { source: api("codebuild", "ProjectEnvironment") },
      ),
    ],
  },
  {
    type: "aws:codebuild/webhook:Webhook",
    source: api("codebuild", "CreateWebhook"),
    rows: [
      apart(
        "a webhook has a branch or groups of filters",
        { branchFilter: "main" },
        { filterGroups: [{ filters: [{ type: "EVENT", pattern: "PUSH" }] }] },
      ),
      at(
        "filterGroups[].filters",
        "a group says of which events it is",
        {
          contains: { properties: { type: { const: "EVENT" } }, required: ["type"] },
          source: api("codebuild", "WebhookFilter"),
        },
        [{ type: "EVENT", pattern: "PUSH" }],
        [{ type: "HEAD_REF", pattern: "main" }],
      ),
    ],
  },
  {
    type: "aws:codebuild/reportGroup:ReportGroup",
    source: api("codebuild", "CreateReportGroup"),
    rows: [
      narrows(
        "reports that are exported have a place",
        { "exportConfig.type": "S3" },
        "exportConfig",
        { required: ["s3Destination"] },
        [{ type: "S3", s3Destination: { bucket: "b" } }, { type: "S3" }],
        { source: api("codebuild", "ReportExportConfig") },
      ),
    ],
  },
  {
    type: "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration",
    source: api("ecr", "PutRegistryScanningConfiguration"),
    rows: [
      at(
        "rules",
        "a registry has up to two rules",
        { maxItems: 2 },
        [{ scanFrequency: "SCAN_ON_PUSH" }],
        [1, 2, 3].map(() => ({ scanFrequency: "SCAN_ON_PUSH" })),
      ),
      at(
        "rules",
        "the rules of a registry have different frequencies",
        { uniqueKeys: ["scanFrequency"], source: api("ecr", "RegistryScanningRule") },
        [{ scanFrequency: "SCAN_ON_PUSH" }, { scanFrequency: "CONTINUOUS_SCAN" }],
        [{ scanFrequency: "SCAN_ON_PUSH" }, { scanFrequency: "SCAN_ON_PUSH" }],
      ),
      says(
        "continuous scans are ENHANCED",
        {
          when: { scanType: "BASIC" },
          properties: { "rules[].scanFrequency": { not: { const: "CONTINUOUS_SCAN" } } },
          source: api("ecr", "RegistryScanningRule"),
        },
        { scanType: "BASIC", rules: [{ scanFrequency: "SCAN_ON_PUSH" }] },
        { scanType: "BASIC", rules: [{ scanFrequency: "CONTINUOUS_SCAN" }] },
      ),
    ],
  },
  {
    type: "aws:ecr/replicationConfiguration:ReplicationConfiguration",
    source: api("ecr", "PutReplicationConfiguration"),
    rows: [
      at(
        "replicationConfiguration.rules",
        "a registry has up to 10 rules",
        { maxItems: 10, source: api("ecr", "ReplicationConfiguration") },
        [{ destinations: [] }],
        Array.from({ length: 11 }, () => ({ destinations: [] })),
      ),
      at(
        "replicationConfiguration.rules[].destinations",
        "a rule has up to 100 destinations",
        { maxItems: 100, source: api("ecr", "ReplicationRule") },
        [{ region: "us-east-1", registryId: "111122223333" }],
        Array.from({ length: 101 }, (_, n) => ({ region: "us-east-1", registryId: `${111122223333 + n}` })),
      ),
      at(
        "replicationConfiguration.rules[].repositoryFilters[].filterType",
        "a filter is of a prefix",
        { enum: ["PREFIX_MATCH"], source: api("ecr", "RepositoryFilter") },
        "PREFIX_MATCH",
        "WILDCARD",
      ),
    ],
  },
  {
    type: "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate",
    source: api("ecr", "CreateRepositoryCreationTemplate"),
    rows: [
      at(
        "appliedFors[]",
        "a template is for replication, caches or pushes",
        { enum: ["REPLICATION", "PULL_THROUGH_CACHE", "CREATE_ON_PUSH"] },
        "REPLICATION",
        "PUSH",
      ),
      takes(
        "tags of repositories are set by a role",
        { resourceTags: { a: "b" } },
        { customRoleArn: role },
        { source: page("AmazonECR/latest/userguide/repository-creation-templates-create") },
      ),
    ],
  },
  {
    type: "aws:codebuild/fleet:Fleet",
    source: api("codebuild", "CreateFleet"),
    rows: [
      needs(
        "a fleet by attributes has attributes",
        { computeType: "ATTRIBUTE_BASED_COMPUTE" },
        { computeConfiguration: { vcpu: 2, memory: 4 } },
      ),
      at("baseCapacity", "a fleet has one machine or more", { minimum: 1 }, 1, 0),
      says(
        "a fleet scales from its base",
        {
          ordered: [["baseCapacity", "<=", "scalingConfiguration.maxCapacity"]],
          source: api("codebuild", "ScalingConfigurationInput"),
        },
        { baseCapacity: 1, scalingConfiguration: { maxCapacity: 1 } },
        { baseCapacity: 2, scalingConfiguration: { maxCapacity: 1 } },
      ),
    ],
  },
];
