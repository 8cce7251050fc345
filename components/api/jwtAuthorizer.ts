import * as pulumi from "@pulumi/pulumi";
import { Check } from "../core/check";
import { component } from "../core/component";
import { withDefaults } from "../core/defaults";
import { NodeFunction, ownHandler } from "../function/nodeFunction";
import { type JwtAuthorizerArgs, jwtAuthorizerDefaults } from "./jwtAuthorizerArgs";
import { jwtAuthorizerProblems } from "./jwtAuthorizerCheck";

/**
 * A Lambda authorizer for REST APIs, of type TOKEN or REQUEST: it verifies tokens of a user pool and returns a
 * least-privilege policy for their scopes and groups. Routes without a rule stay closed.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
 */
@component
export class JwtAuthorizer extends pulumi.ComponentResource {
  readonly function: NodeFunction;

  constructor(name: string, args: JwtAuthorizerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:identity:JwtAuthorizer", name, {}, opts);
    new Check("JwtAuthorizer", name).args(args, jwtAuthorizerProblems).done();
    const { userPoolId, clientIds, tokenUse, rules, ...settings } = withDefaults(jwtAuthorizerDefaults, args);
    this.function = new NodeFunction(
      name,
      {
        ...settings,
        description: "Verifies tokens and says what they allow",
        entry: ownHandler("authorizer"),
        environment: {
          USER_POOL_ID: userPoolId,
          CLIENT_IDS: pulumi.jsonStringify(clientIds),
          TOKEN_USE: tokenUse,
          RULES: JSON.stringify(rules),
        },
      },
      { parent: this },
    );
    this.registerOutputs({ functionName: this.function.functionName });
  }
}
