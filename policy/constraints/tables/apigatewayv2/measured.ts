import { page } from "../pages";
import { type TypeRows } from "../../schema";

const route = { apiId: "a1b2c3d4e5", routeKey: "GET /orders", authorizationScopes: ["orders"] };

/** API Gateway v2: what routes of HTTP APIs are authorized by. */
export const apigatewayv2Measured: readonly TypeRows[] = [
  {
    type: "aws:apigatewayv2/route:Route",
    source: page("apigateway/latest/developerguide/http-api-jwt-authorizer"),
    rows: [
      {
        at: "",
        fact: "authorizationScopes go with authorizationType JWT",
        when: { authorizationScopes: { minItems: 1 } },
        required: ["authorizationType"],
        properties: { authorizationType: { const: "JWT" } },
        good: { ...route, authorizationType: "JWT", authorizerId: "a1b2c3" },
        bad: { ...route, authorizationType: "AWS_IAM" },
      },
    ],
  },
];
