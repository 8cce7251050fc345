import { type FindingKey, withoutFigures } from "./baseline";
import { type Resource } from "./resource";
import { type Level, type Rule, type Verdict } from "./rule";

/** A violation as machines identify it. Those of a baseline are included, exempt ones are not. */
export interface Finding extends FindingKey {
  readonly level: Level;
}

/** Remembers what was found in a run; a later verdict of a rule on the same subject replaces an earlier one. */
export class Found {
  private readonly byCheck = new Map<string, readonly Finding[]>();

  note(rule: Rule, level: Level, verdict: Verdict, subject: Resource | undefined): void {
    const findings = verdict
      .filter(({ kind }) => kind === "violated")
      .map(({ resource, says, advice }): Finding => {
        const urn = (resource ?? subject)?.urn ?? "";
        return { rule: rule.id, urn, key: withoutFigures(says), level: advice ? "advisory" : level };
      });
    const check = `${rule.id} ${rule.scope === "stack" ? "" : (subject?.urn ?? "")}`;
    if (findings.length > 0) this.byCheck.set(check, findings);
    else this.byCheck.delete(check);
  }

  /** What was found on the resources that the stack has. */
  of(urns: ReadonlySet<string>): readonly Finding[] {
    return [...this.byCheck.values()].flat().filter(({ urn }) => urn === "" || urns.has(urn));
  }
}
