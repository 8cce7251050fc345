import { type PolicyConfigJSONSchema } from "@pulumi/policy/schema";

import { limitRecords } from "../../limits";
import { frameworks } from "./controls";
import { type RuleSummary } from "./rule";
import { defaults, readService } from "./settings";

const level: PolicyConfigJSONSchema = { type: "string", enum: ["mandatory", "advisory", "disabled"] };
const day = "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$";
const text: PolicyConfigJSONSchema = { type: "string", minLength: 1 };

function object(
  description: string,
  names: readonly string[],
  schema: (name: string) => PolicyConfigJSONSchema,
): PolicyConfigJSONSchema {
  const properties = Object.fromEntries(names.map((name) => [name, schema(name)]));
  return { type: "object", description, properties, additionalProperties: false, default: {} };
}

function exemption(rules: readonly RuleSummary[]): PolicyConfigJSONSchema {
  return {
    type: "object",
    properties: {
      rule: { type: "string", enum: rules.map(({ id }) => id), description: "Id of the rule." },
      resource: { ...text, description: "URN or name of the resource; * stands for any text." },
      tags: {
        type: "object",
        description: "Tags that the resource must have as well; * stands for any text.",
        additionalProperties: text,
      },
      reason: { ...text, description: "Why the violation is accepted." },
      owner: { ...text, description: "Who answers for it." },
      expires: { type: "string", pattern: day, description: "The last day on which it holds (ISO)." },
    },
    required: ["rule", "resource", "reason"],
    additionalProperties: false,
  };
}

/** JSON schema of the settings; the engine checks a configuration file against it. */
export function settingsSchema(rules: readonly RuleSummary[]): { properties: Record<string, PolicyConfigJSONSchema> } {
  const adjustable = new Map(
    limitRecords.filter((limit) => limit.kind === "adjustable").map(({ id, title }) => [id, title]),
  );
  const services = [...new Set(rules.map(readService))];
  return {
    properties: {
      limits: object("The account's own figures for adjustable limits.", [...adjustable.keys()], (id) => ({
        type: "number",
        minimum: 1,
        description: adjustable.get(id) ?? id,
      })),
      levels: object(
        "Levels by rule.",
        rules.map(({ id }) => id),
        () => level,
      ),
      services: object("Levels by service: the first word of a rule's id.", services, () => level),
      controls: object(
        "Levels of the rules that cover a control, by its id.",
        [...new Set(rules.flatMap((rule) => rule.controls.map(({ id }) => id)))],
        () => level,
      ),
      frameworks: object(
        "Levels of the rules that cover a control of a framework.",
        Object.keys(frameworks),
        () => level,
      ),
      severities: object("Levels by severity.", ["low", "medium", "high", "critical"], () => level),
      rulesAsOf: {
        type: "string",
        description: "Holds back the rules that are newer than this day (ISO, for example 2026-12-01).",
        pattern: day,
      },
      baseline: {
        ...text,
        description: "File with the findings that were there before, from the program's folder: only others count.",
      },
      exemptions: {
        type: "array",
        description: "Violations that are accepted.",
        items: exemption(rules),
        default: [],
      },
      allowedRegions: {
        type: "array",
        description: "Regions that resources may be made in; left out: all.",
        items: { type: "string", pattern: "^[a-z]{2}(-[a-z]+)+-\\d$" },
        minItems: 1,
      },
      allowedRuntimes: {
        type: "array",
        description: "Lambda runtimes that functions may use; left out: all.",
        items: text,
        minItems: 1,
      },
      requiredTags: {
        type: "object",
        description: "Tags that resources must have, each with the values it may have; an empty list: any value.",
        additionalProperties: { type: "array", items: text },
        default: {},
      },
      nearLimitPercent: {
        type: "number",
        description: "Percent of a limit from which its use is pointed out.",
        minimum: 1,
        maximum: 100,
        default: defaults.nearLimitPercent,
      },
      runtimeNoticeDays: {
        type: "integer",
        description: "Days before a Lambda runtime's end from which it is pointed out.",
        minimum: 0,
        default: defaults.runtimeNoticeDays,
      },
      today: {
        type: "string",
        description: "Fixes the current day, for reproducible runs (ISO, for example 2026-12-01).",
        pattern: day,
      },
    },
  };
}
