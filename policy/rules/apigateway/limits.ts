import { limits } from "../../../limits";
import { characters, elements, rangeRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { childrenRule } from "../shared/children";

const streamTimeout = { ...limits.apigateway.integrationTimeout, max: 900_000 };

/** Numbers kept within AWS's limits, one row each. */
export const limitRows: readonly Rule[] = [
  rangeRule({
    id: "apigateway-authorizer-ttl",
    type: types.apiAuthorizer,
    property: ["authorizerResultTtlInSeconds"],
    limit: limits.apigateway.authorizerTtl,
    fix: "Set 0 (no cache) to 3,600 s.",
  }),
  childrenRule({
    id: "apigateway-authorizers",
    type: types.restApi,
    children: [[types.apiAuthorizer, "restApi"]],
    limit: limits.apigateway.authorizers,
    fix: "Let routes share authorizers, or have the quota raised.",
  }),
  /** Above the account's own limit a method's means nothing. */
  rangeRule({
    id: "apigateway-burst-limit",
    level: "advisory",
    type: types.apiMethodSettings,
    property: ["settings", "throttlingBurstLimit"],
    limit: { ...limits.apigateway.burstLimit, min: 0 },
    fix: 'Set at most the account\'s requests at once, or have the quota raised and set limits["apigateway.burstLimit"].',
    severity: "medium",
    unset: [-1],
  }),
  rangeRule({
    id: "apigateway-http-authorizer-ttl",
    type: types.httpAuthorizer,
    property: ["authorizerResultTtlInSeconds"],
    limit: limits.apigateway.authorizerTtl,
    fix: "Set 0 (no cache) to 3,600 s.",
  }),
  childrenRule({
    id: "apigateway-http-authorizers",
    type: types.httpApi,
    children: [[types.httpAuthorizer, "apiId"]],
    limit: limits.apigateway.httpAuthorizers,
    fix: "Let routes share authorizers, or have the quota raised.",
  }),
  rangeRule({
    id: "apigateway-http-integration-timeout",
    type: types.httpIntegration,
    property: ["timeoutMilliseconds"],
    limit: limits.apigateway.httpIntegrationTimeout,
    fix: "Set 50 to 30,000 ms, or answer 202 and finish asynchronously.",
  }),
  childrenRule({
    id: "apigateway-http-routes",
    type: types.httpApi,
    children: [[types.httpRoute, "apiId"]],
    limit: limits.apigateway.httpRoutes,
    fix: "Use a {proxy+} route, split the API, or have the quota raised.",
  }),
  rangeRule({
    id: "apigateway-http-stage-variables",
    type: types.httpStage,
    property: ["stageVariables"],
    measure: elements,
    limit: limits.apigateway.stageVariables,
    fix: "Keep settings in SSM Parameter Store or in the environment of the functions.",
    headroom: true,
  }),
  childrenRule({
    id: "apigateway-http-stages",
    type: types.httpApi,
    children: [[types.httpStage, "apiId"]],
    limit: limits.apigateway.httpStages,
    fix: "Make one stack for each environment, or have the quota raised.",
  }),
  rangeRule({
    id: "apigateway-integration-timeout",
    type: types.apiIntegration,
    property: ["timeoutMilliseconds"],
    limit: limits.apigateway.integrationTimeout,
    // A response that is streamed may take 15 minutes.
    limitOf: (integration) => {
      const mode = integration.get("responseTransferMode").text();
      return mode.state === "known" && mode.value === "STREAM" ? streamTimeout : undefined;
    },
    fix: "Set 50 to 29,000 ms, answer 202 and finish asynchronously, or have the quota raised (regional and private APIs).",
  }),
  rangeRule({
    id: "apigateway-policy-size",
    type: types.restApiPolicy,
    property: ["policy"],
    measure: characters,
    limit: limits.apigateway.policyCharacters,
    fix: 'Name ranges of addresses instead of single ones, or have the quota raised and set limits["apigateway.policyCharacters"].',
    headroom: true,
  }),
  childrenRule({
    id: "apigateway-resources",
    type: types.restApi,
    children: [[types.apiResource, "restApi"]],
    limit: limits.apigateway.resources,
    fix: "Use a {proxy+} resource, split the API, or have the quota raised.",
  }),
  rangeRule({
    id: "apigateway-stage-variables",
    type: types.apiStage,
    property: ["variables"],
    measure: elements,
    limit: limits.apigateway.stageVariables,
    fix: "Keep settings in SSM Parameter Store or in the environment of the functions.",
    headroom: true,
  }),
  childrenRule({
    id: "apigateway-stages",
    type: types.restApi,
    children: [[types.apiStage, "restApi"]],
    limit: limits.apigateway.stages,
    fix: "Make one stack for each environment, or have the quota raised.",
  }),
];
