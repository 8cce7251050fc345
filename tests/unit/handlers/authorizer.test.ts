import { type Statement } from "aws-lambda";
import fc from "fast-check";
import assert from "node:assert/strict";

import { isAllowed, policyFor, type Rights } from "../../../handlers/authorizer/policy";
import { routeMethods, routePattern } from "../../../limits/routes";
import { type Rule, settingsSchema } from "../../../handlers/authorizer/settings";
import { bearerToken } from "../../../handlers/authorizer/token";
import { readEnvironment } from "../../../handlers/environment";

const stage = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3/prod";
const rule = (route: string, needs: Partial<Rule> = {}): Rule => ({ route, scopes: [], groups: [], ...needs });
const formatArn = (request: string): string => `${stage}/${request.replace(" ", "")}`;
const glob = (pattern: string) =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
    "s",
  );

/** What IAM makes of the policy that was made for `kept`, for another request of its token: a denial wins, silence is one. */
function allows(rules: readonly Rule[], rights: Rights, request: string, kept = request): boolean {
  const statements = policyFor(formatArn(kept), rules, rights).Statement as (Statement & { Resource: string[] })[];
  const effects = statements
    .filter(({ Resource }) => Resource.some((arn) => glob(arn).test(formatArn(request))))
    .map(({ Effect }) => Effect);
  return effects.includes("Allow") && !effects.includes("Deny");
}

/** A model of API Gateway: its tree of resources, walked from the root, text before parameter before the rest of a path. */
function servedBy(rules: readonly Rule[], request: string): Rule | undefined {
  const [method = "", path = ""] = request.split(" ");
  const walk = (left: string[], at: string): Rule | undefined => {
    const children = [...new Set(rules.map(({ route }) => route.split(" ")[1] ?? ""))]
      .filter((template) => template.startsWith(at))
      .map((template) => template.slice(at.length).split("/")[0] ?? "");
    const [segment, ...rest] = left;
    if (segment === undefined) return findRule(rules, method, at.slice(0, -1) || "/");
    const wanted = [segment, ...children.filter((child) => /^\{[^+]*\}$/.test(child) && segment !== "")];
    for (const child of wanted.filter((name) => children.includes(name) && name !== "")) {
      const found = walk(rest, `${at}${child}/`);
      if (found) return found;
    }
    const greedy = children.find((child) => child.endsWith("+}"));
    return greedy && left.join("/") !== "" ? findRule(rules, method, at + greedy) : undefined;
  };
  return walk(path === "/" ? [] : path.slice(1).split("/"), "/");
}
const findRule = (rules: readonly Rule[], method: string, path: string): Rule | undefined =>
  rules.find(({ route }) => route === `${method} ${path}`) ?? rules.find(({ route }) => route === `ANY ${path}`);

const meets = ({ scopes, groups }: Rule, held: Rights): boolean =>
  (scopes.length === 0 || scopes.some((one) => held.scopes.includes(one))) &&
  (groups.length === 0 || groups.some((one) => held.groups.includes(one)));

const nobody: Rights = { scopes: [], groups: [] };

