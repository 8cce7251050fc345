import { wellArchitected } from "../../controls";
import { types } from "../../resource";
import { requiredRule } from "../../setting";

export const apigatewayHttpThrottling = requiredRule({
  id: "apigateway-http-throttling",
  title: "A stage of an HTTP or WebSocket API has a throttle of its own",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("REL05-BP02")],
  fix: "Set defaultRouteSettings.throttlingRateLimit and throttlingBurstLimit.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html",
  type: types.httpStage,
  property: ["defaultRouteSettings", "throttlingRateLimit"],
  because: "one caller can use up the requests of all APIs of the account",
});
