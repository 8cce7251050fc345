/** What a verified token allows, as the policy that API Gateway applies, and keeps for the token's next requests. */
import { type PolicyDocument, type Statement } from "aws-lambda";

import { covers, overlap, toArnPattern } from "./routes";
import { type Rule } from "./settings";

/** What of a token decides. */
export interface Rights {
  scopes: readonly string[];
  groups: readonly string[];
}

const statement = (Effect: "Allow" | "Deny", resources: string[]): Statement => ({
  Effect,
  Action: "execute-api:Invoke",
  Resource: resources,
});

const meets = (needed: readonly string[], held: readonly string[]): boolean =>
  needed.length === 0 || needed.some((name) => held.includes(name));

/**
 * The least policy for the rights: the routes whose rules they meet, in this stage of this API. It is about all routes,
 * since API Gateway keeps it: one for the requested route alone would refuse the next request.
 *
 * A route that is refused is denied where an allowed one would let it through: `GET /users/{id}` is `GET/users/*` in a
 * policy, which would open `GET /users/{id}/orders`. One that is wider than an allowed one needs no denial.
 */
export function policyFor(methodArn: string, rules: readonly Rule[], { scopes, groups }: Rights): PolicyDocument {
  const stage = /^arn:[^:]+:execute-api:[^:]*:[^:]*:[^/]+\/[^/]+/.exec(methodArn)?.[0];
  if (stage === undefined) throw new Error(`${methodArn} is not the ARN of a method`);
  const allowed: string[] = [];
  const refused: string[] = [];
  for (const rule of rules) {
    const met = meets(rule.scopes, scopes) && meets(rule.groups, groups);
    (met ? allowed : refused).push(toArnPattern(rule.route));
  }
  const denied = refused.filter((pattern) =>
    allowed.some((open) => overlap(open, pattern) && (covers(open, pattern) || !covers(pattern, open))),
  );
  const arns = (patterns: string[]) => patterns.map((pattern) => `${stage}/${pattern}`);
  const statements = allowed.length > 0 ? [statement("Allow", arns(allowed))] : [statement("Deny", [`${stage}/*`])];
  if (denied.length > 0) statements.push(statement("Deny", arns(denied)));
  return { Version: "2012-10-17", Statement: statements };
}
