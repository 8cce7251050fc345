import { type CloudFrontResultResponse } from "aws-lambda";
import assert from "node:assert/strict";

import { limits } from "../../limits";
import {
  type Answer,
  bearer,
  environment,
  header,
  iss,
  now,
  page,
  pair,
  pool,
  run,
  settings,
  signIn,
  token,
  visit,
} from "./edgeProcess";

describe("Lambda@Edge functions, in a process with no more than theirs", () => {
  describe("content at the origin", () => {
    const content = {
      cookie: "variant",
      variants: [
        { name: "a", headline: "First <b>", share: 100 },
        { name: "b", headline: "Second", share: 0 },
      ],
      greetings: { "": "Hello", DE: "Guten Tag" },
      seconds: 300,
    };

    it("makes a page by country, device and variant, small enough, and never asks the network", async () => {
      const { results, asked, variables } = await run("edge-content", content, [
        visit("/welcome", {
          Cookie: "variant=b",
          "CloudFront-Viewer-Country": "DE",
          "CloudFront-Is-Mobile-Viewer": "true",
        }),
        visit("/welcome", { Cookie: "variant=zzz", "CloudFront-Is-Tablet-Viewer": "true" }),
      ]);
      const [known, unknown] = results;
      assert.deepEqual([known?.status, header(known, "cache-control")], ["200", ["max-age=300"]]);
      assert.match(String(known?.body), /<body class="mobile"><h1>Second<\/h1><p>Guten Tag<\/p>/);
      assert.deepEqual(header(known, "set-cookie"), []);
      assert.match(String(unknown?.body), /<body class="tablet"><h1>First &lt;b&gt;<\/h1><p>Hello<\/p>/);
      assert.deepEqual(header(unknown, "cache-control"), ["no-store"]);
      assert.match(header(unknown, "set-cookie")[0] ?? "", /^variant=a; .*Secure; HttpOnly; SameSite=Lax$/);
      for (const result of results) {
        assert.ok(JSON.stringify(result).length < limits.cloudfront.edgeOriginResponseBytes.max);
      }
      assert.deepEqual([asked, variables.sort()], [[], Object.keys(environment).sort()]);
    });
  });

  describe("authentication at the viewer request", () => {
    it("lets in who has a token of the pool, in the header or the cookie, and takes the header off", async () => {
      const { results, asked, variables } = await run("edge-auth", settings, [
        visit("/members/", bearer(token())),
        visit("/members/a.pdf", { Cookie: `a=b; __Host-session=${token({ client_id: "web" })}` }),
      ]);
      assert.deepEqual(
        results.map(({ uri, status, headers }) => [uri, status, headers?.authorization]),
        [
          ["/members/index.html", undefined, undefined],
          ["/members/a.pdf", undefined, undefined],
        ],
      );
      assert.deepEqual([asked, variables.sort()], [[], Object.keys(environment).sort()]);
    });

    it("refuses everybody else with 401, and says no word of the token in its log", async () => {
      const good = token();
      const refused = [
        visit("/members/"),
        visit("/members/", bearer(token({ exp: now - 1 }))),
        visit("/members/", bearer(token({ client_id: "other" }))),
        visit("/members/", bearer(token({ token_use: "id" }))),
        visit("/members/", bearer(token({ iss: `${iss}x` }))),
        visit("/members/", bearer(token({}, pair().privateKey))),
        visit("/members/", bearer(token({}, pool.privateKey, "none"))),
        visit("/members/", bearer(`${good}x`)),
        visit("/members/", { Authorization: `Basic ${good}` }),
        visit("/members/", { Cookie: `__Host-session=${good}; __Host-session=${good}` }),
        visit("/members/", { Cookie: `__Host-session=` }),
        {
          ...visit("/members/"),
          headers: { authorization: [bearer(good), bearer(good)].map(({ Authorization: value }) => ({ value })) },
        },
      ];
      const { results, log } = await run("edge-auth", settings, refused);
      for (const [index, result] of results.entries()) {
        assert.deepEqual(
          [result.status, header(result, "www-authenticate"), header(result, "cache-control"), result.uri],
          ["401", ["Bearer"], ["no-store"], undefined],
          `request ${index}`,
        );
        assert.ok(JSON.stringify(result).length < limits.cloudfront.edgeViewerResponseBytes.max);
      }
      assert.equal(log.includes(good.split(".")[1] ?? ""), false);
    });

    it("fetches the pool's keys when it was built without, and lets nobody in while they cannot be had", async () => {
      const { jwks, ...without } = settings;
      const requests = [visit("/members/", bearer(token()))];
      const down = await run("edge-auth", without, requests);
      assert.deepEqual([down.results[0]?.status, header(down.results[0], "retry-after")], ["503", ["5"]]);
      assert.match(down.log, /tokens cannot be verified/);
      const up = await run("edge-auth", without, requests, [{ of: "/.well-known/jwks.json", body: jwks }]);
      assert.equal(up.results[0]?.uri, "/members/index.html");
    });

    it("sends browsers to sign in, by PKCE, and programs not", async () => {
      const { results } = await run("edge-auth", { ...settings, signIn }, [
        visit("/members/a", page, "tab=2"),
        visit("/members/a.js", { Accept: "*/*" }),
        { ...visit("/members/a", page), method: "HEAD" },
      ]);
      const [browser, ...others] = results;
      assert.deepEqual([browser?.status, header(browser, "cache-control")], ["302", ["no-store"]]);
      const to = new URL(header(browser, "location")[0] ?? "");
      assert.equal(to.origin + to.pathname, `https://${signIn.domain}/oauth2/authorize`);
      const query = Object.fromEntries(to.searchParams);
      assert.equal(query.redirect_uri, "https://www.example.com/members/signed-in");
      assert.deepEqual(
        [query.response_type, query.code_challenge_method, query.scope],
        ["code", "S256", "openid email"],
      );
      assert.match(
        header(browser, "set-cookie")[0] ?? "",
        /^__Host-sign-in=[\w.-]+; Max-Age=600; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
      );
      assert.deepEqual(
        others.map(({ status }) => status),
        ["401", "401"],
      );
    });

    it("keeps no address for a sign-in that is too long for a cookie", async () => {
      const { results } = await run("edge-auth", { ...settings, signIn }, [
        visit(`/members/${"a".repeat(5_000)}`, page),
      ]);
      const [, , path = ""] = (header(results[0], "set-cookie")[0] ?? "").split(";")[0]!.split(".");
      assert.equal(Buffer.from(path, "base64url").toString(), "/");
    });

    it("exchanges the code of a sign-in that it began, sets the cookie, and goes on to the page", async () => {
      const begun = await run("edge-auth", { ...settings, signIn }, [visit("/members/a", page, "tab=2")]);
      const [kept = ""] = header(begun.results[0], "set-cookie")[0]?.split(";") ?? [];
      const state = new URL(header(begun.results[0], "location")[0] ?? "").searchParams.get("state") ?? "";
      const back = (query: string, cookie = kept) => visit(signIn.callbackPath, { ...page, Cookie: cookie }, query);
      const tokens = { access_token: token({ client_id: "web" }), id_token: "x", expires_in: 3600 };
      const { results, asked } = await run(
        "edge-auth",
        { ...settings, signIn },
        [
          back(`code=c1&state=${state}`),
          back(`code=c1&state=other`),
          back(`code=c1&state=${state}`, ""),
          back(`state=${state}&error=access_denied`),
        ],
        [{ of: "/oauth2/token", body: tokens }],
      );
      const [done, ...refused] = results;
      assert.deepEqual([done?.status, header(done, "location")], ["302", ["/members/a?tab=2"]]);
      assert.deepEqual(
        header(done, "set-cookie").map((each) => each.replace(/=.*; Max-Age/, "=…; Max-Age")),
        [
          "__Host-session=…; Max-Age=3600; Path=/; Secure; HttpOnly; SameSite=Lax",
          "__Host-sign-in=…; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax",
        ],
      );
      assert.deepEqual(
        refused.map(({ status }) => status),
        ["401", "401", "401"],
      );
      assert.equal(asked.length, 1);
      const sent = Object.fromEntries(new URLSearchParams(asked[0]?.body));
      assert.deepEqual([sent.grant_type, sent.code, sent.client_id], ["authorization_code", "c1", "web"]);
      assert.equal(sent.code_verifier, kept.split(".")[1]);
    });

    it("goes back to a path of this site only, whatever is in a cookie that somebody planted", async () => {
      const tokens = [{ of: "/oauth2/token", body: { access_token: token(), id_token: "x", expires_in: 60 } }];
      const paths = [
        "/\t/evil.example",
        "/\n/evil.example",
        "\t//evil.example",
        "/\\evil.example",
        "/a\\..\\\\evil.example",
        "//evil.example",
        "https://evil.example",
        "evil.example",
        "/ /evil.example",
        "/\u0000/evil.example",
        "/\u2028/evil.example",
        "",
      ];
      const good = ["/", "/members/a?b=c%20d", "/a//b", "/~x;y=(1)"];
      const back = [...paths, ...good].map((path) =>
        visit(
          signIn.callbackPath,
          { Cookie: `__Host-sign-in=s.v.${Buffer.from(path).toString("base64url")}` },
          "code=c&state=s",
        ),
      );
      const { results } = await run("edge-auth", { ...settings, signIn }, back, tokens);
      const locations = results.map((result) => header(result, "location")[0]);
      assert.deepEqual(locations, [...paths.map(() => "/"), ...good]);
    });

    it("says so when the token is larger than a browser keeps, instead of sending it to sign in without end", async () => {
      const groups = Array.from({ length: 40 }, (_, index) => `${"a-group-with-a-long-name-".repeat(3)}${index}`);
      const large = token({ "cognito:groups": groups });
      const back = visit(signIn.callbackPath, { Cookie: "__Host-sign-in=s.v.Lw" }, "code=c&state=s");
      const tokens = [{ of: "/oauth2/token", body: { access_token: large, id_token: "x", expires_in: 60 } }];
      const { results } = await run("edge-auth", { ...settings, signIn }, [back], tokens);
      assert.ok(large.length > 4_096);
      assert.deepEqual([results[0]?.status, header(results[0], "location")], ["431", []]);
      assert.match(String(results[0]?.body), /4,096 bytes.*\n.*fewer groups/);
      for (const each of header(results[0], "set-cookie")) assert.ok(each.length <= 4_096 && !each.includes(large));
      assert.ok(JSON.stringify(results[0]).length < limits.cloudfront.edgeViewerResponseBytes.max);
    });

    it("two tabs sign in at once, in whatever order they come back, and no sign-in counts twice", async () => {
      const readCookie = (result: CloudFrontResultResponse | undefined) =>
        header(result, "set-cookie")
          .find((each) => each.startsWith("__Host-sign-in="))
          ?.split(";")[0] ?? "";
      const readState = (result: CloudFrontResultResponse | undefined) =>
        new URL(header(result, "location")[0] ?? "").searchParams.get("state");
      const tokens = [{ of: "/oauth2/token", body: { access_token: token(), id_token: "x", expires_in: 60 } }];
      const go = async (request: object) => {
        const { results } = await run("edge-auth", { ...settings, signIn }, [request], tokens);
        return results[0];
      };
      const one = await go(visit("/members/one", page));
      const two = await go(visit("/members/two", { ...page, Cookie: readCookie(one) }));
      const back = (state: string | null, Cookie: string) =>
        go(visit(signIn.callbackPath, { Cookie }, `code=c&state=${state}`));
      const first = await back(readState(one), readCookie(two));
      assert.deepEqual(header(first, "location"), ["/members/one"]);
      const second = await back(readState(two), readCookie(first));
      assert.deepEqual(header(second, "location"), ["/members/two"]);
      assert.match(header(second, "set-cookie")[1] ?? "", /^__Host-sign-in=; Max-Age=0/);
      assert.equal((await back(readState(one), readCookie(first)))?.status, "401");
      let many = "";
      for (let tab = 0; tab < 12; tab++) {
        many = readCookie(await go(visit(`/members/${"x".repeat(900)}${tab}`, { ...page, Cookie: many })));
        assert.ok(many.length <= 4_000, `${many.length} bytes`);
      }
    });

    it("takes no token from the sign-in pages that is not the pool's own, and no way to another site", async () => {
      const path = Buffer.from("//evil.example").toString("base64url");
      const back = visit(signIn.callbackPath, { Cookie: `__Host-sign-in=s.v.${path}` }, "code=c&state=s");
      const answer = (access_token: string, status = 200): Answer[] => [
        { of: "/oauth2/token", status, body: { access_token, id_token: "x", expires_in: 60 } },
      ];
      const forged = await run("edge-auth", { ...settings, signIn }, [back], answer(token({}, pair().privateKey)));
      assert.equal(forged.results[0]?.status, "401");
      const refused = await run("edge-auth", { ...settings, signIn }, [back], answer("", 400));
      assert.equal(refused.results[0]?.status, "401");
      const down = await run("edge-auth", { ...settings, signIn }, [back], answer("", 500));
      assert.equal(down.results[0]?.status, "503");
      const good = await run("edge-auth", { ...settings, signIn }, [back], answer(token()));
      assert.deepEqual(header(good.results[0], "location"), ["/"]);
    });
  });
});
