import { securityHub, wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const apigatewayTracing = settingRule({
  id: "apigateway-tracing",
  title: "A stage is traced by X-Ray",
  severity: "low",
  level: "advisory",
  controls: [
    securityHub("APIGateway.3", "API Gateway REST API stages should have AWS X-Ray tracing enabled"),
    wellArchitected("OPS04-BP05"),
  ],
  fix: "Set xrayTracingEnabled to true.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html",
  type: types.apiStage,
  property: ["xrayTracingEnabled"],
  takes: [true],
  unset: false,
  because: "traces begin at the function, without what the API itself took",
});
