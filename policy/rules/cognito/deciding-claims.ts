import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Resource } from "../../frame/resource";
import { advised, holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { strings } from "../../readings/iam";
import { standardAttribute } from "./custom-attributes";
import { type ClaimPool, type DecidingClaim, decidingClaims, findClaimPool } from "./decidingClaims";

/** Standard attributes that no client can write. */
const setByCognito = /^(sub|email_verified|phone_number_verified)$/;

const isAttribute = (claim: string): boolean =>
  claim.startsWith("custom:") || (standardAttribute.test(claim) && !setByCognito.test(claim));

/** Whether an attribute keeps the value that an administrator gave it when the user was made. */
function isFixed(pool: Resource, attribute: string): boolean {
  const alone = pool.get("adminCreateUserConfig", "allowAdminCreateUserOnly").flag();
  const schemas = pool.get("schemas").list();
  if (alone.state !== "known" || !alone.value || schemas.state !== "known") return false;
  const name = attribute.replace(/^custom:/, "");
  return schemas.value.some((schema) => {
    const [of, mutable] = [schema.at("name").text(), schema.at("mutable").flag()];
    return of.state === "known" && of.value === name && mutable.state === "known" && !mutable.value;
  });
}

function judgeClient(client: Resource, { owner, claim }: DecidingClaim, attribute: string): Verdict {
  const written = strings(client.get("writeAttributes"));
  const is = `${claim.name} is ${attribute}`;
  if (written?.known.includes(attribute)) return violated(owner, `${is}, which users change through ${client.label}`);
  if (written) return written.unknown ? notEvaluated(client, "writeAttributes") : holds;
  const says = `${is}, and ${client.label} has no writeAttributes: users change `;
  // Cognito's API reference says so of the standard attributes only, the reference of the CDK of custom ones too.
  return attribute.startsWith("custom:")
    ? advised(owner, `${says}custom attributes too, by AWS's reference of the CDK`)
    : violated(owner, `${says}every standard attribute`);
}

function judge(stack: Graph, deciding: DecidingClaim): Verdict {
  const { owner, claim } = deciding;
  const name = claim.text();
  if (name.state === "absent") return holds;
  if (name.state !== "known") return notEvaluated(owner, claim.name);
  const found: ClaimPool | undefined = findClaimPool(stack, deciding);
  if (!found) return holds;
  if (name.value === "nonce") {
    return violated(owner, `${claim.name} is nonce, which is what an app wrote into its own request to sign in`);
  }
  if (!isAttribute(name.value) || found.pools.some((pool) => isFixed(pool, name.value))) return holds;
  return [
    ...found.clients.flatMap((client) => judgeClient(client, deciding, name.value)),
    ...(found.open ? notEvaluated(owner, `the clients of the user pool of ${claim.name}`) : holds),
  ];
}

export const cognitoDecidingClaims: StackRule = {
  scope: "stack",
  id: "cognito-deciding-claims",
  title: "Claims that become principal tags or choose roles are written by no user",
  severity: "critical",
  level: "mandatory",
  ground: "open",
  controls: [wellArchitected("SEC03-BP02"), wellArchitected("SEC03-BP07")],
  fix: "Give every client of the user pool writeAttributes without the attribute, or take a claim that users cannot write, such as sub.",
  page: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html",
  check: (stack) => decidingClaims(stack).flatMap((deciding) => judge(stack, deciding)),
};
