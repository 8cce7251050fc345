import { isRecord, type Properties } from "./values";

interface Principal {
  type: string;
  identifiers: string[];
}

interface Statement {
  sid?: string;
  effect?: string;
  actions?: string[];
  notActions?: string[];
  resources?: string[];
  notResources?: string[];
  principals?: Principal[];
  notPrincipals?: Principal[];
  conditions?: { test: string; variable: string; values: string[] }[];
}

interface PolicyDocumentArgs {
  version?: string;
  policyId?: string;
  statements?: Statement[];
  sourcePolicyDocuments?: string[];
  sourceJson?: string;
  overridePolicyDocuments?: string[];
  overrideJson?: string;
}

/** A document as `aws.iam.getPolicyDocument` writes it; the official provider computes it without AWS too. */
export function policyDocument(args: PolicyDocumentArgs): Properties {
  const documents = [args.sourceJson, ...(args.sourcePolicyDocuments ?? [])];
  const overrides = [...(args.overridePolicyDocuments ?? []), args.overrideJson];
  const merged = [
    ...documents.flatMap(statementsIn),
    ...(args.statements ?? []).map(statement),
    ...overrides.flatMap(statementsIn),
  ].reduce<Properties[]>(merge, []);
  const document = {
    Version: args.version ?? "2012-10-17",
    ...(args.policyId !== undefined && { Id: args.policyId }),
    Statement: merged,
  };
  return { id: "0", json: JSON.stringify(document, null, 2), minifiedJson: JSON.stringify(document) };
}

/** Of two statements with the same name, the later one wins. */
function merge(statements: Properties[], next: Properties): Properties[] {
  const place = next.Sid ? statements.findIndex(({ Sid }) => Sid === next.Sid) : -1;
  return place < 0 ? [...statements, next] : statements.with(place, next);
}

function statementsIn(text: string | undefined): Properties[] {
  if (!text) return [];
  const { Statement: found = [] } = JSON.parse(text) as { Statement?: Properties | Properties[] };
  return [found].flat().filter(isRecord);
}

function statement(given: Statement): Properties {
  const members = {
    Sid: given.sid,
    Effect: given.effect ?? "Allow",
    Action: oneOrMore(given.actions),
    NotAction: oneOrMore(given.notActions),
    Resource: oneOrMore(given.resources),
    NotResource: oneOrMore(given.notResources),
    Principal: principals(given.principals),
    NotPrincipal: principals(given.notPrincipals),
    Condition: conditions(given.conditions),
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== ""));
}

/** Writes a list of one as its element, and others in the official provider's order. */
function oneOrMore(values: readonly string[] | undefined): string | string[] | undefined {
  if (!values?.length) return undefined;
  return values.length === 1 ? values[0] : [...values].sort().reverse();
}

function principals(given: readonly Principal[] | undefined): unknown {
  if (!given?.length) return undefined;
  if (given.some(({ type, identifiers }) => type === "*" && identifiers.includes("*"))) return "*";
  const types = [...new Set(given.map(({ type }) => type))];
  const identifiers = (type: string): string[] =>
    given.filter((each) => each.type === type).flatMap((each) => each.identifiers);
  return Object.fromEntries(types.map((type) => [type, oneOrMore(identifiers(type))]));
}

function conditions(given: Statement["conditions"]): unknown {
  if (!given?.length) return undefined;
  const byTest: Record<string, Record<string, unknown>> = {};
  for (const { test, variable, values } of given) (byTest[test] ??= {})[variable] = oneOrMore(values);
  return byTest;
}
