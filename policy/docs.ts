import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import { type Limit, limitRecords, limits, runtimesChecked, runtimesPage } from "../limits";
import { allowed } from "./frame/range";
import { type Rule } from "./frame/rule";
import { rules } from "./rules";

/** Folder of the generated pages. */
const folder = path.resolve(__dirname, "../docs");

const services: Readonly<Record<string, string>> = {
  lambda: "AWS Lambda",
  apigateway: "Amazon API Gateway",
  kinesis: "Amazon Kinesis Data Streams",
  scheduler: "Amazon EventBridge Scheduler",
  eventbridge: "Amazon EventBridge",
  sqs: "Amazon SQS",
  sns: "Amazon SNS",
  logs: "Amazon CloudWatch Logs",
  s3: "Amazon S3",
  iam: "AWS IAM",
  dynamodb: "Amazon DynamoDB",
  dax: "Amazon DynamoDB Accelerator",
  elasticache: "Amazon ElastiCache",
  rds: "Amazon RDS, Aurora and RDS Proxy",
  rdsEvents: "Amazon RDS event notifications",
  cloudfront: "Amazon CloudFront and Lambda@Edge",
  states: "AWS Step Functions",
  appsync: "AWS AppSync",
  backup: "AWS Backup",
  cognito: "Amazon Cognito",
  waf: "AWS WAF",
  wafv2: "AWS WAF",
  acm: "AWS Certificate Manager",
  kms: "AWS KMS",
  secretsmanager: "AWS Secrets Manager",
  ssm: "AWS Systems Manager",
  cloudwatch: "Amazon CloudWatch",
  ec2: "Amazon EC2",
  ecs: "Amazon ECS",
  governance: "What the configuration allows",
  acmpca: "AWS Private Certificate Authority",
  amp: "Amazon Managed Service for Prometheus",
  bedrock: "Amazon Bedrock",
  cloudsearch: "Amazon CloudSearch",
  codeartifact: "AWS CodeArtifact",
  codebuild: "AWS CodeBuild",
  dsql: "Amazon Aurora DSQL",
  ecr: "Amazon ECR",
  efs: "Amazon EFS",
  glacier: "Amazon Glacier",
  glue: "AWS Glue",
  mediastore: "AWS Elemental MediaStore",
  msk: "Amazon MSK",
  networkfirewall: "AWS Network Firewall",
  oam: "CloudWatch Observability Access Manager",
  opensearch: "Amazon OpenSearch Service",
  opensearchingest: "Amazon OpenSearch Ingestion",
  pinpoint: "AWS End User Messaging",
  redshift: "Amazon Redshift",
  sagemaker: "Amazon SageMaker AI",
  schemas: "EventBridge Schemas",
  ses: "Amazon SES",
  vpclattice: "Amazon VPC Lattice",
  xray: "AWS X-Ray",
  near: "All services",
};

const note = "<!-- Generated from the policy pack by `npm run docs -w policy`: do not edit. -->";

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function byService<T>(all: readonly T[], service: (each: T) => string, show: (each: readonly T[]) => string): string {
  const untitled = all.map(service).find((key) => !(key in services));
  if (untitled !== undefined) throw new Error(`the service ${untitled} has no title in policy/docs.ts`);
  const sections = Object.entries(services).map(([key, title]) => {
    const each = all.filter((one) => service(one) === key);
    return each.length > 0 ? `## ${title}\n\n${show(each)}\n` : "";
  });
  return sections.filter((section) => section !== "").join("\n");
}

function ruleRow(rule: Rule): readonly string[] {
  const controls = rule.controls.map((control) => `[${control.id}](${control.page})`).join(", ");
  return [
    `[\`${rule.id}\`](${rule.page})`,
    rule.title,
    rule.level,
    rule.severity,
    controls,
    rule.fix,
    rule.remedy?.does ?? "",
  ];
}

/** The table of rules. */
export function rulesPage(): string {
  const head = ["Rule", "Holds when", "Level", "Severity", "Controls", "Fix", "With level `remediate`"];
  const service = (rule: Rule) => rule.id.slice(0, rule.id.indexOf("-"));
  const sections = byService(rules, service, (each) => table(head, each.map(ruleRow)));
  return `${note}\n\n# Rules\n\n${rules.length} rules. How to run and configure them: [policy/README.md](../policy/README.md).\n\n${sections}`;
}

function limitRow(limit: Limit): readonly string[] {
  const kind = limit.kind === "hard" ? "hard" : `adjustable${limit.quotaCode ? ` (${limit.quotaCode})` : ""}`;
  const verified = `${limit.verified ? "yes" : "**no**"}: ${limit.sources.join(", ")}`;
  const notes = [limit.since && `Since ${limit.since}.`, limit.note].filter((text) => text !== undefined);
  const standard = limit.default === undefined ? "" : `${limit.default} ${limit.unit}`;
  return [`[${limit.title}](${limit.page})`, allowed(limit), standard, kind, verified, limit.checked, notes.join(" ")];
}

/** The table of limits, and that of Lambda's runtimes. */
export function limitsPage(): string {
  const head = ["Limit", "AWS allows", "Default", "Kind", "Verified", "Checked", "Notes"];
  const service = (limit: Limit) => limit.id.slice(0, limit.id.indexOf("."));
  const sections = byService(limitRecords, service, (each) => table(head, each.map(limitRow)));
  const rows = Object.entries(limits.runtimes).map(([name, runtime]) => [
    `\`${name}\``,
    runtime.deprecation ?? "",
    runtime.createBlocked ?? "",
    `\`${runtime.successor}\``,
  ]);
  const runtimes = table(["Runtime", "Not patched from", "No new functions from", "Move to"], rows);
  return [
    `${note}\n\n# Limits\n\nWhat the components check and the policy pack enforces.\n`,
    sections,
    `## Lambda runtimes\n\nFrom [AWS's page](${runtimesPage}), checked ${runtimesChecked}.\n\n${runtimes}\n`,
  ].join("\n");
}

if (require.main === module) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "rules.md"), rulesPage());
  writeFileSync(path.join(folder, "limits.md"), limitsPage());
}
