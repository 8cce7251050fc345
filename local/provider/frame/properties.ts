import { type OutputRule, type PropertyRule } from "./resourceType";

/** One rule for several properties of a resource type. */
export const withRule = <Name extends string>(rule: PropertyRule, ...names: Name[]): Record<Name, PropertyRule> =>
  Object.fromEntries(names.map((name) => [name, rule])) as Record<Name, PropertyRule>;

/** Optional properties that change in place. */
export const optional = <Name extends string>(...names: Name[]): Record<Name, PropertyRule> => withRule({}, ...names);

const withOutputRule = <Name extends string>(rule: OutputRule, names: Name[]): Record<Name, OutputRule> =>
  Object.fromEntries(names.map((name) => [name, rule])) as Record<Name, OutputRule>;

/** Outputs that no update changes. */
export const stable = <Name extends string>(...names: Name[]) => withOutputRule("stable", names);

/** Outputs that an update may change. */
export const changing = <Name extends string>(...names: Name[]) => withOutputRule("changes", names);
