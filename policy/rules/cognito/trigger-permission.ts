import { wellArchitected } from "../../frame/controls";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { mayInvoke } from "../../readings/wiring";
import { cognitoTriggers } from "./triggers";

export const cognitoTriggerPermission: StackRule = {
  scope: "stack",
  id: "cognito-trigger-permission",
  title: "A user pool has permission to invoke its triggers",
  severity: "high",
  level: "advisory",
  controls: [wellArchitected("SEC03-BP02")],
  fix: "Make a Permission with principal cognito-idp.amazonaws.com and the user pool's ARN as sourceArn.",
  page: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html",
  check: (stack) =>
    cognitoTriggers(stack).flatMap(({ pool, name, functions, qualifier }) =>
      functions.flatMap((fn): Verdict => {
        const answer = mayInvoke(stack, { service: "cognito-idp.amazonaws.com", source: pool }, fn, qualifier);
        if (answer === "yes") return holds;
        return answer === "no"
          ? violated(pool, `${name} is ${fn.label}, which Cognito may not invoke: sign-ups or sign-ins fail`)
          : notEvaluated(pool, `who may invoke ${fn.label}`);
      }),
    ),
};
