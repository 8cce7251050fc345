import { type Caller, conditionsHold, readArn } from "./callConditions";
import { type Answer, both, concerns, either, includes, type Statement, statements, strings } from "./iam";
import { type Graph } from "../frame/graph";
import { type Property } from "../frame/known";
import { findAccount } from "../frame/accounts";
import { type Resource, types } from "../frame/resource";

/** The types of policies that stand alone, with the property that names what they are of. */
const separatePolicies: Readonly<Record<string, readonly [type: string, property: string]>> = {
  [types.queue]: [types.queuePolicy, "queueUrl"],
  [types.topic]: [types.topicPolicy, "arn"],
  [types.key]: [types.keyPolicy, "keyId"],
  [types.bucket]: [types.bucketPolicy, "bucket"],
  [types.stream]: [types.streamPolicy, "resourceArn"],
  [types.table]: [types.tablePolicy, "resourceArn"],
  [types.secret]: [types.secretPolicy, "secretArn"],
  [types.function]: ["aws:lambda/resourcePolicy:ResourcePolicy", "resourceArn"],
  "aws:cloudwatch/eventBus:EventBus": [types.eventBusPolicy, "eventBusName"],
};

/** The types that take a policy in an argument of their own. */
const withPolicy: readonly string[] = [types.queue, types.topic, types.key, types.bucket, types.secret];

/** The types whose policies say who else may use them. */
export const policyTypes: readonly string[] = Object.keys(separatePolicies);

/** What the policy of a resource answers to a call. */
export interface PolicyAnswer {
  readonly allowed: Answer;
  /** Whether it allows the role itself, by name or as part of everyone: within one account that is sufficient. */
  readonly named: Answer;
  /** Whether it certainly denies the call. */
  readonly denied: boolean;
}

/** Evaluates the policy of a resource, inline or standing alone, for a call. */
export function evaluatePolicy(stack: Graph, owner: Resource, action: string, caller: Caller): PolicyAnswer {
  const [type = "", property = ""] = separatePolicies[owner.type] ?? [];
  const { linked, unresolved } =
    type === "" ? { linked: [], unresolved: false } : stack.pointingAt(owner, type, property);
  const inline = withPolicy.includes(owner.type) && !owner.leavesToAws(owner.get("policy")) ? [owner] : [];
  const documents = [...inline, ...linked].map((holder) => [holder, statements(holder.get("policy"))] as const);
  const judged = documents.flatMap(([holder, document]) =>
    document.state === "known"
      ? document.value.map((statement) => ({
          effect: statement.effect,
          ...judge(stack, holder, statement, owner, action, caller),
        }))
      : [],
  );
  const open = unresolved || documents.some(([, { state }]) => /unknown|malformed/.test(state));
  const allowing = judged.filter(({ effect }) => effect === "Allow");
  const answer = (answers: readonly Answer[]): Answer => either(open ? [...answers, "unknown"] : answers);
  return {
    allowed: answer(allowing.map(({ applies }) => applies)),
    named: answer(allowing.map(({ applies, byName }) => (byName ? applies : "no"))),
    denied: judged.some(({ effect, applies }) => effect === "Deny" && applies === "yes"),
  };
}

/** What each statement of a document that stands for many resources answers to a call, whatever they are. */
export function lets(
  stack: Graph,
  holder: Resource,
  document: Property,
  action: string,
  caller: Caller,
): readonly { readonly answer: Answer; readonly statement?: Statement }[] {
  const reading = statements(document);
  if (reading.state !== "known") return reading.state === "absent" ? [] : [{ answer: "unknown" }];
  return reading.value
    .filter(({ effect }) => effect === "Allow")
    .map((statement) => {
      const parts = [
        namesCaller(statement.principal, caller).answer,
        concerns(statement, action),
        conditionsHold(stack, holder, statement, caller),
      ];
      return { answer: parts.reduce(both), statement };
    });
}

/** Whether the policy of a resource lets a caller do something. */
export function policyAllows(stack: Graph, owner: Resource, action: string, caller: Caller): Answer {
  const { allowed, denied } = evaluatePolicy(stack, owner, action, caller);
  return denied ? "no" : allowed;
}

/** Whether a statement is about a call, and whether it names the caller rather than its account. */
function judge(
  stack: Graph,
  holder: Resource,
  statement: Statement,
  owner: Resource,
  action: string,
  caller: Caller,
): { readonly applies: Answer; readonly byName: boolean } {
  const who = namesCaller(statement.principal, caller);
  const parts = [
    who.answer,
    concerns(statement, action),
    isAbout(statement, owner),
    conditionsHold(stack, holder, statement, caller),
  ];
  return { applies: parts.reduce(both), byName: who.byName };
}

/** A policy's statement is about the resource that has the policy, by its ARN or a pattern. */
function isAbout(statement: Statement, owner: Resource): Answer {
  const arn = readArn(owner);
  const isWhole = statement.resources === undefined && statement.notResources === undefined;
  if (isWhole || statement.resources?.known.includes("*") === true) return "yes";
  // For a bucket or a function, a statement may be about a part: an object, a version.
  if (arn.state !== "known" || !exact.includes(owner.type)) return "yes";
  return includes(statement, arn.value);
}

const exact: readonly string[] = [types.queue, types.topic];

function namesCaller(principal: Property, caller: Caller): { readonly answer: Answer; readonly byName: boolean } {
  const everybody = [principal, principal.at("AWS")].some((each) => strings(each)?.known.includes("*"));
  if (everybody) return { answer: "yes", byName: true };
  const named = strings("service" in caller ? principal.at("Service") : principal.at("AWS"));
  if (!named) return { answer: principal.any().state === "unknown" ? "unknown" : "no", byName: true };
  if ("service" in caller) {
    const isNamed = named.known.some((name) => name === caller.service || isRegional(name, caller.service));
    return { answer: isNamed ? "yes" : named.unknown ? "unknown" : "no", byName: true };
  }
  const arn = readArn(caller.role);
  if (arn.state === "known" && named.known.includes(arn.value)) return { answer: "yes", byName: true };
  const { account } = caller.role;
  const isAccount = named.known.some(
    (each) => /^(\d{12}|arn:[^:]+:iam::\d{12}:root)$/.test(each) && account === normalizeAccount(each),
  );
  if (isAccount) return { answer: "yes", byName: false };
  return { answer: named.unknown || account === undefined ? "unknown" : "no", byName: true };
}

const normalizeAccount = (principal: string): string => findAccount(principal) ?? principal;

/** `states.eu-west-1.amazonaws.com` is `states.amazonaws.com` in one Region. */
export function isRegional(name: string, service: string): boolean {
  const [own, regional] = [service, name].map((each) => each.replace(/\.amazonaws\.com(\.cn)?$/, ""));
  return regional?.replace(/\.[a-z]{2}(-[a-z]+)+-\d$/, "") === own && regional !== own;
}
