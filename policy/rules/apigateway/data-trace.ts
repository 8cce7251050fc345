import { wellArchitected } from "../../controls";
import { types } from "../../resource";
import { settingRule } from "../../setting";

export const apigatewayDataTrace = settingRule({
  id: "apigateway-data-trace",
  title: "Bodies and tokens of requests are not logged",
  severity: "high",
  level: "mandatory",
  controls: [wellArchitected("SEC08-BP04")],
  fix: "Set settings.dataTraceEnabled to false; the access log tells who called what.",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
  type: types.apiMethodSettings,
  property: ["settings", "dataTraceEnabled"],
  takes: [false],
  unset: false,
  because: "whole requests and answers, personal data included, are written to CloudWatch Logs",
});
