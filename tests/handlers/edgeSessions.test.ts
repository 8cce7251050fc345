import { type CloudFrontResultResponse } from "aws-lambda";
import assert from "node:assert/strict";

import { type Answer, bearer, header, now, page, run, settings, signIn, token, visit } from "./edgeProcess";

describe("a session at the edge", () => {
  const withSignIn = { ...settings, signIn };
  const cookieOf = (result: CloudFrontResultResponse | undefined, name: string): string =>
    header(result, "set-cookie")
      .find((each) => each.startsWith(`${name}=`))
      ?.split(";")[0] ?? "";
  const pending = `__Host-sign-in=s.v.${Buffer.from("/members/a").toString("base64url")}`;
  const back = (Cookie = pending) =>
    visit(signIn.callbackPath, { ...page, ...(Cookie && { Cookie }) }, "code=c&state=s");
  const given = (access_token: string, more: object = {}): Answer[] => [
    { of: "/oauth2/token", body: { access_token, id_token: "x", expires_in: 3_600, ...more } },
  ];
  const statuses = (results: CloudFrontResultResponse[]) => results.map(({ status }) => status ?? "goes on");

  it("lasts to the moment that its token ends, and no longer: no time is added for clocks", async () => {
    const exp = now + 300;
    const requests = [
      visit("/members/", bearer(token({ exp }))),
      visit("/members/", { Cookie: `__Host-session=${token({ exp })}` }),
    ];
    const at = async (millis: number) => statuses((await run("edge-auth", settings, requests, [], millis)).results);
    assert.deepEqual(await at(exp * 1_000), ["goes on", "goes on"]);
    assert.deepEqual(await at(exp * 1_000 + 1), ["401", "401"]);
  });

  it("does not begin before its token does, also when the clock that made that is ahead", async () => {
    const requests = [visit("/members/", bearer(token({ nbf: now + 10, exp: now + 300 })))];
    const at = async (seconds: number) =>
      statuses((await run("edge-auth", settings, requests, [], seconds * 1_000)).results);
    assert.deepEqual([await at(now + 9), await at(now + 10)], [["401"], ["goes on"]]);
  });

  it("whose token is over when it comes ends with 401 instead of another sign-in, and sets no cookie", async () => {
    const { results } = await run("edge-auth", withSignIn, [back()], given(token({ exp: now - 1 })));
    assert.deepEqual([results[0]?.status, header(results[0], "set-cookie")], ["401", []]);
  });

  it("is as long for a browser whose clock is wrong: its cookies say for how long, and never until when", async () => {
    const { results } = await run("edge-auth", withSignIn, [visit("/members/a", page), back()], given(token()));
    const cookies = results.flatMap((result) => header(result, "set-cookie"));
    assert.equal(cookies.length, 3);
    for (const each of cookies) {
      assert.match(each, /; Max-Age=\d+;/);
      assert.doesNotMatch(each, /expires/i);
    }
  });

  it("begins once: who loads the address again goes on if they are signed in, and nobody else does", async () => {
    const session = `__Host-session=${token()}`;
    const [first] = (await run("edge-auth", withSignIn, [back()], given(token()))).results;
    assert.deepEqual([first?.status, header(first, "location")], ["302", ["/members/a"]]);
    assert.equal(cookieOf(first, "__Host-sign-in"), "__Host-sign-in=");
    const again = [
      back(cookieOf(first, "__Host-session")), // as the browser has them now
      back(""), // somebody who has the address alone
      back("__Host-session=made.up.text"),
      back(`__Host-session=${token({ exp: now - 1 })}`),
    ];
    const { results, asked } = await run("edge-auth", withSignIn, again, given(token()));
    assert.deepEqual(statuses(results), ["302", "401", "401", "401"]);
    assert.deepEqual([header(results[0], "location"), header(results[0], "set-cookie")], [["/"], []]);
    assert.deepEqual(asked, [], "a code was exchanged a second time");
    // Somebody who kept the cookie of the sign-in: the pool takes the code once.
    const refused: Answer[] = [{ of: "/oauth2/token", status: 400, body: { error: "invalid_grant" } }];
    const kept = await run("edge-auth", withSignIn, [back(), back(`${pending}; ${session}`)], refused);
    assert.deepEqual(statuses(kept.results), ["401", "302"]);
    assert.deepEqual(header(kept.results[1], "location"), ["/members/a"]);
  });

  it("ends at the sign-out path: both cookies are gone, the pool ends its own session, and the browser comes back", async () => {
    const signOutPath = "/members/sign-out";
    const leaves = { ...settings, signIn: { ...signIn, signOutPath } };
    const Cookie = `__Host-session=${token()}; ${pending}`;
    const requests = [
      visit(signOutPath, { ...page, Cookie }, "next=https://evil.example"), // signed in, with another tab on its way
      visit(signOutPath, page), // signed out already
      visit(`${signOutPath}/`, { ...page, Cookie }), // a page of the site
    ];
    const { results, asked } = await run("edge-auth", leaves, requests);
    assert.deepEqual(statuses(results), ["302", "302", "goes on"]);
    for (const result of results.slice(0, 2)) {
      const to = new URL(header(result, "location")[0] ?? "");
      assert.equal(to.origin + to.pathname, `https://${signIn.domain}/logout`);
      assert.deepEqual(Object.fromEntries(to.searchParams), {
        client_id: signIn.clientId,
        logout_uri: "https://www.example.com/",
      });
      assert.deepEqual(header(result, "cache-control"), ["no-store"]);
      assert.deepEqual(
        header(result, "set-cookie").map((each) => each.split("; ").slice(0, 2)),
        [
          ["__Host-session=", "Max-Age=0"],
          ["__Host-sign-in=", "Max-Age=0"],
        ],
      );
    }
    assert.deepEqual(asked, [], "the network was asked");
    // Without the path in the settings, it is a page as any other.
    const [any] = (await run("edge-auth", withSignIn, [requests[0]!])).results;
    assert.equal(any?.status, undefined);
  });

  it("of a user who signed out everywhere opens until its token is over, then asks to sign in; nothing renews it", async () => {
    const exp = now + 300;
    const before = await run("edge-auth", withSignIn, [back()], given(token({ exp }), { refresh_token: "refreshing" }));
    assert.doesNotMatch(JSON.stringify(before.results), /refreshing/);
    const Cookie = cookieOf(before.results[0], "__Host-session");
    // The pool has revoked everything of the user: whoever asked it would be refused.
    const revoked: Answer[] = [{ of: "amazoncognito.com", status: 400, body: { error: "invalid_grant" } }];
    const visits = [visit("/members/a", { ...page, Cookie })];
    const open = await run("edge-auth", withSignIn, visits, revoked, exp * 1_000);
    assert.deepEqual([statuses(open.results), open.asked], [["goes on"], []]);
    const over = await run("edge-auth", withSignIn, visits, revoked, exp * 1_000 + 1);
    assert.deepEqual([statuses(over.results), over.asked], [["302"], []]);
    assert.match(header(over.results[0], "location")[0] ?? "", /\/oauth2\/authorize\?/);
  });

  it("is kept in a cookie of 4,096 bytes, and not in one of 4,097", async () => {
    const groups = (bytes: number): string => token({ client_id: "web", "cognito:groups": ["g".repeat(bytes)] });
    const cookie = async (text: string) => {
      const { results } = await run("edge-auth", withSignIn, [back()], given(text));
      return { status: results[0]?.status, bytes: Buffer.byteLength(header(results[0], "set-cookie")[0] ?? "") };
    };
    const room = 4_096 - (await cookie(groups(0))).bytes + groups(0).length;
    // Base64 grows by one or two characters for a byte more.
    const lengths = Array.from({ length: 6 }, (_, more) => Math.floor(((room - groups(0).length) * 3) / 4) - 3 + more);
    const tokens = lengths.map(groups);
    const fits = tokens.filter((text) => text.length <= room).at(-1) ?? "";
    const over = tokens.find((text) => text.length > room) ?? "";
    assert.ok(over.length - fits.length <= 2 && room - fits.length <= 1, "the bound is not met");
    const kept = await cookie(fits);
    assert.deepEqual([kept.status, kept.bytes], ["302", 4_096 - (room - fits.length)]);
    assert.equal((await cookie(over)).status, "431");
  });
});
