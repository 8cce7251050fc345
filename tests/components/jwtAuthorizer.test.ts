import assert from "node:assert/strict";
import { ArgumentError, JwtAuthorizer, type JwtAuthorizerArgs, TokenUse, UserPool } from "../../components";
import { settingsSchema } from "../../handlers/authorizer/settings";
import { readEnvironment } from "../../handlers/environment";
import { declare, one } from "./deploy";

const rules = [
  { route: "GET /orders/{id}", scopes: ["orders/read"] },
  { route: "ANY /{proxy+}", groups: ["admins"] },
];

describe("JwtAuthorizer (under Pulumi's mocks)", () => {
  it("its function finds the pool, the apps and the rules in an environment that it understands", async () => {
    const declared = await declare(() => {
      const users = new UserPool("users", { clients: [{ name: "app" }] });
      return new JwtAuthorizer("authorizer", {
        userPoolId: users.userPoolId.apply(() => "eu-west-1_AbC123"),
        clientIds: [users.client("app").id],
        rules,
      });
    });
    const { environment, timeout } = one(declared, "aws:lambda/function:Function", "authorizer") as {
      environment: { variables: NodeJS.ProcessEnv };
      timeout: number;
    };
    assert.equal(timeout, 5);
    const { USER_POOL_ID, CLIENT_IDS, TOKEN_USE, RULES } = readEnvironment(settingsSchema, environment.variables);
    assert.deepEqual([USER_POOL_ID, CLIENT_IDS, TOKEN_USE], ["eu-west-1_AbC123", ["users-app-id"], "access"]);
    assert.deepEqual(RULES, [
      { route: "GET /orders/{id}", scopes: ["orders/read"], groups: [] },
      { route: "ANY /{proxy+}", scopes: [], groups: ["admins"] },
    ]);
  });

  const refusals: [string, Partial<JwtAuthorizerArgs>, string][] = [
    ["no rule", { rules: [] }, "rules.length is 0"],
    ["no app", { clientIds: [] }, "clientIds is []"],
    ["an app without an id", { clientIds: [""] }, 'clientIds is ""'],
    ["what is no user pool's id", { userPoolId: "users" }, 'userPoolId is "users"'],
    ["a scope without a name", { rules: [{ route: "GET /", scopes: [""] }] }, "leave out empty names"],
    ["a method that there is not", { rules: [{ route: "FETCH /" }] }, 'rules is "FETCH /"'],
    ["a wildcard of one's own", { rules: [{ route: "GET /*" }] }, 'rules is "GET /*"'],
    ["two slashes in a row", { rules: [{ route: "GET /a//b" }] }, 'rules is "GET /a//b"'],
    ["a greedy parameter before the end", { rules: [{ route: "GET /{a+}/b" }] }, 'rules is "GET /{a+}/b"'],
    ["half a segment as a parameter", { rules: [{ route: "GET /v{id}" }] }, 'rules is "GET /v{id}"'],
    [
      "one route by two names of its parameter",
      { rules: [{ route: "GET /{a}" }, { route: "GET /{b}" }] },
      "this route has two rules",
    ],
    ["a route with two rules", { rules: [{ route: "GET /" }, { route: "GET /" }] }, "this route has two rules"],
    ["scopes of ID tokens", { tokenUse: TokenUse.Id }, "an ID token has none"],
  ];
  for (const [what, args, part] of refusals) {
    it(`refuses ${what} before anything is made`, () =>
      assert.rejects(
        declare(
          () => new JwtAuthorizer("authorizer", { userPoolId: "eu-west-1_AbC123", clientIds: ["app"], rules, ...args }),
        ),
        (error: unknown) => {
          assert.ok(error instanceof ArgumentError);
          assert.ok(
            error.message.includes(`JwtAuthorizer "authorizer": `) && error.message.includes(part),
            error.message,
          );
          return true;
        },
      ));
  }
});
