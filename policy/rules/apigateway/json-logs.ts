import { types } from "../../resource";
import { jsonLogRule } from "./accessLogFormat";

export const apigatewayJsonLogs = jsonLogRule("apigateway-json-logs", types.apiStage);
