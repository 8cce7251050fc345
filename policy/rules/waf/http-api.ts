import { wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { each, holds, notEvaluated, type StackRule, violated } from "../../frame/rule";

const refused = "it names an HTTP API; WAF takes stages of REST APIs only";

export const wafHttpApi: StackRule = {
  scope: "stack",
  id: "waf-http-api",
  title: "A web ACL is not associated with an HTTP API, which does not support it",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("SEC05-BP03")],
  fix: "Use a REST API, or put CloudFront with the web ACL in front of the HTTP API.",
  page: "https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html",
  check: each(types.webAclAssociation, (stack, association) => {
    const arn = association.get("resourceArn");
    const text = arn.text();
    const http = [types.httpStage, types.httpApi].flatMap((type) => stack.sources(association, arn, type));
    if (text.state === "known") {
      return /^arn:[^:]*:apigateway:[^:]*::\/apis\//.test(text.value) ? violated(association, refused) : holds;
    }
    if (http.length > 0) return violated(association, refused);
    return association.listSources("resourceArn").length > 0 ? holds : notEvaluated(association, "resourceArn");
  }),
};
