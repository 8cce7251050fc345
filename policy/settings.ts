import { type PolicyConfigJSONSchema } from "@pulumi/policy/schema";

import { type Limit, limitRecords } from "./limits";
import { type Context, type RuleInfo, type Severity } from "./rule";

/** What a rule's level may be set to. */
export type Enforcement = "mandatory" | "advisory" | "disabled";

/** Settings of the whole pack: the configuration of the policy `headroom`. */
export interface Settings {
  /** The account's own figures for adjustable limits, by the limit's id. */
  readonly limits: Readonly<Record<string, number>>;
  /** Levels by rule; they win over those by severity, and those over the engine's own per policy. */
  readonly levels: Readonly<Record<string, Enforcement>>;
  readonly severities: Readonly<Partial<Record<Severity, Enforcement>>>;
  readonly nearLimitPercent: number;
  readonly runtimeNoticeDays: number;
  /** Fixes the current day, ISO, for reproducible runs. */
  readonly today?: string;
}

/** The engine fills these in from the schema; here for every other caller. */
export const defaults: Settings = {
  limits: {},
  levels: {},
  severities: {},
  nearLimitPercent: 80,
  runtimeNoticeDays: 180,
};

const enforcement: PolicyConfigJSONSchema = { type: "string", enum: ["mandatory", "advisory", "disabled"] };

function properties(names: readonly string[], schema: (name: string) => PolicyConfigJSONSchema) {
  return Object.fromEntries(names.map((name) => [name, schema(name)]));
}

/** JSON schema of the settings; the engine checks a configuration file against it. */
export function settingsSchema(rules: readonly RuleInfo[]): { properties: Record<string, PolicyConfigJSONSchema> } {
  const adjustable = limitRecords.filter((limit) => limit.kind === "adjustable");
  const title = (id: string) => adjustable.find((limit) => limit.id === id)?.title ?? id;
  return {
    properties: {
      limits: {
        type: "object",
        description: "The account's own figures for adjustable limits.",
        properties: properties(
          adjustable.map((limit) => limit.id),
          (id) => ({ type: "number", minimum: 1, description: title(id) }),
        ),
        additionalProperties: false,
        default: {},
      },
      levels: {
        type: "object",
        description: "Levels by rule.",
        properties: properties(
          rules.map((rule) => rule.id),
          () => enforcement,
        ),
        additionalProperties: false,
        default: {},
      },
      severities: {
        type: "object",
        description: "Levels by severity.",
        properties: properties(["low", "medium", "high", "critical"], () => enforcement),
        additionalProperties: false,
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
        pattern: "^\\d{4}-\\d{2}-\\d{2}$",
      },
    },
  };
}

/** The level set for a rule, if any. */
export function levelOf(rule: RuleInfo, settings: Settings): Enforcement | undefined {
  return settings.levels[rule.id] ?? settings.severities[rule.severity];
}

/** What the rules are told of the settings. */
export function contextOf(settings: Settings): Context {
  return {
    today: settings.today ?? new Date().toISOString().slice(0, 10),
    runtimeNoticeDays: settings.runtimeNoticeDays,
    nearLimitPercent: settings.nearLimitPercent,
    limit(record: Limit): Limit {
      const figure = settings.limits[record.id];
      return figure === undefined || record.kind === "hard" ? record : { ...record, max: figure };
    },
  };
}
