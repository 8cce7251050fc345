import { bindsCallers, sparesCallers } from "./callers";
import { readConditions, type Test } from "./conditions";
import { type Answer, covers, type Statement, strings } from "./iam";

/** What makes a document public: the statement, and the condition tests that seem to restrict callers but do not. */
export interface Opening {
  readonly answer: Exclude<Answer, "no">;
  readonly statement: Statement;
  readonly tests: readonly Test[];
}

/** Whether a statement is about every caller, signed in with AWS or not. */
export function isForEverybody({ principal, notPrincipal }: Statement): boolean {
  const everybody = [principal, principal.at("AWS")].some((each) => strings(each)?.known.includes("*"));
  return everybody || notPrincipal.any().state !== "absent";
}

/**
 * The statements of a document that allow anyone something, under AWS's own definition of public: for
 * everybody, under no condition that names callers by fixed values, and denied by no other statement.
 */
export function findOpenings(all: readonly Statement[]): readonly Opening[] {
  return all.flatMap((statement): readonly Opening[] => {
    if (statement.effect !== "Allow" || !isForEverybody(statement)) return [];
    const tests = readConditions(statement.conditions);
    if (tests.state === "known") {
      if (tests.value.some((test) => bindsCallers(test, tests.value, statement.fillsVariables))) return [];
    }
    const denials = all.map((each) => shuts(each, statement));
    if (denials.includes("yes")) return [];
    const answer = tests.state === "known" && !denials.includes("unknown") ? "yes" : "unknown";
    return [{ answer, statement, tests: tests.state === "known" ? tests.value : [] }];
  });
}

/** Whether a denial revokes everything that a public statement allows, except for callers that it names. */
function shuts(denial: Statement, open: Statement): Answer {
  if (denial.effect !== "Deny") return "no";
  const tests = readConditions(denial.conditions);
  if (!isForEverybody(denial) || (tests.state === "known" && !tests.value.every((test) => sparesCallers(test)))) {
    return "no";
  }
  const covered = [
    coversAll(denial.actions, open.actions, (text) => text.toLowerCase()),
    // A trust policy has no resources: it is about the role.
    open.resources === undefined && open.notResources === undefined
      ? "yes"
      : coversAll(denial.resources, open.resources, (text) => text),
  ];
  if (covered.includes("no")) return "no";
  return covered.includes("unknown") || tests.state !== "known" ? "unknown" : "yes";
}

function coversAll(wide: Statement["actions"], narrow: Statement["actions"], form: (text: string) => string): Answer {
  if (!wide) return "no";
  if (wide.known.includes("*")) return "yes";
  if (!narrow) return "no";
  const missing = narrow.known.filter((each) => !wide.known.some((pattern) => covers(form(pattern), form(each))));
  if (missing.length > 0) return wide.unknown ? "unknown" : "no";
  return narrow.unknown ? "unknown" : "yes";
}

/** What an opening allows and to whom, as the end of a sentence that begins with the policy. */
export function describeOpening({ statement, tests }: Opening): string {
  const actions = statement.actions?.known ?? [];
  const what = actions.length > 0 ? list(actions) : "everything but its NotAction";
  const who = statement.notPrincipal.any().state === "absent" ? "" : " except those that its NotPrincipal names";
  const start = `is public: it allows ${what} to everybody${who}`;
  if (tests.length === 0) return `${start}, under no condition`;
  const weak = tests.map((test) => {
    const values = test.values.known.length > 0 ? ` ${list(test.values.known)}` : "";
    return `${test.key}${values}`;
  });
  return `${start}, and its condition on ${weak.join(" and ")} names no caller`;
}

function list(texts: readonly string[]): string {
  return texts.length > 3 ? `${texts.slice(0, 3).join(", ")} …` : texts.join(", ");
}
