import { type Graph } from "./graph";
import { type Limit } from "../../limits";
import { type Resource } from "./resource";

export type Severity = "low" | "medium" | "high" | "critical";

/** `mandatory` stops the deployment, `advisory` is shown. Both can be changed by configuration. */
export type Level = "mandatory" | "advisory";

/**
 * Why a rule stops a deployment: AWS refuses what violates it; a stranger gets access (a credential in plain text
 * counts); the runtime has ended. `configured`: the user's own configuration requires it, and without it the rule is
 * silent.
 */
export type Ground = "refused" | "open" | "ended" | "configured";

/** A control of a public framework that a rule covers. */
export interface Control {
  readonly framework: string;
  readonly version: string;
  readonly id: string;
  readonly title: string;
  readonly page: string;
}

/** The date of a rule before its first release; later than any day. */
export const unreleased = "unreleased";

/** What every rule says about itself: it is shown by the engine and printed in the documentation. */
export interface RuleInfo {
  /** Name of the policy, `service-subject`. */
  readonly id: string;
  /** One sentence that is true when the rule holds. */
  readonly title: string;
  readonly severity: Severity;
  readonly level: Level;
  /** Why it is mandatory, as {@link page} says; none where it is advisory. */
  readonly ground?: Ground;
  /** Day on which the rule was first in the pack (ISO), or {@link unreleased}; of the list `rules/dates.json`. */
  readonly since?: string;
  readonly controls: readonly Control[];
  /** What to do about a violation, as an imperative sentence. */
  readonly fix: string;
  /** AWS's page on the matter. */
  readonly page: string;
  /** The limit that the rule enforces. */
  readonly limit?: Limit;
  /** A safe fix for a violation, applied only if the rule's level is `remediate`. */
  readonly remedy?: Remedy;
}

/** What the list `rules/catalog.json` says of each rule, for those who do not load the rules. */
export type RuleSummary = Pick<RuleInfo, "id" | "title" | "severity"> & {
  readonly controls: readonly Pick<Control, "id">[];
};

/** A safe fix. It is made before the deployment, on what the program asks for. */
export interface Remedy {
  /** Type of the resource that is changed. */
  readonly type: string;
  /** What it does, for the documentation: `sets retentionInDays to 30`. */
  readonly does: string;
  /**
   * The properties that change, with their new values; undefined if nothing has to change, or a value is not known
   * yet.
   */
  readonly change: (resource: Resource) => Readonly<Record<string, unknown>> | undefined;
}

/** What a rule may know besides the resources. */
export interface Context {
  /** The current day, ISO. */
  readonly today: string;
  /** Days before a runtime's end from which it is pointed out. */
  readonly runtimeNoticeDays: number;
  /** Percent of a limit from which its use is pointed out. */
  readonly nearLimitPercent: number;
  /** The Regions that resources may be made in; none given: all. */
  readonly allowedRegions: readonly string[] | undefined;
  /** The Lambda runtimes that functions may use; none given: all. */
  readonly allowedRuntimes: readonly string[] | undefined;
  /** The tags that resources must have, each with the values it may have; no values given: any. */
  readonly requiredTags: Readonly<Record<string, readonly string[]>>;
  /** A limit, with the account's own figure if it is adjustable and configured. */
  limit(record: Limit): Limit;
}

/** One answer of a rule; a rule that holds gives none. */
export interface Answer {
  readonly kind: "violated" | "not evaluated";
  /** The resource concerned; without one it is the stack. */
  readonly resource?: Resource | undefined;
  /** What is wrong, without the resource and the full stop; or what could not be read. */
  readonly says: string;
  /** Replaces the rule's own fix. */
  readonly fix?: string | undefined;
  /** Replaces the rule's own page. */
  readonly page?: string;
  /** An advisory finding even if the rule is mandatory, unless a configuration sets the rule's level. */
  readonly advice?: true;
  /**
   * Only the form of a text could not be evaluated, by AWS's own data: such answers are many, so they are counted,
   * not listed.
   */
  readonly form?: true;
}

export type Verdict = readonly Answer[];

/** The rule holds. */
export const holds: Verdict = [];

/** The rule is violated: `says` completes the sentence that begins with the resource. */
export function violated(resource: Resource | undefined, says: string, fix?: string): Verdict {
  return [{ kind: "violated", resource, says, fix }];
}

/** The rule is not met, but nothing that must stop a deployment. */
export function advised(resource: Resource | undefined, says: string, fix?: string): Verdict {
  return [{ kind: "violated", resource, says, fix, advice: true }];
}

/** The rule cannot be decided: `what` names the value that could not be read. Never a pass. */
export function notEvaluated(resource: Resource | undefined, what: string): Verdict {
  return [{ kind: "not evaluated", resource, says: what }];
}

/** Violated if everything was read; not evaluated if `what` was not read and may satisfy the rule. */
export function violatedUnless(unread: boolean, resource: Resource, what: string, says: string, fix?: string): Verdict {
  return unread ? notEvaluated(resource, what) : violated(resource, says, fix);
}

/** Holds for a resource that another one points at, such as the log delivery of a distribution. */
export function violatedUnlessLinked(
  { linked, unresolved }: ReturnType<Graph["pointingAt"]>,
  resource: Resource,
  what: string,
  says: string,
): Verdict {
  return linked.length > 0 ? holds : violatedUnless(unresolved, resource, what, says);
}

/** How much of a limit a resource uses. */
export interface Usage {
  readonly resource: Resource | undefined;
  readonly limit: Limit;
  /** Undefined if it cannot be measured, which is not zero. */
  readonly used: number | undefined;
}

type Uses = readonly Usage[] | Promise<readonly Usage[]>;

/** Stands for all types of the provider `aws` in a rule on single resources. */
export const everyType = "*";

/** A rule on one resource. It sees what the program asks for. */
export interface ResourceRule extends RuleInfo {
  readonly scope: "resource";
  /** The type of the resources that it looks at, or several, or {@link everyType}. */
  readonly type: string | readonly string[];
  /** The properties whose allowed values the rule defines, for example `ephemeralStorage.size`. */
  readonly covers?: readonly string[];
  check(resource: Resource, context: Context): Verdict | Promise<Verdict>;
  /** Use of the limit. */
  usage?(resource: Resource): Uses;
}

/** A rule on resources together. It sees the outputs, and the links between the resources. */
export interface StackRule extends RuleInfo {
  readonly scope: "stack";
  check(stack: Graph, context: Context): Verdict | Promise<Verdict>;
  /** Use of the limit. */
  usage?(stack: Graph): Uses;
}

export type Rule = ResourceRule | StackRule;

/** The check of a stack rule that looks at each resource of a type together with others. */
export function each(type: string, check: (stack: Graph, resource: Resource) => Verdict): (stack: Graph) => Verdict {
  return (stack) => stack.ofType(type).flatMap((resource) => check(stack, resource));
}

/** The types of the resources that a rule looks at. */
export function listTypes({ type }: ResourceRule): readonly string[] {
  return typeof type === "string" ? [type] : type;
}

/** The two lines that a user reads. */
export function message(rule: RuleInfo, answer: Answer): string {
  const subject = answer.resource ? `${answer.resource.label}: ` : "";
  return `${subject}${answer.says}.\nFix: ${answer.fix ?? rule.fix} See ${answer.page ?? rule.page}`;
}
