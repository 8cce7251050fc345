import { type Exemption } from "./exemptions";
import { type Limit } from "../../limits";
import { type Context, type RuleInfo, type Severity } from "./rule";

/** What a rule's level may be set to. */
export type Enforcement = "mandatory" | "advisory" | "disabled";

/** Settings of the whole pack: the configuration of the policy `headroom`. */
export interface Settings {
  /** The account's own figures for adjustable limits, by the limit's id. */
  readonly limits: Readonly<Record<string, number>>;
  /** Levels by rule; they win over those by service, those over severity, and those over the engine's own per policy. */
  readonly levels: Readonly<Record<string, Enforcement>>;
  readonly services: Readonly<Record<string, Enforcement>>;
  readonly severities: Readonly<Partial<Record<Severity, Enforcement>>>;
  /** Violations that are accepted. */
  readonly exemptions: readonly Exemption[];
  readonly allowedRegions?: readonly string[];
  readonly allowedRuntimes?: readonly string[];
  readonly requiredTags: Readonly<Record<string, readonly string[]>>;
  readonly nearLimitPercent: number;
  readonly runtimeNoticeDays: number;
  /** Fixes the current day, ISO, for reproducible runs. */
  readonly today?: string;
}

/** The engine fills these in from the schema; here for every other caller. */
export const defaults: Settings = {
  limits: {},
  levels: {},
  services: {},
  severities: {},
  exemptions: [],
  requiredTags: {},
  nearLimitPercent: 80,
  runtimeNoticeDays: 180,
};

/** The level set for a rule, if any. */
export function levelOf(rule: RuleInfo, settings: Settings): Enforcement | undefined {
  return settings.levels[rule.id] ?? settings.services[readService(rule)] ?? settings.severities[rule.severity];
}

/** The service that a rule is about: the first word of its id. */
export function readService(rule: RuleInfo): string {
  return rule.id.slice(0, rule.id.indexOf("-"));
}

/** The settings, as the rules read them. */
export function makeContext(settings: Settings): Context {
  return {
    today: settings.today ?? new Date().toISOString().slice(0, 10),
    runtimeNoticeDays: settings.runtimeNoticeDays,
    nearLimitPercent: settings.nearLimitPercent,
    allowedRegions: settings.allowedRegions,
    allowedRuntimes: settings.allowedRuntimes,
    requiredTags: settings.requiredTags,
    limit(record: Limit): Limit {
      const figure = settings.limits[record.id];
      return figure === undefined || record.kind === "hard" ? record : { ...record, max: figure };
    },
  };
}
