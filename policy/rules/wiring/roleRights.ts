import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Property } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { mayDo } from "../../readings/wiring";
import { bucketRights } from "./bucketRights";
import { callRights } from "./callRights";
import { groundedLevel } from "./joins";
import { logRights } from "./logRights";
import { anyArn, guide, type Need, own, type Rights, toRead, toSend, type Unread } from "./rights";
import { stateMachineRights } from "./stateMachineRights";

/** The role of the function that a property names, where both are of the stack. */
function functionRole(stack: Graph, owner: Resource, property: Property): readonly Pick<Need, "holder" | "role">[] {
  const functions = stack.functions(owner, property);
  return (functions.state === "resolved" ? functions.to : []).map((fn) => ({ holder: fn, role: fn.get("role") }));
}

const eventSources: Rights = {
  rule: "lambda-event-source",
  title: "A function's role may read what the function gets its events from",
  needs: (stack) =>
    stack.ofType(types.eventSourceMapping).flatMap((owner) => {
      const roles = functionRole(stack, owner, owner.get("functionName"));
      return roles.flatMap((by) => toRead(stack, owner, owner.get("eventSourceArn"), by));
    }),
  refused: true,
  because: "Lambda refuses such a mapping",
  page: `${guide}/lambda/latest/dg/invocation-eventsourcemapping.html`,
};

/** What a function sends to when it fails or succeeds. */
const destinations: Rights = {
  rule: "lambda-destination",
  title: "A function's role may send to its dead letters and destinations",
  needs(stack) {
    const deadLetters = stack.ofType(types.function).map((fn) => ({
      owner: fn,
      property: fn.get("deadLetterConfig", "targetArn"),
      roles: [{ holder: fn, role: fn.get("role") }],
    }));
    const configured = stack.ofType(types.functionEventInvokeConfig).flatMap((owner) =>
      ["onFailure", "onSuccess"].map((name) => ({
        owner,
        property: owner.get("destinationConfig", name, "destination"),
        roles: functionRole(stack, owner, owner.get("functionName")),
      })),
    );
    const mapped = stack.ofType(types.eventSourceMapping).map((owner) => ({
      owner,
      property: owner.get("destinationConfig", "onFailure", "destinationArn"),
      roles: functionRole(stack, owner, owner.get("functionName")),
    }));
    return [...deadLetters, ...configured, ...mapped].flatMap(({ owner, property, roles }) =>
      roles.flatMap((by) => toSend(stack, owner, property, by)),
    );
  },
  refused: true,
  because: "Lambda refuses such a destination",
  page: `${guide}/lambda/latest/dg/invocation-async-retain-records.html`,
};

const networks: Rights = {
  rule: "lambda-network",
  title: "The role of a function in a VPC may make its network interfaces",
  needs: (stack) =>
    stack
      .ofType(types.function)
      .filter((fn) => {
        const subnets = fn.get("vpcConfig", "subnetIds").list();
        return subnets.state === "known" && subnets.value.length > 0;
      })
      .map((fn) => ({
        owner: fn,
        what: "vpcConfig",
        holder: fn,
        role: fn.get("role"),
        actions: [["ec2:CreateNetworkInterface"], ["ec2:DescribeNetworkInterfaces"], ["ec2:DeleteNetworkInterface"]],
        arn: anyArn,
      })),
  refused: true,
  because: "Lambda refuses such a function",
  page: `${guide}/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions`,
};

const schedules: Rights = {
  rule: "scheduler-target",
  title: "A schedule's role may call its target",
  needs: (stack) =>
    stack
      .ofType(types.schedule)
      .flatMap((owner) => toSend(stack, owner, owner.get("target", "arn"), own(owner, "target", "roleArn"))),
  refused: false,
  because: "no run ever starts",
  page: `${guide}/scheduler/latest/UserGuide/setting-up.html#setting-up-execution-role`,
};

const pipes: Rights = {
  rule: "pipes-role",
  title: "A pipe's role may read its source and send to its target",
  needs: (stack) =>
    stack
      .ofType(types.pipe)
      .flatMap((owner) => [
        ...toRead(stack, owner, owner.get("source"), own(owner, "roleArn")),
        ...toSend(stack, owner, owner.get("target"), own(owner, "roleArn")),
        ...toSend(stack, owner, owner.get("enrichment"), own(owner, "roleArn")),
      ]),
  refused: false,
  because: "nothing passes the pipe",
  page: `${guide}/eventbridge/latest/userguide/eb-pipes-permissions.html`,
};

const targets: Rights = {
  rule: "eventbridge-target",
  title: "The role of a rule's target may call it",
  needs: (stack) =>
    stack.ofType(types.eventTarget).flatMap((owner) => toSend(stack, owner, owner.get("arn"), own(owner, "roleArn"))),
  refused: false,
  because: "no event ever gets there",
  page: `${guide}/eventbridge/latest/userguide/eb-use-identity-based.html`,
};

/** What one role may not do of what a resource needs of it, and whether a part of that is not known. */
interface Lack {
  readonly owner: Resource;
  readonly role: Resource;
  readonly missing: Set<string>;
  isOpen: boolean;
}

/** One answer for a resource and a role, however many joins it is for. */
function check(stack: Graph, all: readonly (Need | Unread)[], because: string): Verdict {
  const lacks = new Map<string, Lack>();
  const unread: Verdict[] = [];
  for (const need of all) {
    if ("unread" in need) {
      unread.push(notEvaluated(need.owner, need.unread));
      continue;
    }
    const reference = stack.refer(need.holder, need.role, types.role);
    // None is another rule's matter; one of another stack cannot be read.
    for (const role of reference.state === "resolved" ? reference.to : []) {
      const key = `${need.owner.urn} ${role.urn}`;
      const lack = lacks.get(key) ?? { owner: need.owner, role, missing: new Set(), isOpen: false };
      lacks.set(key, lack);
      const answers = need.actions.map((group) => [group, mayDo(stack, role, group, need)] as const);
      const missing = answers.filter(([, answer]) => answer === "no").map(([group]) => group.join(" or "));
      if (missing.length > 0) lack.missing.add(`${need.what} needs ${missing.join(", ")}`);
      if (answers.some(([, answer]) => answer === "unknown")) lack.isOpen = true;
    }
  }
  return [
    ...unread.flat(),
    ...[...lacks.values()].flatMap(({ owner, role, missing, isOpen }): Verdict => {
      if (missing.size > 0) {
        return violated(owner, `${[...missing].join("; ")}, which ${role.label} may not do: ${because}`);
      }
      return isOpen ? notEvaluated(owner, `what ${role.label} may do`) : holds;
    }),
  ];
}

function rightsRule({ rule, title, needs, refused, because, page }: Rights): StackRule {
  return {
    scope: "stack",
    id: `${rule}-rights`,
    title,
    severity: "high",
    ...groundedLevel(refused),
    controls: [wellArchitected("SEC03-BP02")],
    fix: "Allow the actions that the message names, on the ARN, in a policy of the role.",
    page,
    check: async (stack) => check(stack, await needs(stack), because),
  };
}

/** A rule for each kind of join that a role of the program has to have the rights for. */
export const roleRights: readonly StackRule[] = [
  eventSources,
  destinations,
  networks,
  schedules,
  pipes,
  targets,
  ...stateMachineRights,
  ...bucketRights,
  ...callRights,
  ...logRights,
].map(rightsRule);
