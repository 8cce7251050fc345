import { type Fact } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const association = ofType("aws:ssm/association:Association");
const document = ofType("aws:ssm/document:Document", { name: "install" });
const window = ofType("aws:ssm/maintenanceWindow:MaintenanceWindow", { name: "nightly" });
const targets = ofType("aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget", {
  name: "servers",
  windowId: "mw-0123456789abcdef0",
  resourceType: "INSTANCE",
});
const task = ofType("aws:ssm/maintenanceWindowTask:MaintenanceWindowTask", {
  name: "patch",
  windowId: "mw-0123456789abcdef0",
  taskType: "RUN_COMMAND",
  taskArn: "AWS-RunPatchBaseline",
});
const parameter = ofType("aws:ssm/parameter:Parameter");

const all = { targets: [{ key: "InstanceIds", values: ["*"] }] };
const step = { name: "run", action: "aws:runShellScript", inputs: { runCommand: ["true"] } };
const command = (content: Arguments) => ({
  documentType: "Command",
  content: JSON.stringify({ schemaVersion: "2.2", mainSteps: [step], ...content }),
});
const daily = { schedule: "cron(0 3 * * ? *)", duration: 3, cutoff: 1 };
const kept = (beside: Arguments) => ({ name: "/shop/limit", type: "String", value: "10", ...beside });

/** A fact of a parameter that is a text. */
const text = (says: string, bad: Arguments, good: Arguments): Fact => parameter(says, kept(bad), kept(good));

export const ssm: FactsByName = {
  "ssm-association-document": association(
    "a document of AWS has no version to choose",
    { name: "AWS-RunPatchBaseline", documentVersion: "1", ...all },
    { name: "AWS-RunPatchBaseline", ...all },
  ),
  "ssm-association-schedule": association(
    "an association runs every half hour at most",
    { name: "AWS-RunPatchBaseline", ...all, scheduleExpression: "rate(29 minutes)" },
    { name: "AWS-RunPatchBaseline", ...all, scheduleExpression: "rate(30 minutes)" },
  ),
  "ssm-association-targets": association(
    "an association is of instances, groups or tags",
    { name: "AWS-RunPatchBaseline", targets: [{ key: "Name", values: ["web"] }] },
    { name: "AWS-RunPatchBaseline", targets: [{ key: "tag:Name", values: ["web"] }] },
  ),
  "ssm-document-content": document("a document has steps", command({ mainSteps: [] }), command({})),
  "ssm-document-name": document(
    "the name of a document is not AWS's",
    { name: "aws-install", ...command({}) },
    { name: "install-aws", ...command({}) },
  ),
  "ssm-document-schema": document(
    "a command has the version of commands",
    command({ schemaVersion: "0.3" }),
    command({}),
  ),
  "ssm-maintenance-window-cutoff": window(
    "a window is longer than its end",
    { ...daily, cutoff: 3 },
    { ...daily, cutoff: 2 },
  ),
  "ssm-maintenance-window-schedule": window(
    "an hour is one of 24",
    { ...daily, schedule: "cron(0 24 * * ? *)" },
    { ...daily, schedule: "cron(0 23 * * ? *)" },
  ),
  "ssm-maintenance-window-target": targets(
    "instances are named alone",
    {
      targets: [
        { key: "InstanceIds", values: ["i-0123456789abcdef0"] },
        { key: "tag:Name", values: ["web"] },
      ],
    },
    { targets: [{ key: "InstanceIds", values: ["i-0123456789abcdef0"] }] },
  ),
  "ssm-maintenance-window-task": task(
    "a command runs somewhere",
    { maxConcurrency: "1", maxErrors: "1" },
    { maxConcurrency: "1", maxErrors: "1", ...all },
  ),
  "ssm-parameter-allowed-pattern": text(
    "a value is as its pattern says",
    { allowedPattern: "^[a-z]+$" },
    { allowedPattern: "^[0-9]+$" },
  ),
  "ssm-parameter-name": text("the name of a parameter is not AWS's", { name: "/aws/shop" }, { name: "/shop/aws" }),
  "ssm-parameter-tier": text(
    "a standard parameter has 4,096 characters at most",
    { tier: "Standard", value: "a".repeat(4097) },
    { tier: "Standard", value: "a".repeat(4096) },
  ),
  "ssm-parameter-value": text("a value names no other parameter", { value: "{{ssm:/shop}}" }, { value: "{ssm:/shop}" }),
};
