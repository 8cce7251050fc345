import { line, readFacts } from "../facts";

/** A refusal that somebody reported. */
interface Reported {
  /** The report on GitHub: `owner/name/issues/1`. */
  readonly report: string;
  /** It was set aside before rows were written for the others. */
  readonly heldOut?: true;
  /** It is of a later sample, drawn when rows had been written for all before. */
  readonly sample?: "second" | "third";
  /** `found`, or why it is not. */
  readonly outcome: string;
}

/** The facts of bug reports, by service and name. */
export const readReports = () => readFacts<Reported>(__dirname);

const countFound = (facts: readonly Reported[]): number => facts.filter(({ outcome }) => outcome === "found").length;

/** The page of the facts: counts by service, and each fact that is not found with its reason. */
export function reportedPage(note: string): string {
  const services = [...readReports()];
  const all = services.flatMap(([, facts]) => Object.values(facts));
  const [second = [], third = []] = ["second", "third"].map((name) => all.filter(({ sample }) => sample === name));
  const heldOut = all.filter((each) => each.heldOut);
  const first = all.length - heldOut.length - second.length - third.length;
  const counts = services.map(([service, facts]) => {
    const own = Object.values(facts);
    return line([service, own.length, countFound(own)]);
  });
  const rest = services.flatMap(([service, facts]) =>
    Object.entries(facts)
      .filter(([, { outcome }]) => outcome !== "found")
      .map(([name, { report, outcome }]) =>
        line([service, `\`${name}\``, outcome.replaceAll("|", "\\|"), `[${report}](https://github.com/${report})`]),
      ),
  );
  return `${note}

# Facts from bug reports

What AWS refused people who then wrote it down in public: in issues of Terraform's and Pulumi's AWS providers, of the Serverless Framework, CDK, SAM, SST, CloudFormation and others. Each is in our own words as a program that AWS refuses and the nearest one that it takes ([tests/policy/reported](../../tests/policy/reported)); it counts as found if the pack stops the first and takes the second.

${line(["Service", "Facts", "Found"])}
${line(["---", "---", "---"])}
${counts.join("\n")}
${line([`**${services.length} services**`, all.length, countFound(all)])}

Before rows were written for them, 97 of the first ${first} were found. A third, ${heldOut.length}, was set aside before that and tried once at the end: 42 of them were found before, 45 after, ${countFound(heldOut)} since rows were written for the third too. A second sample, ${second.length} refusals of threads that are in no list before, was tried once before a row was written for it: 159 of them were found (77 %), ${countFound(second)} since. A third sample, ${third.length} refusals of threads that are in neither: 41 of them were found before (61 %), ${countFound(third)} since.

## Not found, and why

${line(["Service", "Fact", "Why", "Report"])}
${line(["---", "---", "---", "---"])}
${rest.join("\n")}
`;
}
