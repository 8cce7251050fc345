import assert from "node:assert/strict";
import { findCaller, type Event, readRoute } from "../../../handlers/users/event";

const rest = (requestContext: object): Event =>
  ({ httpMethod: "GET", resource: "/users/{id}", requestContext: { identity: {}, ...requestContext } }) as Event;
const http = (authorizer?: object): Event =>
  ({ version: "2.0", routeKey: "GET /users/{id}", requestContext: { authorizer } }) as unknown as Event;

describe("a request of a REST API and of an HTTP API", () => {
  it("names the same route", () => {
    assert.equal(readRoute(rest({})), "GET /users/{id}");
    assert.equal(readRoute(http()), "GET /users/{id}");
  });

  it("names its caller by token, by Lambda authorizer or by signature", () => {
    const arn = "arn:aws:iam::123456789012:user/ada";
    for (const [event, caller] of [
      [rest({ authorizer: { claims: { sub: "ada" } } }), "ada"],
      [rest({ authorizer: { principalId: "ada" } }), "ada"],
      [rest({ identity: { userArn: arn } }), arn],
      [rest({ identity: { userArn: arn, cognitoIdentityId: "eu-west-1:1" } }), "eu-west-1:1"],
      [rest({ identity: { userArn: arn, cognitoIdentityId: null } }), arn],
      [rest({}), "anonymous"],
      [http({ iam: { userArn: arn, cognitoIdentity: { identityId: "eu-west-1:1" } } }), "eu-west-1:1"],
      [http({ iam: { userArn: arn, cognitoIdentity: null } }), arn],
      [http({ lambda: { sub: "ada" } }), "ada"],
      [http({ jwt: { claims: { sub: "ada", client_id: "app" }, scopes: [] } }), "ada"],
      [http({ lambda: { principalId: "ada" } }), "ada"],
      [http({ lambda: null }), "anonymous"],
      [http({ iam: { userArn: arn } }), arn],
      [http(), "anonymous"],
    ] as const) {
      assert.equal(findCaller(event), caller, JSON.stringify(event));
    }
  });
});
