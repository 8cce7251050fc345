import { type Graph, type Reference } from "../frame/graph";
import { type Statement, statements } from "./iam";
import { type Property, valueOr } from "../frame/known";
import { type Resource, types } from "../frame/resource";

/** One document that gives a principal its permissions. */
export interface Grant {
  /** The resource that holds the document. */
  readonly owner: Resource;
  readonly document: Property;
}

/** A policy that a resource attaches by its ARN. */
interface Attachment {
  /** The resource that attaches it. */
  readonly by: Resource;
  readonly arn: Property;
  /** The role, user or group that gets it, where the stack shows one. */
  readonly to?: Resource | undefined;
}

/** What gives a principal its permissions, as far as the stack shows. */
export interface Permissions {
  readonly grants: readonly Grant[];
  /** ARNs of policies that are not of the stack, such as those that AWS manages. */
  readonly managed: readonly string[];
  /** Whether something cannot be resolved yet. */
  readonly open: boolean;
}

/** How policies reach one kind of principal: inline, by resources of their own, and by lists of all of them. */
interface Ways {
  readonly type: string;
  /** The property that names the principal in the types below. */
  readonly property: string;
  readonly separate: string;
  readonly attachment: string;
  readonly exclusive: string;
  /** The property of a PolicyAttachment that lists such principals. */
  readonly listed: string;
}

const kinds: readonly Ways[] = [
  {
    type: types.role,
    property: "role",
    separate: types.rolePolicy,
    attachment: types.rolePolicyAttachment,
    exclusive: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
    listed: "roles",
  },
  {
    type: types.user,
    property: "user",
    separate: types.userPolicy,
    attachment: types.userPolicyAttachment,
    exclusive: "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
    listed: "users",
  },
  {
    type: types.group,
    property: "group",
    separate: types.groupPolicy,
    attachment: types.groupPolicyAttachment,
    exclusive: "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
    listed: "groups",
  },
];

const readBefore = new WeakMap<Graph, Map<string, Permissions>>();

/** The permissions of a principal, collected once a stack: every join that a role serves asks for them. */
export function readPermissions(stack: Graph, principal: Resource): Permissions {
  const before = readBefore.get(stack) ?? new Map<string, Permissions>();
  readBefore.set(stack, before);
  let permissions = before.get(principal.urn);
  if (!permissions) before.set(principal.urn, (permissions = collect(stack, principal)));
  return permissions;
}

/** Collects inline, separate, attached and listed policies of a role, user or group; a user has those of its groups. */
function collect(stack: Graph, principal: Resource): Permissions {
  const ways = kinds.find(({ type }) => type === principal.type);
  if (!ways) return { grants: [], managed: [], open: false };
  const name = types.user === principal.type ? readGroups(stack, principal) : { groups: [], open: false };
  const inherited = name.groups.map((group) => readPermissions(stack, group));
  const own = readOwn(stack, principal, ways);
  return {
    grants: [...own.grants, ...inherited.flatMap(({ grants }) => grants)],
    managed: [...own.managed, ...inherited.flatMap(({ managed }) => managed)],
    open: own.open || name.open || inherited.some(({ open }) => open),
  };
}

function readOwn(stack: Graph, principal: Resource, ways: Ways): Permissions {
  const separate = stack.pointingAt(principal, ways.separate, ways.property);
  const attachments = stack.pointingAt(principal, ways.attachment, ways.property);
  const exclusive = stack.pointingAt(principal, ways.exclusive, `${ways.property}Name`);
  const shared = readShared(stack, principal, ways);
  const references: readonly Reference[] = [
    ...valueOr(principal.get("managedPolicyArns").list(), []).map((arn) => stack.refer(principal, arn, types.policy)),
    ...[...attachments.linked, ...shared.linked].map((each) => stack.refer(each, each.get("policyArn"), types.policy)),
    ...exclusive.linked.flatMap((each) =>
      valueOr(each.get("policyArns").list(), []).map((arn) => stack.refer(each, arn, types.policy)),
    ),
  ];
  const attached = references.flatMap((each) => (each.state === "resolved" ? each.to : []));
  const documents = [...separate.linked, ...new Set(attached)].map((owner) => ({
    owner,
    document: owner.get("policy"),
  }));
  return {
    grants: [...inlineGrants(principal), ...documents],
    managed: references.flatMap((each) => (each.state === "external" ? [each.value] : [])),
    open:
      separate.unresolved ||
      attachments.unresolved ||
      exclusive.unresolved ||
      shared.open ||
      references.some((each) => each.state === "unresolved"),
  };
}

/** Lists of principals, by the URN of each that is in one; and whether a list has one that cannot be resolved yet. */
interface Listings {
  readonly byUrn: ReadonlyMap<string, readonly Resource[]>;
  readonly open: boolean;
}

const listingsBefore = new WeakMap<Graph, Map<string, Listings>>();

