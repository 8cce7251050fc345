import { type Graph } from "../frame/graph";
import { type Statement, statements } from "./iam";
import { type Property } from "../frame/known";
import { type Resource, types } from "../frame/resource";

/** One document that gives a role its permissions. */
export interface Grant {
  /** The resource that holds the document. */
  readonly owner: Resource;
  readonly document: Property;
}

/** What gives a role its permissions, as far as the stack shows. */
export interface Permissions {
  readonly grants: readonly Grant[];
  /** ARNs of policies that are not of the stack, such as those that AWS manages. */
  readonly managed: readonly string[];
  /** Whether something cannot be resolved yet. */
  readonly open: boolean;
}

/** Collects inline, separate and attached policies of a role. */
export function readPermissions(stack: Graph, role: Resource): Permissions {
  const inline = list(role.get("inlinePolicies")).map((each) => ({ owner: role, document: each.at("policy") }));
  const separate = stack.pointingAt(role, types.rolePolicy, "role");
  const attachments = stack.pointingAt(role, types.rolePolicyAttachment, "role");
  const references = [
    ...list(role.get("managedPolicyArns")).map((arn) => stack.refer(role, arn, types.policy)),
    ...attachments.linked.map((each) => stack.refer(each, each.get("policyArn"), types.policy)),
  ];
  const attached = references.flatMap((each) => (each.state === "resolved" ? each.to : []));
  const documents = [...separate.linked, ...attached].map((owner) => ({ owner, document: owner.get("policy") }));
  return {
    grants: [...inline.filter(({ document }) => document.any().state !== "absent"), ...documents],
    managed: references.flatMap((each) => (each.state === "external" ? [each.value] : [])),
    open: separate.unresolved || attachments.unresolved || references.some((each) => each.state === "unresolved"),
  };
}

/** The statements of grants that can be read, each with its owner, and whether some cannot. */
export function readable(grants: readonly Grant[]): {
  readonly all: readonly (readonly [Statement, Grant])[];
  readonly open: boolean;
} {
  const readings = grants.map((grant) => [statements(grant.document), grant] as const);
  return {
    all: readings.flatMap(([reading, grant]) =>
      reading.state === "known" ? reading.value.map((statement) => [statement, grant] as const) : [],
    ),
    open: readings.some(([reading]) => reading.state !== "known"),
  };
}

function list(property: Property): readonly Property[] {
  const elements = property.list();
  return elements.state === "known" ? elements.value : [];
}
