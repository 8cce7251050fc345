import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { requiredRule } from "../../setting";

export const apigatewayHttpAccessLogs = requiredRule({
  id: "apigateway-http-access-logs",
  title: "A stage of an HTTP or WebSocket API logs who called what, and what came of it",
  severity: "medium",
  level: "mandatory",
  controls: [
    securityHub("APIGateway.9", "Access logging should be configured for API Gateway V2 Stages"),
    wellArchitected("SEC04-BP01"),
  ],
  fix: "Set accessLogSettings.destinationArn to a log group's ARN, and format to JSON of $context values.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html",
  type: types.httpStage,
  property: ["accessLogSettings", "destinationArn"],
  because: "nothing tells who called, nor why a call failed",
});
