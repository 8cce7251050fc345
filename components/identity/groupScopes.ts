import * as pulumi from "@pulumi/pulumi";
import { Check, type Problem, Problems } from "../core/check";
import { component } from "../core/component";
import { withDefaults } from "../core/defaults";
import { NodeFunction, ownHandler } from "../function/nodeFunction";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";

/** Arguments of {@link GroupScopes}. */
export interface GroupScopesArgs extends PatternFunctionArgs {
  /** Scopes for the members of each group, for example `{ admins: ["shop/read", "shop/write"] }`. */
  groups: Record<string, string[]>;
}

/** Defaults of the trigger's arguments; Cognito gives up after five seconds. */
export const groupScopesDefaults = { timeoutSeconds: 5, memoryMb: 256 };

/** Problems with the trigger's arguments. */
export function groupScopesProblems(args: GroupScopesArgs): Problem[] {
  const { groups, timeoutSeconds } = withDefaults(groupScopesDefaults, args);
  const problems = new Problems().that(
    timeoutSeconds <= 5,
    "timeoutSeconds",
    timeoutSeconds,
    "Cognito waits for 5 seconds: give 1 to 5",
  );
  for (const [group, scopes] of Object.entries(groups)) {
    problems.that(
      scopes.length > 0 && scopes.every((scope) => /^\S+\/[^\s/]+$/.test(scope)),
      `groups.${group}`,
      scopes,
      "give one scope or more, each as IDENTIFIER/SCOPE of a resource server",
    );
  }
  return problems.list;
}

/**
 * Adds scopes to the access tokens of group members, as `triggers.preTokenGeneration` of a user pool. Without it, only
 * Cognito's sign-in pages grant custom scopes; apps that sign users in by the API get none.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
@component
export class GroupScopes extends pulumi.ComponentResource {
  readonly function: NodeFunction;

  constructor(name: string, args: GroupScopesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:identity:GroupScopes", name, {}, opts);
    const { groups, ...settings } = withDefaults(groupScopesDefaults, args);
    new Check("GroupScopes", name).args(args, groupScopesProblems).done();
    this.function = new NodeFunction(
      name,
      {
        ...settings,
        description: "Scopes in the tokens of members of groups",
        entry: ownHandler("token-scopes"),
        environment: { GROUP_SCOPES: JSON.stringify(groups) },
      },
      { parent: this },
    );
    this.registerOutputs({ functionName: this.function.functionName });
  }
}
