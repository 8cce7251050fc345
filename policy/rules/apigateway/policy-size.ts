import { limits } from "../../../limits";
import { type Reading } from "../../frame/known";
import { characters, limitRule } from "../../frame/range";
import { type Resource, types } from "../../frame/resource";
import { readDocument } from "./operations";

/** The characters of the policy that an API has in its own arguments or in its OpenAPI document. */
function ownPolicy(api: Resource): Reading<number> {
  const own = characters.of(api.get("policy"));
  if (own.state !== "absent") return own;
  const body = readDocument(api);
  if (body.state !== "known") return { state: "absent" };
  const inBody = body.value.at("x-amazon-apigateway-policy").target();
  return inBody.state === "known" ? { state: "known", value: JSON.stringify(inBody.value).length } : inBody;
}

export const apigatewayApiPolicySize = limitRule({
  id: "apigateway-api-policy-size",
  limit: limits.apigateway.policyCharacters,
  fix: 'Name ranges of addresses instead of single ones, or have the quota raised and set limits["apigateway.policyCharacters"].',
  type: types.restApi,
  measure: (api) => ({ what: "length of policy", used: ownPolicy(api) }),
});
