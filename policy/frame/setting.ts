import { type Reading } from "./known";
import { type Resource } from "./resource";
import { holds, notEvaluated, type ResourceRule, type RuleInfo, type Verdict, violated } from "./rule";

type Setting = boolean | string;

/** What sets one rule on a setting apart from another. */
export interface SettingRule extends RuleInfo {
  readonly type: string;
  /** Path of the property from the resource. */
  readonly property: readonly (string | number)[];
  /** The values that the rule accepts, in the form of the AWS provider; all others are refused. */
  readonly takes?: readonly Setting[];
  /** The values that the rule refuses, for a property to which AWS adds good values from time to time. */
  readonly refuses?: readonly Setting[];
  /** What AWS uses when the property is left out; if unset, leaving it out is accepted. */
  readonly unset?: Setting;
  /** The consequence of another value, as a clause. */
  readonly because: string;
  /** Which of the type's resources the rule is about; all of them by default. */
  readonly only?: (resource: Resource) => Reading<boolean>;
}

/** A rule that one setting of a resource has one of certain values. */
export function settingRule(rule: SettingRule): ResourceRule {
  const { type, property, takes, refuses = [], unset, because, only, ...info } = rule;
  const isTaken = (value: Setting) => (takes ? takes.includes(value) : !refuses.includes(value));
  return {
    ...info,
    scope: "resource",
    type,
    check(resource): Verdict {
      const about = only?.(resource);
      if (about?.state === "known" && !about.value) return holds;
      const { name } = resource.get(...property);
      const reading = setting(resource, property);
      if (reading.state === "unknown") return notEvaluated(resource, name);
      if (reading.state === "malformed") return notEvaluated(resource, `${name} (neither a text nor a boolean)`);
      const value = reading.state === "known" ? reading.value : unset;
      if (value === undefined || isTaken(value)) return holds;
      if (about && about.state !== "known") return notEvaluated(resource, `whether ${name} matters`);
      const by = reading.state === "known" ? `is ${String(value)}` : `is ${String(value)} when left out, as here`;
      return violated(resource, `${name} ${by}: ${because}`);
    },
  };
}

function setting(resource: Resource, path: readonly (string | number)[]): Reading<Setting> {
  const property = resource.get(...path);
  const flag = property.flag();
  return flag.state === "malformed" ? property.text() : flag;
}

/** What sets one rule on a property that must be there apart from another. */
export interface RequiredRule extends RuleInfo {
  readonly type: string;
  /** Path of the property from the resource. */
  readonly property: readonly (string | number)[];
  /** The consequence of its absence, as a clause. */
  readonly because: string;
}

/** A rule that a property is set; its value may be unknown as yet. An empty text or list sets nothing. */
export function requiredRule({ type, property, because, ...info }: RequiredRule): ResourceRule {
  return {
    ...info,
    scope: "resource",
    type,
    check(resource) {
      const { name } = resource.get(...property);
      return isSet(resource, property) ? holds : violated(resource, `${name} is not set: ${because}`);
    },
  };
}

function isSet(resource: Resource, path: readonly (string | number)[]): boolean {
  const property = resource.get(...path);
  const text = property.text();
  if (text.state === "known") return text.value !== "";
  const list = property.list();
  if (list.state === "known") return list.value.length > 0;
  return property.any().state !== "absent";
}
