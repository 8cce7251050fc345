import { wellArchitected } from "../../frame/controls";
import { type Property } from "../../frame/known";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

/** A rule that the access log of a kind of stage is JSON. */
export function jsonLogRule(id: string, type: string): ResourceRule {
  return {
    scope: "resource",
    id,
    title: "The access log of a stage is in JSON",
    severity: "low",
    level: "advisory",
    controls: [wellArchitected("OPS04-BP02")],
    fix: 'Write the format as JSON, for example {"requestId":"$context.requestId","status":"$context.status"}.',
    page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
    type,
    check(stage) {
      const format = stage.get("accessLogSettings", "format");
      const text = format.text();
      if (text.state === "absent") return holds;
      if (text.state !== "known") return notEvaluated(stage, format.name);
      return isObject(format, text.value)
        ? holds
        : violated(stage, `${format.name} is not JSON: CloudWatch Logs Insights cannot query its fields`);
    },
  };
}

/** Whether a format is a JSON object; a variable that stands for a number may stand without quotes. */
function isObject(property: Property, format: string): boolean {
  try {
    const quoted = format.replace(/([:[,]\s*)(\$context\.[\w.-]+)/g, '$1"$2"');
    return property.parsed(quoted).entries().state === "known";
  } catch {
    return false;
  }
}
