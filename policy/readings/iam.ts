import { type Property, type Reading } from "../frame/known";

/** A three-valued answer: `unknown` for a value that is not known yet, or a condition that only AWS can decide. */
export type Answer = "yes" | "no" | "unknown";

/** One statement of an IAM document. Each value may still be unknown. */
export interface Statement {
  readonly effect: string | undefined;
  readonly actions: Strings | undefined;
  readonly notActions: Strings | undefined;
  readonly resources: Strings | undefined;
  readonly notResources: Strings | undefined;
  readonly conditions: Property;
  readonly principal: Property;
  readonly notPrincipal: Property;
  /** Whether IAM fills in `${…}`: only in documents of Version 2012-10-17, elsewhere it is plain text. */
  readonly fillsVariables: boolean;
}

/** A string or list of strings, as IAM takes either; `unknown` when some are not known yet. */
export interface Strings {
  readonly known: readonly string[];
  readonly unknown: boolean;
}

const read = new WeakMap<Property, Reading<readonly Statement[]>>();

/** The statements of a document given as JSON text or as an object. Malformed when IAM could not read it either. */
export function statements(document: Property): Reading<readonly Statement[]> {
  const before = read.get(document);
  if (before) return before;
  const reading = readStatements(document);
  read.set(document, reading);
  return reading;
}

function readStatements(document: Property): Reading<readonly Statement[]> {
  const root = parsed(document);
  if (root.state !== "known") return root;
  const list = root.value.at("Statement").oneOrMore();
  if (list.state !== "known") return list.state === "absent" ? { state: "malformed" } : list;
  const version = root.value.at("Version").text();
  const fillsVariables = version.state === "unknown" || (version.state === "known" && version.value === "2012-10-17");
  return { state: "known", value: list.value.map((each) => statement(each, fillsVariables)) };
}

function parsed(document: Property): Reading<Property> {
  const value = document.any();
  if (value.state !== "known") return value;
  if (typeof value.value !== "string") return { state: "known", value: document };
  if (value.value === "") return { state: "absent" }; // read back by the AWS provider if there is no document
  try {
    return { state: "known", value: document.parsed(value.value) };
  } catch {
    return { state: "malformed" };
  }
}

function statement(from: Property, fillsVariables: boolean): Statement {
  const effect = from.at("Effect").text();
  return {
    effect: effect.state === "known" ? effect.value : undefined,
    actions: strings(from.at("Action")),
    notActions: strings(from.at("NotAction")),
    resources: strings(from.at("Resource")),
    notResources: strings(from.at("NotResource")),
    conditions: from.at("Condition"),
    principal: from.at("Principal"),
    notPrincipal: from.at("NotPrincipal"),
    fillsVariables,
  };
}

/** Reads a string or a list of strings, as IAM reads numbers and booleans too; `undefined` when the key is not there. */
export function strings(from: Property): Strings | undefined {
  const list = from.oneOrMore();
  if (list.state === "absent") return undefined;
  if (list.state !== "known") return { known: [], unknown: true };
  const readings = list.value.map((each) => each.any());
  return {
    known: readings.flatMap((reading) => (reading.state === "known" ? scalar(reading.value) : [])),
    unknown: readings.some((reading) => reading.state === "unknown"),
  };
}

function scalar(value: unknown): readonly string[] {
  return ["string", "number", "boolean"].includes(typeof value) ? [String(value)] : [];
}

/** Whether a statement is about an action. Action names ignore case. */
export function concerns(statement: Statement, action: string): Answer {
  const named = (list: Strings): Answer =>
    matches(list, (pattern) => covers(pattern.toLowerCase(), action.toLowerCase()));
  if (statement.actions) return named(statement.actions);
  return statement.notActions ? not(named(statement.notActions)) : "no";
}

/** Whether a statement is about some resource that a pattern stands for. */
export const touches = (statement: Statement, target: string): Answer =>
  isAbout(
    statement,
    (pattern) => intersects(pattern, target),
    (pattern) => covers(pattern, target),
  );

