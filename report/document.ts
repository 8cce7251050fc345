import { z } from "zod";
import { costReportSchema } from "./cost";
import { Flow } from "./picture/connectors";
import { Outcome } from "./verdict";

const change = z.object({
  kind: z.enum(["create", "update", "replace", "delete"]),
  urn: z.string(),
  type: z.string(),
  name: z.string(),
  pattern: z.string().describe("Name of the outermost component that the resource is a part of"),
  places: z.array(
    z.object({
      path: z.string(),
      from: z.string().optional(),
      to: z.string().optional(),
      replaces: z.boolean().describe("AWS cannot change it: the resource is replaced"),
    }),
  ),
});

const finding = z.object({
  policy: z.string(),
  enforcement: z.enum(["mandatory", "advisory"]),
  severity: z.enum(["low", "medium", "high", "critical"]),
  title: z.string().describe("What the rule asks for"),
  says: z.string().describe("What is wrong"),
  fix: z.string(),
  page: z.string().optional(),
  resource: z.string().optional(),
  urn: z.string().optional(),
  component: z
    .object({ type: z.string(), name: z.string() })
    .optional()
    .describe("The component that made the resource"),
  place: z
    .object({ file: z.string(), line: z.number(), column: z.number().optional() })
    .optional()
    .describe("Where the program makes the resource, if that is known"),
  message: z.string(),
});

const exemption = z.object({
  rule: z.string(),
  resource: z.string(),
  tags: z.record(z.string(), z.string()).optional(),
  reason: z.string(),
  owner: z.string().optional(),
  expires: z.string().optional(),
});

const headroom = z.object({
  rule: z.string(),
  limit: z.string(),
  title: z.string(),
  urn: z.string().optional(),
  resource: z.string().optional(),
  used: z.number().optional().describe("Absent, as percent is, if it cannot be measured, which is not zero"),
  allowed: z.number(),
  unit: z.string(),
  percent: z.number().optional(),
  adjustable: z.boolean().describe("AWS raises the limit on request"),
  page: z.string(),
});

const resource = z.object({
  urn: z.string(),
  type: z.string(),
  name: z.string(),
  parent: z.string().optional(),
  component: z.boolean(),
  inputs: z.record(z.string(), z.unknown()).describe("Arguments as the provider checked them; secrets are masked"),
});

const link = z.object({ from: z.string(), property: z.string(), to: z.string() });

/** The report for machines. docs/report.schema.json is made of it. */
export const reportSchema = z.object({
  version: z.literal(1),
  made: z
    .object({
      at: z.string().describe("When, as ISO 8601 has it"),
      commit: z.string().optional().describe("Of the program, shortened; absent if the folder is not a git checkout"),
    })
    .optional(),
  project: z.string(),
  stack: z.string(),
  region: z.string(),
  failed: z.literal(true).optional().describe("The preview failed: the reasons are all that is known"),
  comparedWith: z.string().describe("The base of the comparison"),
  verdict: z.object({ outcome: z.enum(Outcome), reasons: z.array(z.string()) }),
  changes: z.array(change),
  undecided: z
    .array(z.object({ urn: z.string(), type: z.string(), name: z.string(), path: z.string() }))
    .default([])
    .describe("Arguments made from data sources that only AWS answers: taken as they are deployed"),
  findings: z.array(finding),
  exempted: z.array(z.object({ exemption, rule: z.string(), urn: z.string(), resource: z.string(), says: z.string() })),
  expiredExemptions: z.array(exemption),
  unusedExemptions: z.array(exemption),
  notEvaluated: z
    .array(
      z.object({
        rule: z.string(),
        urn: z.string().describe("Empty for the stack as a whole"),
        what: z.string(),
        level: z.enum(["mandatory", "advisory"]).describe("What a violation would be"),
      }),
    )
    .describe("Open checks: each rule on each resource once"),
  openChecks: z.object({
    all: z.number().describe("Checks that only a deployment can make"),
    mandatoryOnChanged: z
      .number()
      .describe("Those of mandatory rules on changed resources: the verdict depends on them"),
  }),
  notLookedAt: z.string().optional().describe("How many resources no rule reads, by provider and type"),
  headroom: z.array(headroom).describe("Use of limits, the nearest first"),
  cost: costReportSchema.optional().describe("Absent if nothing could be planned"),
  picture: z.object({
    groups: z.array(
      z.object({
        urn: z.string(),
        name: z.string(),
        kind: z.string(),
        nodes: z.array(
          z.object({
            urn: z.string(),
            name: z.string(),
            kind: z.string(),
            category: z.string(),
            mark: z.enum(["create", "update", "replace", "delete"]).optional(),
          }),
        ),
      }),
    ),
    edges: z.array(z.object({ from: z.string(), to: z.string(), flow: z.enum(Flow) })),
  }),
  resources: z.array(resource).describe("What a later report is compared with"),
  links: z.array(link),
});

export type ReportDocument = z.infer<typeof reportSchema>;
