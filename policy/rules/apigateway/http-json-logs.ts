import { types } from "../../resource";
import { jsonLogRule } from "./accessLogFormat";

export const apigatewayHttpJsonLogs = jsonLogRule("apigateway-http-json-logs", types.httpStage);
