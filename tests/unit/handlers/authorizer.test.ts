import { type Statement } from "aws-lambda";
import fc from "fast-check";
import assert from "node:assert/strict";

import { policyFor, type Rights } from "../../../handlers/authorizer/policy";
import { covers, overlap, routePattern, toArnPattern } from "../../../handlers/authorizer/routes";
import { type Rule, settingsSchema } from "../../../handlers/authorizer/settings";
import { bearerToken } from "../../../handlers/authorizer/token";
import { readEnvironment } from "../../../handlers/environment";

const stage = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3/prod";
const rule = (route: string, needs: Partial<Rule> = {}): Rule => ({ route, scopes: [], groups: [], ...needs });
const glob = (pattern: string) =>
  new RegExp(`^${pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", ".*")}$`);

/** What IAM makes of the policy: a denial wins, and silence is a denial. */
function allows(rules: readonly Rule[], rights: Rights, request: string): boolean {
  const statements = policyFor(`${stage}/GET/any`, rules, rights).Statement as (Statement & { Resource: string[] })[];
  const effects = statements
    .filter(({ Resource }) => Resource.some((arn) => glob(arn).test(`${stage}/${request.replace(" ", "")}`)))
    .map(({ Effect }) => Effect);
  return effects.includes("Allow") && !effects.includes("Deny");
}

const nobody: Rights = { scopes: [], groups: [] };

