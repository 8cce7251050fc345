import { securityHub, wellArchitected } from "../../frame/controls";
import { type Property } from "../../frame/known";
import { type Resource } from "../../frame/resource";
import { holds, type StackRule, type Verdict, violated } from "../../frame/rule";
import { strings } from "../../readings/iam";

/** What lets traffic in: where it stands, and the names of its properties. */
interface Ingress {
  readonly owner: Resource;
  readonly rule: Property;
  readonly sources: readonly string[];
  readonly protocol: string;
}

const groupTypes = ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"];
const ruleType = "aws:ec2/securityGroupRule:SecurityGroupRule";
const ingressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

/** The ports by which people log in: SSH and Remote Desktop. */
const ports: readonly (readonly [port: number, name: string])[] = [
  [22, "SSH"],
  [3389, "Remote Desktop"],
];

function isEverybody(cidr: string): boolean {
  return /^(0\.0\.0\.0|::)\/0$/.test(cidr);
}

function check({ owner, rule, sources, protocol }: Ingress): Verdict {
  const open = sources.flatMap((name) => strings(rule.at(name))?.known ?? []).filter(isEverybody);
  if (open.length === 0) return holds;
  const kind = rule.at(protocol).any();
  const every = kind.state === "known" && String(kind.value) === "-1";
  if (!every && !(kind.state === "known" && /^(tcp|6)$/i.test(String(kind.value)))) return holds;
  const from = rule.at("fromPort").number();
  const to = rule.at("toPort").number();
  const reached = ports.filter(
    ([port]) => every || (from.state === "known" && to.state === "known" && from.value <= port && port <= to.value),
  );
  if (reached.length === 0) return holds;
  const where = rule.name === "" ? "it" : rule.name;
  return violated(
    owner,
    `${where} lets ${open[0]} reach ${reached.map(([port, name]) => `${name} (port ${port})`).join(" and ")}`,
  );
}

export const ec2RemoteAccess: StackRule = {
  scope: "stack",
  id: "ec2-remote-access",
  title: "No security group allows remote access from the whole internet",
  severity: "high",
  level: "mandatory",
  ground: "open",
  controls: [
    securityHub("EC2.13", "Security groups should not allow ingress from 0.0.0.0/0 or ::/0 to port 22"),
    securityHub("EC2.14", "Security groups should not allow ingress from 0.0.0.0/0 or ::/0 to port 3389"),
    wellArchitected("SEC05-BP02"),
  ],
  fix: "Use Session Manager, or name the addresses that may log in.",
  page: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  check(stack) {
    const inline = groupTypes.flatMap((type) =>
      stack.ofType(type).flatMap((owner) => {
        const list = owner.get("ingress").list();
        const rules = list.state === "known" ? list.value : [];
        return rules.map((rule) => ({ owner, rule, sources: ["cidrBlocks", "ipv6CidrBlocks"], protocol: "protocol" }));
      }),
    );
    const separate = stack
      .ofType(ruleType)
      .filter((owner) => {
        const type = owner.get("type").text();
        return type.state === "known" && type.value === "ingress";
      })
      .map((owner) => ({
        owner,
        rule: owner.properties,
        sources: ["cidrBlocks", "ipv6CidrBlocks"],
        protocol: "protocol",
      }));
    const newer = stack.ofType(ingressType).map((owner) => ({
      owner,
      rule: owner.properties,
      sources: ["cidrIpv4", "cidrIpv6"],
      protocol: "ipProtocol",
    }));
    return [...inline, ...separate, ...newer].flatMap(check);
  },
};
