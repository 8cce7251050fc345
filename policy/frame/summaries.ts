import { describe, type Exempted } from "./exemptions";
import { type RunReport } from "./runReport";
import { summary } from "./unanswered";

/** One thing that the policy `headroom` says at the end of a run. */
export interface Summary {
  readonly text: string;
  readonly level: "mandatory" | "advisory";
}

/** What is said at the end of a run: nothing where all is well. */
export function summaries(run: RunReport): readonly Summary[] {
  const advisory = (text: string): Summary => ({ text, level: "advisory" });
  return [
    ...(run.notEvaluated.length > 0 ? [advisory(summary(run.notEvaluated))] : []),
    ...(run.exempted.length > 0 ? [advisory(exempted(run.exempted))] : []),
    ...run.expiredExemptions.map((exemption): Summary => {
      const fix = "Fix: Fix what it covered and remove the exemption, or set a later date.";
      return { text: `an exemption has expired: ${describe(exemption)}.\n${fix}`, level: "mandatory" };
    }),
    ...run.unusedExemptions.map((exemption) =>
      advisory(`an exemption is not needed: ${describe(exemption)}.\nFix: Remove it.`),
    ),
  ];
}

/** Each exemption with the violations that it covers. */
function exempted(all: readonly Exempted[]): string {
  const byExemption = new Map<string, string[]>();
  for (const { exemption, resource, says } of all) {
    const key = describe(exemption);
    const covered = byExemption.get(key);
    if (covered) covered.push(`${resource}: ${says}`);
    else byExemption.set(key, [`${resource}: ${says}`]);
  }
  const lines = [...byExemption].map(
    ([key, covered]) => `  ${key}\n${covered.map((each) => `    ${each}`).join("\n")}`,
  );
  const count = all.length === 1 ? "1 violation is" : `${all.length} violations are`;
  return `${count} exempt:\n${lines.join("\n")}`;
}
