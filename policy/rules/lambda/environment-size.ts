import { limits } from "../../limits";
import { limitRule } from "../../range";
import { types } from "../../resource";

export const lambdaEnvironmentSize = limitRule({
  id: "lambda-environment-size",
  title: "A function's environment variables take at most 4 KB together",
  fix: "Move large values to SSM Parameter Store or AppConfig and pass their names.",
  limit: limits.lambda.environmentBytes,
  type: types.function,
  measure(fn) {
    const what = "environment";
    const variables = fn.get("environment", "variables").entries();
    if (variables.state === "unknown") return { what: "environment.variables", used: variables };
    if (variables.state !== "known") return { what, used: variables };
    const texts = variables.value.map(([name, property]) => [name, property.text()] as const);
    // The service measures the JSON text of the variables.
    const known = texts.map(([name, text]) => [name, text.state === "known" ? text.value : ""] as const);
    return {
      what,
      used: { state: "known", value: Buffer.byteLength(JSON.stringify(Object.fromEntries(known))) },
      lacks: texts.some(([, text]) => text.state === "unknown") ? "environment.variables" : undefined,
    };
  },
});
