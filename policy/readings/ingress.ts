import { type Graph } from "../frame/graph";
import { type Property } from "../frame/known";
import { type Resource } from "../frame/resource";
import { strings } from "./iam";

/** What lets traffic in: where it stands, and the names of its properties. */
export interface Ingress {
  readonly owner: Resource;
  readonly rule: Property;
  readonly sources: readonly string[];
  readonly protocol: string;
}

/** The types of security groups, which may hold their rules themselves. */
export const groupTypes: readonly string[] = [
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
];
const ruleType = "aws:ec2/securityGroupRule:SecurityGroupRule";
const ingressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const egressType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

const older = { sources: ["cidrBlocks", "ipv6CidrBlocks"], protocol: "protocol" };
const newer = { sources: ["cidrIpv4", "cidrIpv6"], protocol: "ipProtocol" };

function inline(owner: Resource): readonly Ingress[] {
  const list = owner.get("ingress").list();
  return (list.state === "known" ? list.value : []).map((rule) => ({ owner, rule, ...older }));
}

function isIngress(owner: Resource): boolean {
  const type = owner.get("type").text();
  return owner.type === ingressType || (type.state === "known" && type.value === "ingress");
}

const separate = (owner: Resource): Ingress => ({
  owner,
  rule: owner.properties,
  ...(owner.type === ingressType ? newer : older),
});

/** Every rule of a stack that lets traffic in. */
export function allIngress(stack: Graph): readonly Ingress[] {
  return [
    ...groupTypes.flatMap((type) => stack.ofType(type)).flatMap(inline),
    ...[ruleType, ingressType]
      .flatMap((type) => stack.ofType(type))
      .filter(isIngress)
      .map(separate),
  ];
}

/** The rules of one security group that let traffic in. */
export function ingressOf(stack: Graph, group: Resource): readonly Ingress[] {
  const linked = [ruleType, ingressType].flatMap((type) => stack.pointingAt(group, type, "securityGroupId").linked);
  return [...inline(group), ...linked.filter(isIngress).map(separate)];
}

/** The group that a rule is of: the one that holds it, or that it names. */
export function findGroups(stack: Graph, { owner }: Ingress): readonly Resource[] {
  if (groupTypes.includes(owner.type)) return [owner];
  return groupTypes.flatMap((type) => stack.resolve(owner, owner.get("securityGroupId"), type));
}

/** What nobody logs in to, by its type: it answers by protocols of its own, whatever a group lets through. */
const withoutLogin =
  /^aws:(alb\/loadBalancer|lb\/loadBalancer|elb\/loadBalancer|lambda\/function|rds\/\w+|elasticache\/\w+|efs\/mountTarget|ec2\/vpcEndpoint):/;

function hasNoLogin(user: Resource): boolean {
  if (user.type !== "aws:ecs/service:Service") return withoutLogin.test(user.type);
  const launchType = user.get("launchType").text();
  return launchType.state === "known" && launchType.value === "FARGATE";
}

/** The resources that a group is given to, by the group's URN. */
export function findGroupUsers(stack: Graph): ReadonlyMap<string, readonly Resource[]> {
  const users = new Map<string, Resource[]>();
  const groups = new Set(groupTypes.flatMap((type) => stack.ofType(type)).map(({ urn }) => urn));
  for (const user of groups.size > 0 ? stack.resources : []) {
    if ([...groupTypes, ruleType, ingressType, egressType].includes(user.type)) continue;
    const named = new Set(user.madeFrom.flatMap((property) => user.listSources(property)));
    for (const urn of named) if (groups.has(urn)) users.set(urn, [...(users.get(urn) ?? []), user]);
  }
  return users;
}

/** Whether all that uses these groups, and something does, has no login by SSH or Remote Desktop. */
export function serveNoLogin(groups: readonly Resource[], users: ReadonlyMap<string, readonly Resource[]>): boolean {
  const all = groups.flatMap(({ urn }) => users.get(urn) ?? []);
  return all.length > 0 && all.every(hasNoLogin);
}

/** The addresses of everybody that a rule lets in, if it does. */
export function everybodyIn({ rule, sources }: Ingress): string | undefined {
  return sources
    .flatMap((name) => strings(rule.at(name))?.known ?? [])
    .find((cidr) => /^(0\.0\.0\.0|::)\/0$/.test(cidr));
}

/** Whether a rule lets TCP through to a port; without one, to any. */
export function reaches({ rule, protocol }: Ingress, port: number | undefined): boolean {
  const kind = rule.at(protocol).any();
  if (kind.state !== "known") return false;
  if (/^(-1|all)$/i.test(String(kind.value))) return true;
  if (!/^(tcp|6)$/i.test(String(kind.value))) return false;
  const from = rule.at("fromPort").number();
  const to = rule.at("toPort").number();
  return (
    port === undefined || (from.state === "known" && to.state === "known" && from.value <= port && port <= to.value)
  );
}
