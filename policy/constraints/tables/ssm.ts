import { type TypeRows } from "../schema";
import { api } from "./pages";

/** Systems Manager. */
export const ssm: readonly TypeRows[] = [
  {
    type: "aws:ssm/association:Association",
    source: api("ssm", "CreateAssociation"),
    rows: [
      {
        at: "",
        fact: "an association with a document of AWS itself (AWS-…) takes no documentVersion but $DEFAULT",
        when: { name: { pattern: "^AWS-" } },
        properties: { documentVersion: { const: "$DEFAULT" } },
        good: { name: "AWS-RunPatchBaseline" },
        bad: { name: "AWS-RunPatchBaseline", documentVersion: "1" },
      },
      {
        at: "complianceSeverity",
        enum: ["CRITICAL", "HIGH", "MEDIUM", "LOW", "UNSPECIFIED"],
        good: "LOW",
        bad: "SEVERE",
      },
      { at: "syncCompliance", enum: ["AUTO", "MANUAL"], good: "AUTO", bad: "ON" },
      {
        at: "maxConcurrency",
        fact: "it is a number of one or more, or a percentage",
        pattern: "^([1-9][0-9]*|[1-9][0-9]%|[1-9]%|100%)$",
        good: "50%",
        bad: "0",
      },
      {
        at: "maxErrors",
        fact: "it is a number or a percentage",
        pattern: "^([1-9][0-9]*|[0]|[1-9][0-9]%|[0-9]%|100%)$",
        good: "0",
        bad: "none",
      },
      {
        at: "targets",
        maxItems: 5,
        good: [{ key: "InstanceIds", values: ["*"] }],
        bad: Array.from({ length: 6 }, () => ({ key: "tag:a", values: ["b"] })),
      },
      {
        at: "",
        fact: "applyOnlyAtCronInterval needs a schedule",
        dependentRequired: { applyOnlyAtCronInterval: ["scheduleExpression"] },
        good: { name: "a", applyOnlyAtCronInterval: true, scheduleExpression: "cron(0 2 ? * SUN *)" },
        bad: { name: "a", applyOnlyAtCronInterval: true },
      },
    ],
  },
  {
    type: "aws:ssm/parameter:Parameter",
    source: api("ssm", "PutParameter"),
    rows: [
      { at: "type", enum: ["String", "StringList", "SecureString"], good: "String", bad: "Secret" },
      { at: "tier", enum: ["Standard", "Advanced", "Intelligent-Tiering"], good: "Standard", bad: "Free" },
      { at: "dataType", enum: ["text", "aws:ec2:image", "aws:ssm:integration"], good: "text", bad: "json" },
      {
        at: "name",
        fact: "a name has letters, digits and . - _ /, and begins with a slash where it has several parts",
        pattern: "^(/[a-zA-Z0-9._-]+(/[a-zA-Z0-9._-]+)*|[a-zA-Z0-9._-]+|arn:.+)$",
        good: "/shop/table",
        bad: "shop/table",
      },
      {
        at: "name",
        fact: "a name does not begin with aws or ssm",
        not: { pattern: "^/?(aws|ssm)" },
        good: "/shop/table",
        bad: "/aws/table",
      },
      {
        at: "name",
        fact: "a name has fifteen levels at most",
        not: { pattern: "^(/[^/]+){16}" },
        good: "/a/b",
        bad: "/a".repeat(16),
      },
      {
        at: "",
        fact: "keyId is for SecureString",
        when: { type: ["String", "StringList"] },
        excluded: ["keyId"],
        good: { type: "SecureString", value: "a", keyId: "alias/own" },
        bad: { type: "String", value: "a", keyId: "alias/own" },
      },
      {
        at: "",
        fact: "a Standard parameter has 4 KB at most",
        when: { tier: "Standard" },
        properties: { value: { maxBytes: 4096 } },
        good: { type: "String", tier: "Advanced", value: "a".repeat(5000) },
        bad: { type: "String", tier: "Standard", value: "a".repeat(5000) },
      },
      { at: "value", maxBytes: 8192, good: "a", bad: "a".repeat(8193) },
      { at: "description", maxLength: 1024, good: "a", bad: "a".repeat(1025) },
      { at: "allowedPattern", maxLength: 1024, good: "^a$", bad: "a".repeat(1025) },
      {
        at: "",
        fact: "dataType aws:ec2:image is for String",
        when: { dataType: "aws:ec2:image" },
        properties: { type: { const: "String" } },
        good: { type: "String", dataType: "aws:ec2:image", value: "ami-1" },
        bad: { type: "SecureString", dataType: "aws:ec2:image", value: "ami-1" },
      },
    ],
  },
  {
    type: "aws:ssm/document:Document",
    source: api("ssm", "CreateDocument"),
    rows: [
      { at: "documentFormat", enum: ["YAML", "JSON", "TEXT"], good: "JSON", bad: "XML" },
      {
        at: "documentType",
        enum: "Command Policy Automation Session Package ApplicationConfiguration ApplicationConfigurationSchema DeploymentStrategy ChangeCalendar Automation.ChangeTemplate ProblemAnalysis ProblemAnalysisTemplate CloudFormation ConformancePackTemplate QuickSetup ManualApprovalPolicy AutoApprovalPolicy".split(
          " ",
        ),
        good: "Command",
        bad: "Script",
      },
      {
        at: "name",
        fact: "a name has 3 to 128 letters, digits and _ - .",
        pattern: "^[a-zA-Z0-9_\\-.]{3,128}$",
        good: "restart",
        bad: "my document",
      },
      {
        at: "name",
        fact: "a name does not begin with aws, amazon or amzn",
        not: { pattern: "^([aA][wW][sS]|[aA][mM][aA][zZ][oO][nN]|[aA][mM][zZ][nN])[-_.]" },
        good: "restart",
        bad: "AWS-restart",
      },
      {
        at: "targetType",
        fact: "a target type begins with a slash",
        pattern: "^/[\\w.\\-:/]*$",
        good: "/AWS::EC2::Instance",
        bad: "AWS::EC2::Instance",
      },
    ],
  },
  {
    type: "aws:ssm/maintenanceWindow:MaintenanceWindow",
    source: api("ssm", "CreateMaintenanceWindow"),
    rows: [
      { at: "duration", minimum: 1, maximum: 24, good: 24, bad: 25 },
      { at: "cutoff", minimum: 0, maximum: 23, good: 23, bad: 24 },
      {
        at: "",
        fact: "no new task begins in the last hours: cutoff is less than duration",
        ordered: [["cutoff", "<", "duration"]],
        source: "measured",
        good: { duration: 3, cutoff: 1, schedule: "rate(1 day)" },
        bad: { duration: 3, cutoff: 3, schedule: "rate(1 day)" },
      },
      { at: "scheduleOffset", minimum: 1, maximum: 6, good: 6, bad: 7 },
      {
        at: "name",
        fact: "a name has 3 to 128 letters, digits and _ - .",
        pattern: "^[a-zA-Z0-9_\\-.]{3,128}$",
        good: "nightly",
        bad: "every night",
      },
    ],
  },
  {
    type: "aws:ssm/activation:Activation",
    source: api("ssm", "CreateActivation"),
    rows: [
      { at: "registrationLimit", minimum: 1, maximum: 1000, good: 1, bad: 1001 },
      { at: "description", maxLength: 256, good: "a", bad: "a".repeat(257) },
    ],
  },
  {
    type: "aws:ssm/patchBaseline:PatchBaseline",
    source: api("ssm", "CreatePatchBaseline"),
    rows: [
      {
        at: "approvalRules[]",
        fact: "a rule approves after days or until a date",
        atMostOne: ["approveAfterDays", "approveUntilDate"],
        source: api("ssm", "PatchRule"),
        good: { approveAfterDays: 7, patchFilters: [] },
        bad: { approveAfterDays: 7, approveUntilDate: "2026-01-01", patchFilters: [] },
      },
      { at: "rejectedPatchesAction", enum: ["ALLOW_AS_DEPENDENCY", "BLOCK"], good: "BLOCK", bad: "DENY" },
    ],
  },
];
