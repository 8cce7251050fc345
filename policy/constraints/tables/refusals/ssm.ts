import { type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { together } from "../together";

const content = (document: object) => ({ content: JSON.stringify(document) });
const step = { name: "run", action: "aws:runShellScript", inputs: { runCommand: ["true"] } };
const byId = { key: "InstanceIds", values: ["i-0123456789abcdef0"] };

/** Systems Manager: what documents have, and how instances are named. */
export const ssmRefusals: readonly TypeRows[] = [
  {
    type: "aws:ssm/document:Document",
    source: page("systems-manager/latest/userguide/documents-schemas-features"),
    rows: [
      together(
        "a document has the version of its type, and steps of different names",
        { join: "documentContent" },
        { name: "restart", documentType: "Command", documentFormat: "JSON" },
        content({ schemaVersion: "2.2", mainSteps: [step] }),
        content({ schemaVersion: "2.2", mainSteps: [step, step] }),
      ),
      together(
        "a document has the version of its type, and steps of different names",
        { join: "documentContent" },
        { name: "restart", documentType: "Command", documentFormat: "YAML" },
        { content: "schemaVersion: '2.2'\nmainSteps:\n- name: run\n  action: aws:runShellScript\n" },
        { content: "schemaVersion: '0.3'\nmainSteps:\n- name: run\n  action: aws:runShellScript\n" },
      ),
    ],
  },
  {
    type: "aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget",
    source: api("ssm", "RegisterTargetWithMaintenanceWindow"),
    rows: [
      {
        at: "targets",
        fact: "InstanceIds are the only target",
        if: { contains: { properties: { key: { const: "InstanceIds" } }, required: ["key"] } },
        then: { maxItems: 1 },
        good: [byId],
        bad: [byId, { key: "tag:team", values: ["a"] }],
      },
    ],
  },
];
