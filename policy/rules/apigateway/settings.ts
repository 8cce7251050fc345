import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { requiredRule, settingRule } from "../../frame/setting";
import { readDocument } from "./operations";
import { corsRule } from "../shared/cors";
import { jsonLogRule } from "./accessLogFormat";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  requiredRule({
    id: "apigateway-access-logs",
    title: "A stage of a REST API has an access log",
    severity: "medium",
    level: "advisory",
    controls: [
      securityHub("APIGateway.1", "API Gateway REST and WebSocket API execution logging should be enabled"),
      wellArchitected("SEC04-BP01"),
    ],
    fix: "Set accessLogSettings.destinationArn to a log group's ARN, and format to JSON of $context values.",
    page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
    type: types.apiStage,
    property: ["accessLogSettings", "destinationArn"],
    because: "there is no record of who called the API and why a call failed",
  }),
  settingRule({
    id: "apigateway-cache-encryption",
    title: "The cache of a stage is encrypted",
    severity: "medium",
    level: "advisory",
    controls: [
      securityHub("APIGateway.5", "API Gateway REST API cache data should be encrypted at rest"),
      wellArchitected("SEC08-BP02"),
    ],
    fix: "Set settings.cacheDataEncrypted to true.",
    page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
    type: types.apiMethodSettings,
    property: ["settings", "cacheDataEncrypted"],
    takes: [true],
    unset: false,
    because: "cached responses are stored unencrypted",
    only: (settings) => {
      const enabled = settings.get("settings", "cachingEnabled").flag();
      return enabled.state === "absent" ? { state: "known", value: false } : enabled;
    },
  }),
  settingRule({
    id: "apigateway-data-trace",
    title: "Request bodies and tokens are not logged",
    severity: "high",
    level: "advisory",
    controls: [wellArchitected("SEC08-BP04")],
    fix: "Set settings.dataTraceEnabled to false; the access log records who called what.",
    page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
    type: types.apiMethodSettings,
    property: ["settings", "dataTraceEnabled"],
    takes: [false],
    unset: false,
    because: "whole requests and responses, personal data included, are written to CloudWatch Logs",
  }),
  requiredRule({
    id: "apigateway-http-access-logs",
    title: "A stage of an HTTP or WebSocket API has an access log",
    severity: "medium",
    level: "advisory",
    controls: [
      securityHub("APIGateway.9", "Access logging should be configured for API Gateway V2 Stages"),
      wellArchitected("SEC04-BP01"),
    ],
    fix: "Set accessLogSettings.destinationArn to a log group's ARN, and format to JSON of $context values.",
    page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html",
    type: types.httpStage,
    property: ["accessLogSettings", "destinationArn"],
    because: "there is no record of who called the API and why a call failed",
  }),
  corsRule({
    id: "apigateway-http-cors",
    title: "Pages of any origin cannot call an HTTP API with a user's credentials",
    page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html",
    type: types.httpApi,
    property: "corsConfiguration",
    elsewhere(api) {
      const document = readDocument(api);
      return document.state === "known" ? document.value.at("x-amazon-apigateway-cors") : undefined;
    },
  }),
  jsonLogRule("apigateway-http-json-logs", types.httpStage),
  requiredRule({
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
  }),
  jsonLogRule("apigateway-json-logs", types.apiStage),
  settingRule({
    id: "apigateway-tls",
    title: "A custom domain requires TLS 1.2 or later",
    severity: "medium",
    level: "advisory",
    controls: [wellArchitected("SEC09-BP02")],
    fix: "Set securityPolicy to TLS_1_2, or to one of the SecurityPolicy_TLS13 policies.",
    page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html",
    type: types.apiDomain,
    property: ["securityPolicy"],
    refuses: ["TLS_1_0"],
    because: "clients can connect over TLS 1.0, which is insecure",
  }),
  settingRule({
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
    because: "traces begin at the function, without the latency of the API",
  }),
];
