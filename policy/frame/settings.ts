import { type Framework, frameworks } from "./controls";
import { type Exemption } from "./exemptions";
import { type Limit } from "../../limits";
import { type Context, type Control, type RuleInfo, type Severity } from "./rule";

/** What a rule's level may be set to. */
export type Enforcement = "mandatory" | "advisory" | "disabled";

/** Settings of the whole pack: the configuration of the policy `headroom`. */
export interface Settings {
  /** The account's own figures for adjustable limits, by the limit's id. */
  readonly limits: Readonly<Record<string, number>>;
  /** Levels by rule. Precedence: rule, service, control, framework, severity, the engine's own level per policy. */
  readonly levels: Readonly<Record<string, Enforcement>>;
  readonly services: Readonly<Record<string, Enforcement>>;
  /** Levels of the rules that cover a control, by its id. */
  readonly controls: Readonly<Record<string, Enforcement>>;
  /** Levels of the rules that cover any control of a framework. */
  readonly frameworks: Readonly<Partial<Record<Framework, Enforcement>>>;
  readonly severities: Readonly<Partial<Record<Severity, Enforcement>>>;
  /** Holds back the rules that are newer than this day, ISO. */
  readonly rulesAsOf?: string;
  /** File with the findings that existed before: only new ones count. */
  readonly baseline?: string;
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

/** The engine fills these in from the schema; here for all other callers. */
export const defaults: Settings = {
  limits: {},
  levels: {},
  services: {},
  controls: {},
  frameworks: {},
  severities: {},
  exemptions: [],
  requiredTags: {},
  nearLimitPercent: 80,
  runtimeNoticeDays: 180,
};

/** The level set for a rule, if any. A rule that is newer than `rulesAsOf` is off. */
export function findLevel(rule: RuleInfo, settings: Settings): Enforcement | undefined {
  if (isHeldBack(rule, settings)) return "disabled";
  return (
    settings.levels[rule.id] ??
    settings.services[readService(rule)] ??
    strictest(rule.controls.map(({ id }) => settings.controls[id])) ??
    strictest(rule.controls.map((control) => settings.frameworks[findFramework(control)])) ??
    settings.severities[rule.severity]
  );
}

/** Whether a rule is newer than the day whose rules are asked for. */
export function isHeldBack({ since }: RuleInfo, { rulesAsOf }: Settings): boolean {
  return since !== undefined && rulesAsOf !== undefined && since > rulesAsOf;
}

const byName = new Map(Object.entries(frameworks).map(([id, name]) => [name, id as Framework]));

function findFramework({ framework }: Control): Framework {
  const id = byName.get(framework as (typeof frameworks)[Framework]);
  if (id === undefined) throw new Error(`the framework "${framework}" has no id in frame/controls.ts`);
  return id;
}

/** The strictest of the levels that a rule's controls have. */
function strictest(levels: readonly (Enforcement | undefined)[]): Enforcement | undefined {
  return (["mandatory", "advisory", "disabled"] as const).find((level) => levels.includes(level));
}

/** The service that a rule is about: the first word of its id. */
export function readService(rule: Pick<RuleInfo, "id">): string {
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
