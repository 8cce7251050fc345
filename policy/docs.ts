import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { type Limit, limitRecords, limits, runtimesChecked, runtimesPage } from "../limits";
import { constraintPages } from "./constraints/docs";
import constraintIndex from "./constraints/generated/index.json";
import { allowed } from "./frame/range";
import { type Ground, type Rule, type RuleSummary, unreleased } from "./frame/rule";
import { rules } from "./rules";
import dates from "./rules/dates.json";

/** Folder of the generated pages. */
const folder = path.resolve(__dirname, "../docs");

const ownTitles: Readonly<Record<string, string>> = {
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
  pipes: "Amazon EventBridge Pipes",
  firehose: "Amazon Data Firehose",
  near: "All services",
};

/** The services with rows alone come after those with rules of their own. */
const services: Readonly<Record<string, string>> = { ...ownTitles, ...constraintIndex.titles, ...ownTitles };

const note = "<!-- Generated from the policy pack by `npm run docs -w policy`: do not edit. -->";

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function byService<T>(all: readonly T[], service: (each: T) => string, show: (each: readonly T[]) => string): string {
  // A service of which the pack has generated rows alone goes by the name of its module in @pulumi/aws.
  const others = [...new Set(all.map(service))].filter((key) => !(key in services)).sort();
  const titles = [...Object.entries(services), ...others.map((key) => [key, `aws.${key}`] as const)];
  const sections = titles.map(([key, title]) => {
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
    rule.since ?? "",
    controls,
    rule.fix,
    rule.remedy?.does ?? "",
  ];
}

/** How the table of what is mandatory says why. */
const grounds: Readonly<Record<Ground, string>> = {
  refused: "AWS refuses it",
  open: "a stranger gets in",
  ended: "the runtime has reached its end",
  configured: "your own configuration forbids it; without one the rule says nothing",
};

/** For each mandatory rule why it stops a deployment, with the page that says so. */
function mandatoryTable(): string {
  const rows = rules
    .filter(({ level }) => level === "mandatory")
    .map((rule) => [
      `\`${rule.id}\``,
      rule.ground ? grounds[rule.ground] : "",
      `[${pageName(rule.page)}](${rule.page})`,
    ]);
  return table(["Rule", "Why it stops a deployment", "Where that is written"], rows);
}

/** The file of a page, which names its subject. */
const pageName = (page: string): string => page.slice(page.lastIndexOf("/") + 1).replace(/\.html.*$/, "");

/** The table of rules. */
export function rulesPage(): string {
  const head = ["Rule", "Holds when", "Level", "Severity", "Since", "Controls", "Fix", "With level `remediate`"];
  const service = (rule: Rule) => rule.id.slice(0, rule.id.indexOf("-"));
  const sections = byService(rules, service, (each) => table(head, each.map(ruleRow)));
  const stops = `## What is mandatory\n\nThree things stop a deployment: AWS refuses it, a stranger gets in (a credential in plain text counts), or the runtime has reached its end. All else is advice; [profiles](../policy/README.md#profiles) make more of it mandatory. The rules on Regions, runtimes and tags are no fourth reason: they say nothing until a configuration has \`allowedRegions\`, \`allowedRuntimes\` or \`requiredTags\`, and then stop what that configuration forbids.\n\n${mandatoryTable()}\n`;
  return `${note}\n\n# Rules\n\n${rules.length} rules. How to run and configure them: [policy/README.md](../policy/README.md).\n\n${sections}\n${stops}`;
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

/** Gives the rules that have no day yet the current one: `--rules-as-of` holds back by it. */
function dateRules(): void {
  const today = new Date().toISOString().slice(0, 10);
  const added = rules.filter(({ since }) => since === unreleased);
  if (added.length === 0) return;
  for (const rule of added) Object.assign(rule, { since: today });
  const ofToday = (dates as Readonly<Record<string, readonly string[]>>)[today] ?? [];
  const all = { ...dates, [today]: [...ofToday, ...added.map(({ id }) => id)].sort() };
  writeFileSync(path.join(__dirname, "rules/dates.json"), `${JSON.stringify(all, null, 2)}\n`);
}

/** What each rule is, in one file: the commands know the rules by it, and start without loading them. */
export const catalog = (): RuleSummary[] =>
  rules.map(({ id, title, severity, controls }) => ({
    id,
    title,
    severity,
    controls: controls.map(({ id }) => ({ id })),
  }));

if (require.main === module) {
  dateRules();
  writeFileSync(path.join(__dirname, "rules/catalog.json"), `${JSON.stringify(catalog(), null, 2)}\n`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "rules.md"), rulesPage());
  writeFileSync(path.join(folder, "limits.md"), limitsPage());
  const constraints = path.join(folder, "constraints");
  rmSync(constraints, { recursive: true, force: true });
  mkdirSync(constraints);
  for (const [name, page] of constraintPages()) writeFileSync(path.join(constraints, name), page);
}
