import { line, readFacts } from "../facts";

/** What becomes of each fact of a service: `found`, or why it is not. */
export type Outcomes = Readonly<Record<string, string>>;

/** The facts that a peer measured, by service. */
export const readOutcomes = () => readFacts<string>(__dirname);

const countFound = (outcomes: Outcomes): number => Object.values(outcomes).filter((each) => each === "found").length;

/** The page of the facts: counts by service, and each fact that is not found with its reason. */
export function measuredPage(note: string): string {
  const services = [...readOutcomes()];
  const all = services.reduce((sum, [, outcomes]) => sum + Object.keys(outcomes).length, 0);
  const found = services.reduce((sum, [, outcomes]) => sum + countFound(outcomes), 0);
  const counts = services.map(([service, outcomes]) =>
    line([service, Object.keys(outcomes).length, countFound(outcomes)]),
  );
  const rest = services.flatMap(([service, outcomes]) =>
    Object.entries(outcomes)
      .filter(([, outcome]) => outcome !== "found")
      .map(([name, why]) => line([service, `\`${name}\``, why.replaceAll("|", "\\|")])),
  );
  return `${note}

# Facts that a peer measured

[cdk-preflight](https://github.com/badmintoncryer/cdk-preflight) 0.0.143 (Apache-2.0) lists what it saw AWS refuse. Each fact of the services below was written in our own words as a program that AWS refuses and the nearest one that it takes ([tests/policy/measured](../../tests/policy/measured)); it counts as found if the pack stops the first and takes the second.

${line(["Service", "Facts", "Found"])}
${line(["---", "---", "---"])}
${counts.join("\n")}
${line([`**${services.length} services**`, all, found])}

## Not found, and why

${line(["Service", "Fact, by its name there", "Why"])}
${line(["---", "---", "---"])}
${rest.join("\n")}
`;
}
