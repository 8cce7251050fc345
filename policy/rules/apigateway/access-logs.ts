import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { requiredRule } from "../../setting";

export const apigatewayAccessLogs = requiredRule({
  id: "apigateway-access-logs",
  title: "A stage of a REST API logs who called what, and what came of it",
  severity: "medium",
  level: "mandatory",
  controls: [
    securityHub("APIGateway.1", "API Gateway REST and WebSocket API execution logging should be enabled"),
    wellArchitected("SEC04-BP01"),
  ],
  fix: "Set accessLogSettings.destinationArn to a log group's ARN, and format to JSON of $context values.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
  type: types.apiStage,
  property: ["accessLogSettings", "destinationArn"],
  because: "nothing tells who called, nor why a call failed",
});