/** Whether a statement is about every resource that a pattern stands for. */
export const includes = (statement: Statement, target: string): Answer =>
  isAbout(
    statement,
    (pattern) => covers(pattern, target),
    (pattern) => intersects(pattern, target),
  );

/** Whether `Resource` has a pattern that `takes` accepts, or `NotResource` has none that `leavesOut` accepts. */
function isAbout(
  { resources, notResources }: Statement,
  takes: (pattern: string) => boolean,
  leavesOut: (pattern: string) => boolean,
): Answer {
  if (resources) return matches(resources, takes);
  return notResources ? not(matches(notResources, leavesOut)) : "no";
}

function matches(list: Strings, accepts: (pattern: string) => boolean): Answer {
  if (list.known.some(accepts)) return "yes";
  return list.unknown ? "unknown" : "no";
}

/**
 * Whether statements allow an action on some resource that a pattern stands for, as IAM decides: an explicit denial
 * wins, and what nothing allows is denied. A condition on an `Allow` leaves it open; one on a `Deny` makes it uncertain,
 * so that the denial does not count.
 */
export function allows(all: readonly Statement[], action: string, target: string): Answer {
  const applying = (effect: string) => all.filter((each) => each.effect === effect && concerns(each, action) !== "no");
  const denials = applying("Deny").map((each) =>
    each.conditions.any().state === "absent" ? both(concerns(each, action), includes(each, target)) : "no",
  );
  if (denials.includes("yes")) return "no";
  const permissions = applying("Allow").map((each) => {
    const answer = both(concerns(each, action), touches(each, target));
    return answer === "yes" && each.conditions.any().state !== "absent" ? "unknown" : answer;
  });
  const allowed = either(permissions);
  return allowed === "yes" && denials.includes("unknown") ? "unknown" : allowed;
}

/** Whether one of several answers is yes. */
export function either(answers: readonly Answer[]): Answer {
  if (answers.includes("yes")) return "yes";
  return answers.includes("unknown") ? "unknown" : "no";
}

/** The worse of two answers that both have to be yes. */
export function both(a: Answer, b: Answer): Answer {
  if (a === "no" || b === "no") return "no";
  return a === "yes" && b === "yes" ? "yes" : "unknown";
}

function not(answer: Answer): Answer {
  if (answer === "unknown") return "unknown";
  return answer === "yes" ? "no" : "yes";
}

const wildcard = /[*?]/;

/** Whether some text matches both of two patterns, each with `*` for any text and `?` for one character. */
export function intersects(a: string, b: string): boolean {
  if (!wildcard.test(a) && !wildcard.test(b)) return a === b;
  return pairwise(a, b, (x, y) => x === y || x === "?" || y === "?", true);
}

/** Whether a pattern matches all texts that another one matches. */
export function covers(pattern: string, other: string): boolean {
  if (pattern === "*") return true;
  if (!wildcard.test(pattern)) return pattern === other;
  return pairwise(pattern, other, (x, y) => y !== "*" && (x === y || x === "?"), false);
}

/** Walks two patterns at once: row by row over the first, keeping which prefixes of the second go with it. */
function pairwise(a: string, b: string, same: (x: string, y: string) => boolean, starInBoth: boolean): boolean {
  let row = new Array<boolean>(b.length + 1).fill(false);
  row[0] = true;
  for (let j = 0; starInBoth && j < b.length && b[j] === "*"; j++) row[j + 1] = true;
  for (const x of a) {
    const next = new Array<boolean>(b.length + 1).fill(false);
    next[0] = x === "*" && row[0] === true;
    for (let j = 0; j < b.length; j++) {
      const y = b[j] ?? "";
      if (x === "*") next[j + 1] = row[j + 1] === true || next[j] === true;
      else if (starInBoth && y === "*") next[j + 1] = next[j] === true || row[j + 1] === true;
      else next[j + 1] = row[j] === true && same(x, y);
    }
    row = next;
  }
  return row[b.length] === true;
}
