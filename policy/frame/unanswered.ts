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

/** Texts that are not known yet and whose form (pattern or length) could not be checked. */
export interface OpenForms {
  readonly rule: string;
  readonly texts: number;
  readonly resources: number;
}

/** Collects the checks that could not be made, for one message at the end of a run. */
export class Unanswered {
  private readonly byCheck = new Map<string, readonly Open[]>();
  private readonly formsByCheck = new Map<string, OpenForms & { readonly urn: string }>();

  /** Takes in a verdict; a later verdict of the same rule on the same resource replaces it. */
  note(rule: RuleInfo, urn: string, level: Level, verdict: Verdict): void {
    const open = new Map<string, Answer[]>();
    for (const answer of verdict) {
      if (answer.kind !== "not evaluated" || answer.form) continue;
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
    const texts = verdict.filter(({ form }) => form).length;
    if (texts > 0) this.formsByCheck.set(key, { rule: rule.id, texts, resources: 1, urn });
    else this.formsByCheck.delete(key);
  }

  /** The texts whose form could not be checked, by rule. */
  forms(urns: ReadonlySet<string>): readonly OpenForms[] {
    const present = [...this.formsByCheck.values()].filter(({ urn }) => urns.has(urn));
    return [...Map.groupBy(present, ({ rule }) => rule)].map(([rule, all]) => ({
      rule,
      texts: all.reduce((sum, { texts }) => sum + texts, 0),
      resources: all.length,
    }));
  }

  /** The open checks of the stack's rules and of the resources that the stack has: each rule on each resource once. */
  of(urns: ReadonlySet<string>): readonly Open[] {
    return [...this.byCheck.values()].flat().filter(({ urn }) => urn === "" || urns.has(urn));
  }
}

/** `thumbnailer (timeout, layers)`: one check, however many values it lacks. */
function describeOpen(answers: readonly Answer[]): string {
  const values = foldPositions([...new Set(answers.map(({ says }) => says))]).join(", ");
  const name = answers[0]?.resource?.name;
  return name === undefined ? values : `${name} (${values})`;
}

/** Values that differ in a position of a list alone are one from four on: `lambdaFunctions[…].filterPrefix (22 values)`. */
function foldPositions(values: readonly string[]): string[] {
  const byForm = Map.groupBy(values, (value) => value.replaceAll(/\[\d+\]/g, "[…]"));
  return [...byForm].flatMap(([form, all]) => (all.length > 3 ? [`${form} (${all.length} values)`] : all));
}

/**
 * One line for each value: `thumbnailer-policy (policy): iam-administrator, iam-wildcard-actions`; and one for all
 * texts whose form is open, which every program has before its first deployment.
 */
export function summary(open: readonly Open[], forms: readonly OpenForms[]): string {
  const byValue = new Map<string, string[]>();
  for (const { rule, what } of open) byValue.set(what, [...(byValue.get(what) ?? []), rule]);
  const lines = [...byValue].map(([what, rules]) => `  ${what}: ${[...new Set(rules)].join(", ")}`);
  const [texts, resources] = (["texts", "resources"] as const).map((of) =>
    forms.reduce((sum, each) => sum + each[of], 0),
  );
  if (forms.length > 0) {
    const rules = forms.map(({ rule }) => rule).sort();
    lines.push(`  the form of ${counted(texts, "text")} of ${counted(resources, "resource")}: ${rules.join(", ")}`);
  }
  const checks = open.length + forms.reduce((sum, each) => sum + each.resources, 0);
  const were = checks === 1 ? "1 check was" : `${checks} checks were`;
  return `${were} not evaluated, because ${checks === 1 ? "it needs" : "they need"} values that only the deployment or AWS can provide:\n${lines.join("\n")}`;
}

const counted = (count = 0, what: string): string => (count === 1 ? `1 ${what}` : `${count} ${what}s`);
