import { type Answer, type Level, type RuleInfo, type Verdict } from "./rule";

/** One check that could not be made: a rule on a resource, or on the stack as a whole. */
export interface Open {
  readonly rule: string;
  /** Of the resource; empty for the stack. */
  readonly urn: string;
  /** The resource and the values, for people. */
  readonly what: string;
  /** What a violation would be. */
  readonly level: Level;
}

/** Remembers the checks that could not be made, so that the end of a run can say so in one place. */
export class Unanswered {
  private readonly byCheck = new Map<string, readonly Open[]>();

  /** Takes in a verdict; a later verdict of the same rule on the same resource replaces it. */
  note(rule: RuleInfo, urn: string, level: Level, verdict: Verdict): void {
    const open = new Map<string, Answer[]>();
    for (const answer of verdict) {
      if (answer.kind !== "not evaluated") continue;
      const of = answer.resource?.urn ?? urn;
      open.set(of, [...(open.get(of) ?? []), answer]);
    }
    const key = `${rule.id} ${urn}`;
    const checks = [...open].map(([of, answers]): Open => ({
      rule: rule.id,
      urn: of,
      what: describeOpen(answers),
      level,
    }));
    if (checks.length > 0) this.byCheck.set(key, checks);
    else this.byCheck.delete(key);
  }

  /** The open checks of the stack's rules and of the resources that the stack has: each rule on each resource once. */
  of(urns: ReadonlySet<string>): readonly Open[] {
    return [...this.byCheck.values()].flat().filter(({ urn }) => urn === "" || urns.has(urn));
  }
}

/** `thumbnailer (timeout, layers)`: one check, however many values it lacks. */
function describeOpen(answers: readonly Answer[]): string {
  const values = [...new Set(answers.map(({ says }) => says))].join(", ");
  const name = answers[0]?.resource?.name;
  return name === undefined ? values : `${name} (${values})`;
}

/** One line a value: `thumbnailer-policy (policy): iam-administrator, iam-wildcard-actions`. */
export function summary(open: readonly Open[]): string {
  const byValue = new Map<string, string[]>();
  for (const { rule, what } of open) byValue.set(what, [...(byValue.get(what) ?? []), rule]);
  const lines = [...byValue].map(([what, rules]) => `  ${what}: ${[...new Set(rules)].join(", ")}`);
  const checks = open.length === 1 ? "1 check was" : `${open.length} checks were`;
  return `${checks} not evaluated, because they need values that only the deployment or AWS can provide:\n${lines.join("\n")}`;
}
