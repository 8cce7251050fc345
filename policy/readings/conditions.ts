import { type Strings, strings } from "./iam";
import { type Property, type Reading } from "../frame/known";

/** One line of a Condition block: an operator, a key and the values that it is compared with. */
export interface Test {
  /** In lower case, without prefixes and suffixes: `stringequals`, `arnlike`, `bool`, `null`. */
  readonly operator: string;
  /** Which values of a key with several have to match: `ForAllValues:` or `ForAnyValue:`. */
  readonly set: "all" | "any" | undefined;
  readonly ifExists: boolean;
  /** Whether the test holds where the values do not match: `StringNotEquals`. */
  readonly negated: boolean;
  /** In lower case: IAM compares keys without case. */
  readonly key: string;
  readonly values: Strings;
}

/** Reads a Condition block; without one there are no tests. All of them have to hold. */
export function readConditions(conditions: Property): Reading<readonly Test[]> {
  const operators = conditions.entries();
  if (operators.state === "absent") return { state: "known", value: [] };
  if (operators.state !== "known") return operators;
  const tests: Test[] = [];
  for (const [written, block] of operators.value) {
    const keys = block.entries();
    if (keys.state === "absent") continue;
    if (keys.state !== "known") return keys;
    for (const [key, value] of keys.value) {
      tests.push({
        ...readOperator(written),
        key: key.toLowerCase(),
        values: strings(value) ?? { known: [], unknown: false },
      });
    }
  }
  return { state: "known", value: tests };
}

function readOperator(written: string): Pick<Test, "operator" | "set" | "ifExists" | "negated"> {
  const name = written.toLowerCase();
  const set = name.startsWith("forallvalues:") ? "all" : name.startsWith("foranyvalue:") ? "any" : undefined;
  const operator = name.replace(/^for(allvalues|anyvalue):/, "").replace(/ifexists$/, "");
  return {
    operator: operator.replace("not", ""),
    set,
    ifExists: name.endsWith("ifexists"),
    negated: operator.includes("not"),
  };
}

/** Whether a test holds for a request that does not have its key. */
export function holdsWithoutKey({ operator, set, ifExists, negated, values }: Test): boolean {
  if (operator === "null") return !values.known.some((value) => value.toLowerCase() === "false");
  return set === "all" || ifExists || (negated && set === undefined);
}

/** The keys that tests require: `Null: { key: "false" }`. */
export function requiredKeys(tests: readonly Test[]): ReadonlySet<string> {
  return new Set(tests.filter((test) => test.operator === "null" && !holdsWithoutKey(test)).map(({ key }) => key));
}