describe("the policy of a token", () => {
  it("allows the routes whose scope or group the token has, and none besides", () => {
    const rules = [
      rule("GET /users/{id}", { scopes: ["read", "admin"] }),
      rule("POST /users", { scopes: ["write"] }),
      rule("DELETE /users/{id}", { scopes: ["write"], groups: ["admins"] }),
      rule("GET /"),
    ];
    const reader = { scopes: ["read"], groups: [] };
    assert.ok(allows(rules, reader, "GET /users/1"));
    assert.ok(allows(rules, reader, "GET /"));
    assert.ok(!allows(rules, reader, "POST /users"));
    const writer = { scopes: ["write"], groups: [] };
    assert.ok(allows(rules, writer, "POST /users"));
    assert.ok(!allows(rules, writer, "DELETE /users/1"));
    assert.ok(allows(rules, { scopes: ["write"], groups: ["admins"] }, "DELETE /users/1"));
    assert.ok(!allows(rules, { scopes: [], groups: ["admins"] }, "DELETE /users/1"));
    assert.ok(!allows(rules, { scopes: ["read", "write"], groups: ["admins"] }, "GET /secrets"));
  });

  it("is for this stage of this API alone, and denies all of it to a token without rights", () => {
    assert.deepEqual(policyFor(`${stage}/GET/a`, [rule("GET /a", { groups: ["admins"] })], nobody), {
      Version: "2012-10-17",
      Statement: [{ Effect: "Deny", Action: "execute-api:Invoke", Resource: [`${stage}/*`] }],
    });
  });

  it("a parameter opens nothing below it that needs more", () => {
    const rules = [rule("GET /users/{id}"), rule("GET /users/{id}/orders", { groups: ["admins"] })];
    assert.ok(allows(rules, nobody, "GET /users/1"));
    assert.ok(!allows(rules, nobody, "GET /users/1/orders"));
    assert.ok(allows(rules, { scopes: [], groups: ["admins"] }, "GET /users/1/orders"));
  });

  it("a route that is refused does not close a narrower one that is open", () => {
    const rules = [rule("GET /users/{id}", { groups: ["admins"] }), rule("GET /users/me")];
    assert.ok(allows(rules, nobody, "GET /users/me"));
    assert.ok(!allows(rules, nobody, "GET /users/1"));
  });

  const segment = fc.constantFrom("users", "me", "orders", "{id}", "{n}");
  const path = fc.array(segment, { maxLength: 4 }).map((segments) => `/${segments.join("/")}`);
  const method = fc.constantFrom("GET", "POST", "ANY");
  const needs = fc.subarray(["a", "b"]);
  const rules = fc.uniqueArray(
    fc.record({ method, path, scopes: needs, groups: needs }).map(({ method, path, ...rest }) => ({
      route: `${method} ${path}`,
      ...rest,
    })),
    // API Gateway itself takes no two paths that differ in their parameters' names only.
    { minLength: 1, maxLength: 6, selector: ({ route }) => toArnPattern(route) },
  );
  const rights = fc.record({ scopes: needs, groups: needs });
  const request = fc
    .tuple(fc.constantFrom("GET", "POST"), fc.array(fc.constantFrom("users", "me", "orders", "7"), { maxLength: 5 }))
    .map(([verb, segments]) => `${verb} /${segments.join("/")}`);

  /** The rule of the route that API Gateway takes for a request: early literal segments first, then the method's own. */
  function served(all: readonly Rule[], wanted: string): Rule | undefined {
    const [verb, target = ""] = wanted.split(" ");
    const rank = ({ route }: Rule): string => {
      const [on, template = ""] = route.split(" ");
      const segments = template.split("/").map((part) => (part.startsWith("{") ? "1" : "0"));
      return segments.join("") + (on === "ANY" ? "1" : "0");
    };
    const candidates = all.filter(({ route }) => {
      const [on, template = ""] = route.split(" ");
      const shape = new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`);
      return (on === "ANY" || on === verb) && shape.test(target);
    });
    return candidates.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0];
  }
  const met = ({ scopes, groups }: Rule, held: Rights): boolean =>
    (scopes.length === 0 || scopes.some((one) => held.scopes.includes(one))) &&
    (groups.length === 0 || groups.some((one) => held.groups.includes(one)));

  it("never opens a route whose rule the token does not meet, whatever other rules there are", () => {
    fc.assert(
      fc.property(rules, rights, request, (all, held, wanted) => {
        const route = served(all, wanted);
        if (route && !met(route, held)) assert.ok(!allows(all, held, wanted), `${wanted} by ${route.route}`);
      }),
      { numRuns: 20_000 },
    );
  }).timeout(30_000);

  it("opens every route to a token that meets all rules", () => {
    fc.assert(
      fc.property(rules, request, (all, wanted) => {
        if (served(all, wanted)) assert.ok(allows(all, { scopes: ["a", "b"], groups: ["a", "b"] }, wanted));
      }),
      { numRuns: 1_000 },
    );
  });

  it("patterns overlap where some text is one of both, and cover where all texts are", () => {
    const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 5 });
    const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 6 });
    fc.assert(
      fc.property(pattern, pattern, text, (one, other, sample) => {
        const [inOne, inOther] = [glob(one).test(sample), glob(other).test(sample)];
        if (inOne && inOther) assert.ok(overlap(one, other));
        if (covers(one, other) && inOther) assert.ok(inOne);
        assert.equal(overlap(one, other), overlap(other, one));
      }),
      { numRuns: 5_000 },
    );
    assert.ok(!overlap("GET/users/*", "POST/users/*"));
  });
});

describe("the routes of an authorizer", () => {
  for (const route of ["GET /", "ANY /{proxy+}", "DELETE /users/{id}/orders", "GET /v1.2/~me"]) {
    it(`"${route}" is one`, () => assert.match(route, routePattern));
  }
  for (const route of ["/users", "GET users", "get /users", "GET /users/*", "GET /a?b", "GET /a//b", "GET /a/"]) {
    it(`"${route}" is none`, () => assert.doesNotMatch(route, routePattern));
  }
});

describe("the environment of the authorizer", () => {
  const environment = { USER_POOL_ID: "eu-west-1_AbC123", CLIENT_IDS: '["app"]', RULES: '[{"route":"GET /"}]' };

  it("takes access tokens unless it is told otherwise", () => {
    assert.equal(readEnvironment(settingsSchema, environment).TOKEN_USE, "access");
  });
  for (const [what, variables, message] of [
    ["no rule at all", { RULES: "[]" }, /RULES/],
    ["no client", { CLIENT_IDS: "[]" }, /CLIENT_IDS/],
    ["a wildcard of one's own", { RULES: '[{"route":"GET /*"}]' }, /RULES\.0\.route/],
    ["a misspelt key", { RULES: '[{"route":"GET /","scope":["a"]}]' }, /RULES\.0.*scope/],
    ["a route with two rules", { RULES: '[{"route":"GET /"},{"route":"GET /"}]' }, /listed twice/],
    [
      "scopes of ID tokens",
      { TOKEN_USE: "id", RULES: '[{"route":"GET /","scopes":["a"]}]' },
      /an ID token has no scopes/,
    ],
  ] as const) {
    it(`${what} is refused`, () => {
      assert.throws(() => readEnvironment(settingsSchema, { ...environment, ...variables }), message);
    });
  }
});

describe("the token of a request", () => {
  const token = "aaa.bbb-_1.ccc";
  const request = (headers: Record<string, string>, multiValueHeaders?: Record<string, string[]>) =>
    bearerToken({ type: "REQUEST", headers, multiValueHeaders } as unknown as Parameters<typeof bearerToken>[0]);

  it("is found in both kinds of event, whatever the case", () => {
    const event = { type: "TOKEN", authorizationToken: `Bearer ${token}`, methodArn: stage } as const;
    assert.equal(bearerToken(event), token);
    assert.equal(request({ authorization: `bearer ${token}` }), token);
    assert.equal(request({ Authorization: `Bearer ${token}` }, { Authorization: [`Bearer ${token}`] }), token);
  });
  it("is not taken from two headers, from another scheme, or without one", () => {
    assert.equal(request({}, { authorization: [`Bearer ${token}`, "Bearer x.y.z"] }), undefined);
    assert.equal(request({ authorization: `Bearer ${token}`, Authorization: "Bearer x.y.z" }), undefined);
    for (const value of [token, `Basic ${token}`, "Bearer", "Bearer a.b", `Bearer ${token} x`, ""]) {
      assert.equal(request({ authorization: value }), undefined, value);
    }
    assert.equal(request({}), undefined);
  });
});
