import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

export const lambdaUrlAuth: ResourceRule = {
  scope: "resource",
  type: types.functionUrl,
  id: "lambda-url-auth",
  title: "A function URL requires IAM credentials",
  severity: "high",
  level: "mandatory",
  ground: "open",
  controls: [wellArchitected("SEC03-BP07")],
  fix: "Set authorizationType to AWS_IAM, or put an API with an authorizer in front.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html",
  check(url) {
    const auth = url.get("authorizationType").text();
    if (auth.state === "unknown") return notEvaluated(url, "authorizationType");
    return auth.state === "known" && auth.value === "NONE"
      ? violated(url, "authorizationType is NONE: anyone on the internet may call the function")
      : holds;
  },
};