/** The resources of a type that list principals in a property: PolicyAttachments, and memberships of groups. */
function listings(stack: Graph, holder: string, property: string, type: string): Listings {
  const before = listingsBefore.get(stack) ?? new Map<string, Listings>();
  listingsBefore.set(stack, before);
  const key = `${holder} ${property}`;
  const known = before.get(key);
  if (known) return known;
  const byUrn = new Map<string, Resource[]>();
  let open = false;
  for (const each of stack.ofType(holder)) {
    const references = valueOr(each.get(property).list(), []).map((listed) => stack.refer(each, listed, type));
    if (references.some(({ state }) => state === "unresolved")) open = true;
    const listed = new Set(references.flatMap((reference) => (reference.state === "resolved" ? reference.to : [])));
    for (const { urn } of listed) {
      const holders = byUrn.get(urn);
      if (holders) holders.push(each);
      else byUrn.set(urn, [each]);
    }
  }
  const made = { byUrn, open };
  before.set(key, made);
  return made;
}

/** The PolicyAttachments, each for several principals, that list this one. */
function readShared(stack: Graph, principal: Resource, { listed, type }: Ways) {
  const { byUrn, open } = listings(stack, types.policyAttachment, listed, type);
  return { linked: byUrn.get(principal.urn) ?? [], open };
}

function readGroups(stack: Graph, user: Resource): { readonly groups: readonly Resource[]; readonly open: boolean } {
  const references: Reference[] = [];
  for (const membership of stack.pointingAt(user, "aws:iam/userGroupMembership:UserGroupMembership", "user").linked) {
    references.push(
      ...valueOr(membership.get("groups").list(), []).map((each) => stack.refer(membership, each, types.group)),
    );
  }
  const memberships = listings(stack, "aws:iam/groupMembership:GroupMembership", "users", types.user).byUrn;
  for (const membership of memberships.get(user.urn) ?? []) {
    references.push(stack.refer(membership, membership.get("group"), types.group));
  }
  return {
    groups: references.flatMap((each) => (each.state === "resolved" ? each.to : [])),
    open: references.some(({ state }) => state === "unresolved"),
  };
}

/** The documents of an argument that holds them all: `inlinePolicies` of a role. */
function inlineGrants(principal: Resource): readonly Grant[] {
  return valueOr(principal.get("inlinePolicies").list(), [])
    .map((each) => ({ owner: principal, document: each.at("policy") }))
    .filter(({ document }) => document.any().state !== "absent");
}

/** Every document of a stack that gives permissions to somebody, attached or not. */
export function findGrants(stack: Graph): readonly Grant[] {
  const holders: readonly (readonly [type: string, property: string])[] = [
    ...kinds.map(({ separate }) => [separate, "policy"] as const),
    [types.policy, "policy"],
    ["aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", "inlinePolicy"],
  ];
  const limiting = findBoundaries(stack);
  const separate = holders.flatMap(([type, property]) =>
    stack
      .ofType(type)
      .filter((owner) => !limiting.has(owner))
      .map((owner) => ({ owner, document: owner.get(property) })),
  );
  return [
    ...separate.filter(({ document }) => document.any().state !== "absent"),
    ...stack.ofType(types.role).flatMap(inlineGrants),
  ];
}

/** The policies that only limit what others allow: those of permissions boundaries which are attached to nobody. */
function findBoundaries(stack: Graph): ReadonlySet<Resource> {
  const limiting = new Set(
    [...stack.ofType(types.role), ...stack.ofType(types.user)].flatMap((principal) =>
      stack.resolve(principal, principal.get("permissionsBoundary"), types.policy),
    ),
  );
  if (limiting.size === 0) return limiting;
  for (const { by, arn } of findAttachments(stack)) {
    for (const attached of stack.resolve(by, arn, types.policy)) limiting.delete(attached);
  }
  return limiting;
}

/** Every attachment of a policy by its ARN, whatever attaches it to whom. */
export function findAttachments(stack: Graph): readonly Attachment[] {
  const sso = "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment";
  const to = (by: Resource, property: string, type: string) => stack.resolve(by, by.get(property), type)[0];
  const listed = (by: Resource, property: string, principal: Resource | undefined): readonly Attachment[] =>
    valueOr(by.get(property).list(), []).map((arn) => ({ by, arn, to: principal }));
  return [
    ...kinds.flatMap(({ attachment, property, type }) =>
      stack.ofType(attachment).map((by) => ({ by, arn: by.get("policyArn"), to: to(by, property, type) })),
    ),
    ...kinds.flatMap(({ exclusive, property, type }) =>
      stack.ofType(exclusive).flatMap((by) => listed(by, "policyArns", to(by, `${property}Name`, type))),
    ),
    ...stack.ofType(types.policyAttachment).map((by) => ({ by, arn: by.get("policyArn") })),
    ...stack.ofType(sso).map((by) => ({ by, arn: by.get("managedPolicyArn") })),
    ...stack.ofType(types.role).flatMap((by) => listed(by, "managedPolicyArns", by)),
  ];
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
