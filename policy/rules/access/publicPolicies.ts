import { type Graph } from "../../frame/graph";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { statements } from "../../readings/iam";
import { describeOpening, findOpenings } from "../../readings/public";
import { type ResourcePolicies, resourcePolicies } from "./resourcePolicies";

/** What else restricts access when a policy does not, by the service of the rule. */
const guards: Readonly<Record<string, (stack: Graph, owner: Resource) => boolean>> = {
  s3: (stack, owner) => restrictsPublicBuckets(stack, owner),
  opensearch: (stack, owner) => findDomains(stack, owner).some((domain) => isInVpcOrHasUsers(domain)),
};

function publicPolicyRule({ service, subject, holders, controls = [], page }: ResourcePolicies): StackRule {
  return {
    scope: "stack",
    id: `${service}-public-policy`,
    title: `No policy of ${/^[aeiou]/i.test(subject) ? "an" : "a"} ${subject} allows public access`,
    severity: "critical",
    level: "mandatory",
    ground: "open",
    controls,
    fix: "Name the accounts, roles or services as Principal, or add a condition on aws:SourceArn or aws:PrincipalOrgID.",
    page,
    check: (stack) =>
      holders.flatMap(({ type, property }) =>
        stack.ofType(type).flatMap((owner) => check(stack, owner, property, guards[service])),
      ),
  };
}

function check(
  stack: Graph,
  owner: Resource,
  path: readonly string[],
  guarded: ((stack: Graph, owner: Resource) => boolean) | undefined,
): Verdict {
  const property = owner.get(...path);
  const document = statements(property);
  if (document.state === "absent" || owner.leavesToAws(property)) return holds;
  if (document.state !== "known") return notEvaluated(owner, property.name);
  const openings = findOpenings(document.value);
  if (openings.length === 0 || guarded?.(stack, owner)) return holds;
  const certain = openings.find(({ answer }) => answer === "yes");
  return certain
    ? violated(owner, `its policy ${describeOpening(certain)}`)
    : notEvaluated(owner, `${property.name} (a condition)`);
}

/** S3 accepts a public policy unless a block refuses it, and it has no effect if public buckets are restricted. */
function restrictsPublicBuckets(stack: Graph, owner: Resource): boolean {
  const buckets = owner.type === types.bucket ? [owner] : stack.resolve(owner, owner.get("bucket"), types.bucket);
  const blocks = [
    ...stack.ofType(types.accountPublicAccessBlock),
    ...buckets.flatMap((bucket) => stack.pointingAt(bucket, types.bucketPublicAccessBlock, "bucket").linked),
  ];
  const isOn = (block: Resource, name: string): boolean => {
    const flag = block.get(name).flag();
    return flag.state === "known" && flag.value;
  };
  return blocks.some((block) => isOn(block, "restrictPublicBuckets") && !isOn(block, "blockPublicPolicy"));
}

const domainTypes = ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"];

function findDomains(stack: Graph, owner: Resource): readonly Resource[] {
  if (domainTypes.includes(owner.type)) return [owner];
  return domainTypes.flatMap((type) => stack.resolve(owner, owner.get("domainName"), type));
}

/** In a VPC the security groups decide; with fine-grained access control, the users of the domain. */
function isInVpcOrHasUsers(domain: Resource): boolean {
  const users = domain.get("advancedSecurityOptions", "enabled").flag();
  return domain.get("vpcOptions").any().state !== "absent" || (users.state === "known" && users.value);
}

export const publicPolicies: readonly StackRule[] = resourcePolicies.map(publicPolicyRule);
