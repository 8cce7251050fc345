import { readQualifier } from "../../frame/functionName";
import { type Graph } from "../../frame/graph";
import { type Property } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";

/** A function that a user pool calls. */
export interface CognitoTrigger {
  readonly pool: Resource;
  /** For example `lambdaConfig.preSignUp`. */
  readonly name: string;
  readonly functions: readonly Resource[];
  /** The version or alias of it, empty for none; `undefined` where it is not known. */
  readonly qualifier: string | undefined;
}

const single = [
  "createAuthChallenge",
  "customMessage",
  "defineAuthChallenge",
  "postAuthentication",
  "postConfirmation",
  "preAuthentication",
  "preSignUp",
  "preTokenGeneration",
  "userMigration",
  "verifyAuthChallengeResponse",
];
const versioned = ["customEmailSender", "customSmsSender", "preTokenGenerationConfig"];

/** The functions of the stack that its user pools call. While ARNs are unknown, a pool's functions cannot be distinguished. */
export function cognitoTriggers(stack: Graph): readonly CognitoTrigger[] {
  return stack.ofType(types.userPool).flatMap((pool) => {
    const config = pool.get("lambdaConfig");
    const properties: Property[] = [
      ...single.map((name) => config.at(name)),
      ...versioned.map((name) => config.at(name, "lambdaArn")),
    ];
    const found = properties.flatMap((property): CognitoTrigger[] => {
      if (pool.leavesToAws(property)) return [];
      const functions = stack.functions(pool, property);
      return functions.state === "resolved"
        ? [{ pool, name: property.name, functions: functions.to, qualifier: readQualifier(property) }]
        : [];
    });
    const seen = new Set<Resource>();
    return found.flatMap((trigger) => {
      const functions = trigger.functions.filter((fn) => !seen.has(fn));
      functions.forEach((fn) => seen.add(fn));
      return functions.length > 0 ? [{ ...trigger, functions }] : [];
    });
  });
}
