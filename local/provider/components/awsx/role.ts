import { type Properties, unknownValue } from "../../frame/values";
import { type Children } from "../children";
import { type Registered } from "../monitor";
import { sha1 } from "../names";
import { atMostOne } from "./given";

interface GivenRole extends Properties {
  skip?: boolean;
  roleArn?: unknown;
  args?: Properties & { policyArns?: unknown };
}

const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Action: "sts:AssumeRole", Principal: { Service: "ecs-tasks.amazonaws.com" }, Effect: "Allow", Sid: "" },
  ],
});

/** The role that is given, a new one that tasks may assume, or none. */
export async function makeRole(
  parts: Children,
  name: string,
  given: GivenRole = {},
  usualPolicies: string[] = [],
): Promise<{ role?: Registered; arn?: unknown }> {
  atMostOne(given, "roleArn", "args");
  if (given.skip) return {};
  if (given.roleArn !== undefined) return { arn: given.roleArn };
  const { policyArns = usualPolicies, assumeRolePolicy = trust, ...own } = given.args ?? {};
  const role = await parts.make("aws:iam/role:Role", name, {
    ...own,
    assumeRolePolicy: typeof assumeRolePolicy === "string" ? assumeRolePolicy : JSON.stringify(assumeRolePolicy),
  });
  for (const policyArn of Array.isArray(policyArns) ? (policyArns as unknown[]) : []) {
    await parts.make(
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      `${name}-${sha1(String(policyArn))}`,
      { role: role.outputs.name ?? role.id, policyArn },
      { sources: { role: [role] } },
    );
  }
  return { role, arn: role.outputs.arn ?? unknownValue };
}
