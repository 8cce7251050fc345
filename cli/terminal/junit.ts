import builder from "junit-report-builder";
import { type RunReport } from "../../policy/frame/runReport";
import { type Finding, originWords } from "../../report/findings";

/**
 * Findings as JUnit XML, for tools that show test results: a mandatory finding is a failure, an advisory one a test that passed
 * with a remark, a check that could not be made a skipped test.
 * @param name What was looked at.
 */
export function toJunit(findings: readonly Finding[], open: RunReport["notEvaluated"], name: string): string {
  const report = builder.newBuilder();
  const suite = report.testSuite().name(`policies of ${name}`);
  for (const finding of findings) {
    const { policy, enforcement, severity, says, fix, page, place } = finding;
    const origin = originWords(finding);
    const text = [`${says}${origin && ` (${origin})`}`, `Fix: ${fix}`, ...(page === undefined ? [] : [page])].join(
      "\n",
    );
    const test = suite.testCase().className(policy).name(says);
    if (place) test.file(place.file);
    if (enforcement === "mandatory") test.failure(text, severity);
    else test.standardOutput(text);
  }
  for (const { rule, what } of open) suite.testCase().className(rule).name(`not evaluated: ${what}`).skipped();
  // A suite without a test is an error to some readers.
  if (findings.length + open.length === 0) suite.testCase().className("headroom").name("every policy holds");
  return report.build();
}