describe("the policy of a token", () => {
  it("allows the routes whose scope or group the token has, and none besides, whichever request it was made for", () => {
    const rules = [
      rule("GET /users/{id}", { scopes: ["read", "admin"] }),
      rule("POST /users", { scopes: ["write"] }),
      rule("DELETE /users/{id}", { scopes: ["write"], groups: ["admins"] }),
      rule("GET /"),
    ];
    for (const kept of ["GET /users/1", "POST /users", "DELETE /users/1", "GET /", "GET /secrets", "PUT /users/1"]) {
      const reader = { scopes: ["read"], groups: [] };
      assert.ok(allows(rules, reader, "GET /users/1", kept));
      assert.ok(allows(rules, reader, "GET /", kept));
      assert.ok(!allows(rules, reader, "POST /users", kept));
      const writer = { scopes: ["write"], groups: [] };
      assert.ok(allows(rules, writer, "POST /users", kept));
      assert.ok(!allows(rules, writer, "DELETE /users/1", kept));
      assert.ok(allows(rules, { scopes: ["write"], groups: ["admins"] }, "DELETE /users/1", kept));
      assert.ok(!allows(rules, { scopes: [], groups: ["admins"] }, "DELETE /users/1", kept));
      assert.ok(!allows(rules, { scopes: ["read", "write"], groups: ["admins"] }, "GET /secrets", kept));
    }
  });

  it("is for this stage of this API alone, and denies all of it to a token without rights", () => {
    assert.deepEqual(policyFor(`${stage}/GET/a`, [rule("GET /a", { groups: ["admins"] })], nobody), {
      Version: "2012-10-17",
      Statement: [{ Effect: "Deny", Action: "execute-api:Invoke", Resource: [`${stage}/*`] }],
    });
  });

  const only: [string, string, string[], string[]][] = [
    [
      "a parameter is one segment",
      "GET /users/{id}",
      ["GET /users/1", "GET /users/a%2Fb", "GET /users/*", "GET /users/{id}", "GET /users/%2E%2E"],
      [
        "GET /users/1/secrets",
        "GET /users/1/",
        "GET /users/",
        "GET /users",
        "GET /users//1",
        "GET /Users/1",
        "POST /users/1",
        "GET /users/a/b/c",
        "GET /internal/users/1",
      ],
    ],
    [
      "all the rest of a path is not nothing",
      "GET /{proxy+}",
      ["GET /a", "GET /a/b", "GET /a/b/"],
      ["GET /", "PUT /a"],
    ],
    ["the root is one path", "GET /", ["GET /"], ["GET /a", "GET //", "POST /"]],
    [
      "ANY is every method, and no part of a path",
      "ANY /users/{id}",
      routeMethods.map((method) => `${method} /users/1`),
      ["GET /internal/users/1", "GET /a/GET/users/1", "TRACE /users/1", "get /users/1", "GET /users/1/a"],
    ],
    [
      "parameters in the middle",
      "PUT /a/{b}/c/{d}",
      ["PUT /a/1/c/2"],
      ["PUT /a/1/2/c/3", "PUT /a//c/2", "PUT /a/1/c/", "PUT /a/1/c/2/3", "PUT /a/c/c"],
    ],
    ["below a parameter", "GET /a/{b}/{rest+}", ["GET /a/1/2", "GET /a/1/2/3"], ["GET /a/1", "GET /a/1/", "GET /a//2"]],
  ];
  for (const [what, route, open, closed] of only) {
    it(`"${route}" alone: ${what}`, () => {
      for (const kept of [...open, ...closed]) {
        for (const request of closed)
          assert.ok(!allows([rule(route)], nobody, request, kept), `${request} after ${kept}`);
      }
      for (const request of open) assert.ok(allows([rule(route)], nobody, request), request);
      const plain = open.filter((request) => !request.endsWith("/"));
      for (const request of plain) assert.ok(allows([rule(route)], nobody, request, plain[0]), request);
    });
  }

  it("a parameter opens nothing below it that needs more, or that no rule names", () => {
    const rules = [rule("GET /users/{id}"), rule("GET /users/{id}/orders", { groups: ["admins"] })];
    const admin = { scopes: [], groups: ["admins"] };
    assert.ok(allows(rules, nobody, "GET /users/1"));
    assert.ok(!allows(rules, nobody, "GET /users/1/orders"));
    assert.ok(allows(rules, admin, "GET /users/1/orders"));
    for (const kept of ["GET /users/1", "GET /users/1/orders"]) {
      assert.ok(!allows(rules, nobody, "GET /users/1/orders", kept));
      assert.ok(!allows(rules, admin, "GET /users/1/secrets", kept));
    }
  });

  it("a route that is refused does not close a narrower one that is open", () => {
    const rules = [rule("GET /users/{id}", { groups: ["admins"] }), rule("GET /users/me")];
    assert.ok(allows(rules, nobody, "GET /users/me"));
    assert.ok(!allows(rules, nobody, "GET /users/1"));
  });

  it("the text comes before the parameter, segment by segment", () => {
    const rules = [rule("GET /a/{x}/c", { scopes: ["two"] }), rule("GET /a/b/{y}", { scopes: ["one"] })];
    const one = { scopes: ["one"], groups: [] };
    const two = { scopes: ["two"], groups: [] };
    for (const kept of ["GET /a/b/c", "GET /a/b/d", "GET /a/x/c"]) {
      assert.ok(allows(rules, one, "GET /a/b/c", kept));
      assert.ok(!allows(rules, one, "GET /a/x/c", kept));
      assert.ok(!allows(rules, two, "GET /a/b/c", kept));
      assert.ok(allows(rules, two, "GET /a/x/c", kept));
    }
  });

  it("whoever may use all the rest of a path may use what has rules of its own, too, when they are met", () => {
    const rules = [
      rule("ANY /{proxy+}", { groups: ["admins"] }),
      rule("GET /users/{id}"),
      rule("GET /users/{id}/orders"),
    ];
    const admin = { scopes: [], groups: ["admins"] };
    const requests = ["GET /users/1", "GET /users/1/orders", "DELETE /users/1", "GET /a/b/c/d"];
    for (const kept of requests)
      for (const request of requests) assert.ok(allows(rules, admin, request, kept), request);
    assert.ok(!allows(rules, nobody, "GET /a"));
    assert.ok(allows(rules, nobody, "GET /users/1/orders"));
  });

  it("stays within what API Gateway takes: 50 rules for every method, and names of 400 characters", () => {
    const rules = Array.from({ length: 50 }, (_, index) => rule(`ANY /route-${index}/{id}`));
    const policy = policyFor(formatArn("PUT /route-49/1"), rules, nobody);
    assert.ok(JSON.stringify(policy).length < 8_192, `${JSON.stringify(policy).length} bytes`);
    assert.ok(allows(rules, nobody, "PUT /route-49/1"));
    const long = `GET /users/${"x".repeat(600)}`;
    assert.ok(allows([rule("GET /users/{id}")], nobody, long));
  });

  it("stays within that also where a pattern is allowed for one route and denied for another (property)", () => {
    const text = fc.constantFrom("{id}", "a", "b", "c", "d", "users", "orders", "a-longer-name-of-a-resource");
    const path = fc
      .tuple(fc.array(text, { maxLength: 4 }), fc.constantFrom([], ["{rest+}"]))
      .map(([segments, rest]) => `/${[...segments, ...rest].join("/")}`);
    const each = fc
      .tuple(fc.constantFrom("GET", "ANY", "PUT"), path, fc.subarray(["a"]))
      .map(([method, at, groups]) => rule(`${method} ${at}`, { groups }));
    const many = fc.uniqueArray(each, { minLength: 20, maxLength: 50, selector: ({ route }) => route, size: "max" });
    fc.assert(
      fc.property(many, (all) => {
        const policy = policyFor(formatArn("GET /users/1"), all, nobody);
        assert.ok(Buffer.byteLength(JSON.stringify(policy)) <= 8_192, `${JSON.stringify(policy).length} bytes`);
      }),
    );
  }).timeout(60_000);

  const segment = fc.constantFrom("users", "me", "{id}", "{id}", "orders");
  const method = fc.constantFrom("GET", "POST", "ANY");
  const path = fc
    .tuple(fc.array(segment, { maxLength: 4 }), fc.constantFrom("", "", "", "{rest+}"))
    .map(([segments, rest]) => `/${[...segments, ...(rest ? [rest] : [])].join("/")}`);
  const needs = fc.subarray(["a", "b"]);
  const rules = fc.uniqueArray(
    fc.record({ method, path, scopes: needs, groups: needs }).map(({ method, path, ...rest }) => ({
      route: `${method} ${path}`,
      ...rest,
    })),
    { minLength: 1, maxLength: 6, selector: ({ route }) => route },
  );
  const rights = fc.record({ scopes: needs, groups: needs });
  const part = fc.constantFrom("users", "me", "orders", "7", "a%2Fb", "*", "{id}", "");
  const request = fc
    .tuple(fc.constantFrom("GET", "POST", "PUT"), fc.array(part, { maxLength: 5 }))
    .map(([verb, segments]) => `${verb} /${segments.join("/")}`);
  const runs = Number(process.env.HEADROOM_RUNS ?? 1) * 5_000;

  it("decides a request as its rule does, in API Gateway's order of routes", () => {
    fc.assert(
      fc.property(rules, rights, request, (all, held, wanted) => {
        const served = servedBy(all, wanted);
        const right = served !== undefined && meets(served, held);
        assert.equal(isAllowed(formatArn(wanted), all, held), right, `${wanted} by ${served?.route ?? "no rule"}`);
        // A path with the character * cannot be named alone in a policy: where only that would open it, it stays closed.
        if (!wanted.includes("*")) assert.equal(allows(all, held, wanted), right, `${wanted} by the policy`);
        else if (!right) assert.ok(!allows(all, held, wanted), `${wanted} by the policy`);
      }),
      { numRuns: runs },
    );
  }).timeout(60_000 * (runs / 5_000));

  it("opens nothing that its rules do not, to the next requests for which it is kept", () => {
    fc.assert(
      fc.property(rules, rights, request, request, (all, held, kept, wanted) => {
        const served = servedBy(all, wanted);
        if (served === undefined || !meets(served, held)) assert.ok(!allows(all, held, wanted, kept), served?.route);
      }),
      { numRuns: runs },
    );
  }).timeout(60_000 * (runs / 5_000));

  it("kept, opens the rest of the request's own route where no refused rule reaches into that", () => {
    fc.assert(
      fc.property(rules, request, request, (all, kept, wanted) => {
        const everything = { scopes: ["a", "b"], groups: ["a", "b"] };
        const [own, other] = [servedBy(all, kept), servedBy(all, wanted)];
        if (
          own !== undefined &&
          own === other &&
          kept.split(" ")[0] === wanted.split(" ")[0] &&
          ![kept, wanted].some((each) => /\/\/|.\/$/.test(each))
        )
          assert.ok(allows(all, everything, wanted, kept), `${wanted} after ${kept}`);
      }),
      { numRuns: runs },
    );
  }).timeout(60_000 * (runs / 5_000));
});

describe("the routes of an authorizer", () => {
  for (const route of ["GET /", "ANY /{proxy+}", "DELETE /users/{id}/orders", "GET /v1.2/~me", "PUT /a/{b}/{rest+}"]) {
    it(`"${route}" is one`, () => assert.match(route, routePattern));
  }
  for (const route of [
    "/users",
    "GET users",
    "get /users",
    "GET /users/*",
    "GET /a?b",
    "GET /a//b",
    "GET /a/",
    "GET /{a+}/b",
    "GET /v{id}",
  ]) {
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
    ["a route with two rules", { RULES: '[{"route":"GET /{a}"},{"route":"GET /{b}"}]' }, /listed twice/],
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
    for (const value of [
      token,
      `Basic ${token}`,
      "Bearer",
      "Bearer a.b",
      `Bearer ${token} x`,
      `\ufeffBearer ${token}`,
      `Bearer ${token}=`,
      "",
    ]) {
      assert.equal(request({ authorization: value }), undefined, value);
    }
    assert.equal(request({}), undefined);
  });
});
