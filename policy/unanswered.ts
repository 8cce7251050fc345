import { type RuleInfo, type Verdict } from "./rule";

/** One check that could not be made. */
export interface Open {
  readonly rule: string;
  readonly urn: string;
  /** The resource and the value, for people. */
  readonly what: string;
}

/** Remembers the checks that could not be made, so that the end of a run can say so in one place. */
export class Unanswered {
  private readonly byCheck = new Map<string, readonly Open[]>();

  /** Takes in a verdict; a later verdict of the same rule on the same resource replaces it. */
  note(rule: RuleInfo, urn: string, verdict: Verdict): void {
    const open = verdict
      .filter((answer) => answer.kind === "not evaluated")
      .map(({ resource, says }) => ({ rule: rule.id, urn, what: resource ? `${resource.name} (${says})` : says }));
    const key = `${rule.id} ${urn}`;
    if (open.length > 0) this.byCheck.set(key, open);
    else this.byCheck.delete(key);
  }

  /** The open checks of the stack's rules and of the resources that the stack has. */
  of(urns: ReadonlySet<string>): readonly Open[] {
    return [...this.byCheck.values()].flat().filter(({ urn }) => urn === "" || urns.has(urn));
  }
}

/** One line a value: `thumbnailer-policy (policy): iam-administrator, iam-wildcard-actions`. */
export function summary(open: readonly Open[]): string {
  const byValue = new Map<string, Set<string>>();
  for (const { rule, what } of open) byValue.set(what, (byValue.get(what) ?? new Set()).add(rule));
  const lines = [...byValue].map(([what, rules]) => `  ${what}: ${[...rules].join(", ")}`);
  const count = [...byValue.values()].reduce((sum, rules) => sum + rules.size, 0);
  const checks = count === 1 ? "1 check was" : `${count} checks were`;
  return `${checks} not made, for want of values that only the deployment or AWS can tell:\n${lines.join("\n")}`;
}
