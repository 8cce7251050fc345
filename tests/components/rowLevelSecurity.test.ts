import assert from "node:assert/strict";
import { allowedContextKeysForRequest, runUnsafeSimulation, type Simulation } from "@cloud-copilot/iam-simulate";
import fc from "fast-check";
import { IdentityPool, type Link, OwnerAccess, ownItems, ownObjects, UserPool } from "../../components";
import { declare, one, statements } from "./deploy";

const account = "123456789012";
const table = { arn: `arn:aws:dynamodb:eu-west-1:${account}:table/orders` };
const otherTable = { arn: `arn:aws:dynamodb:eu-west-1:${account}:table/secrets` };
const bucket = { arn: "arn:aws:s3:::files" };

/** The policy of the role of signed-in users, as the component declares it. */
async function declarePolicy(...authenticated: Link[]): Promise<object> {
  const declared = await declare(() => {
    const userPool = new UserPool("users", { clients: [{ name: "app" }] });
    return new IdentityPool("identities", { userPool, clients: ["app"], authenticated });
  });
  const { policy } = one(declared, "aws:iam/rolePolicy:RolePolicy", "identities-authenticated-links");
  return JSON.parse(String(policy)) as object;
}

/** What a caller's credentials say, and the caller cannot choose. */
type Caller = Record<string, string>;
const identity = (sub: string): Caller => ({ "cognito-identity.amazonaws.com:sub": sub });
const tenant = (name: string): Caller => ({ "aws:PrincipalTag/tenant": name });

/** One decision that a request needs; a transaction needs several. */
interface Decision {
  action: string;
  resource: string;
  context: Record<string, string | string[]>;
}

/** IAM's decision. The evaluator's unchecked entry point: its checked one drops the identity, which it knows for no action. */
function allowed(policy: object, caller: Caller, decisions: Decision[]): boolean {
  return decisions.every(({ action, resource, context }) => {
    const simulation: Simulation = {
      request: {
        action,
        principal: `arn:aws:sts::${account}:assumed-role/identities/CognitoIdentityCredentials`,
        resource: { resource, accountId: account },
        contextVariables: { ...context, ...caller },
      },
      identityPolicies: [{ name: "role", policy }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    };
    return runUnsafeSimulation(simulation, {}) === "Allowed";
  });
}

/** A decision of DynamoDB about the partition keys that a call names; without one there is no such condition key. */
function item(action: string, keys: string[], resource = table.arn, more: Decision["context"] = {}): Decision {
  const named = keys.length > 0 && { "dynamodb:LeadingKeys": keys };
  return { action: `dynamodb:${action}`, resource, context: { ...more, ...named } };
}

const reads = ["GetItem", "Query", "PartiQLSelect"];
const writes = [
  "PutItem",
  "UpdateItem",
  "DeleteItem",
  "ConditionCheckItem",
  "PartiQLInsert",
  "PartiQLUpdate",
  "PartiQLDelete",
];
const batches = ["BatchGetItem", "BatchWriteItem", "PartiQLSelect"];

interface Request {
  what: string;
  keys: string[];
  decisions: Decision[];
}

/** Every shape of request that names keys: one, a batch of them, a transaction of several actions. */
const requests = (key: fc.Arbitrary<string>): fc.Arbitrary<Request> =>
  fc.oneof(
    fc.record({ action: fc.constantFrom(...reads, ...writes), key }).map(({ action, key }) => ({
      what: action,
      keys: [key],
      decisions: [item(action, [key])],
    })),
    fc
      .record({ action: fc.constantFrom(...batches), keys: fc.uniqueArray(key, { minLength: 1, maxLength: 4 }) })
      .map(({ action, keys }) => ({ what: action, keys, decisions: [item(action, keys)] })),
    fc
      .array(
        fc.record({
          action: fc.constantFrom("GetItem", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"),
          key,
        }),
        {
          minLength: 1,
          maxLength: 4,
        },
      )
      .map((parts) => ({
        what: "transaction",
        keys: parts.map((part) => part.key),
        decisions: parts.map((part) => item(part.action, [part.key])),
      })),
  );

const ids = fc.uuid().map((uuid) => `eu-west-1:${uuid}`);
/** Keys that look like an owner's: patterns, other cases, beginnings and longer ones. */
const lookalikes = (owner: string): string[] => [
  "*",
  "?",
  "${cognito-identity.amazonaws.com:sub}",
  owner.toUpperCase(),
  owner.slice(0, -1),
  `${owner}x`,
  `${owner}*`,
  ` ${owner}`,
  "",
];

describe("rows of a table, by what IAM makes of the role's policy", function () {
  this.timeout(180_000);
  let policy: object;
  before(async () => (policy = await declarePolicy(ownItems(table), ownObjects(bucket))));

  it("a request goes through exactly when every key in it is the caller's own", () =>
    fc.assert(
      fc.property(
        fc
          .tuple(ids, ids)
          .filter(([one, other]) => one !== other)
          .chain(([me, other]) =>
            fc.record({
              me: fc.constant(me),
              request: requests(
                fc.oneof({ weight: 3, arbitrary: fc.constant(me) }, fc.constantFrom(other, ...lookalikes(me))),
              ),
            }),
          ),
        ({ me, request: { what, keys, decisions } }) => {
          const own = keys.every((key) => key === me);
          assert.equal(allowed(policy, identity(me), decisions), own, `${what} ${keys.join()}`);
        },
      ),
      { numRuns: 1_500 },
    ));

  it("AWS tells the keys of a request for every action that is allowed: the conditions are never about nothing", async () => {
    for (const { Action, Effect } of statements(JSON.stringify(policy))) {
      const actions = [Action].flat().map(String);
      for (const action of actions.filter((one) => one.startsWith("dynamodb:") && Effect === "Allow")) {
        const [service = "", name = ""] = action.split(":");
        const known = await allowedContextKeysForRequest(service, name, table.arn, false, undefined);
        assert.ok(known.includes("dynamodb:leadingkeys"), action);
      }
    }
  });

  it("what names no key is refused: scans, and statements that read a whole table", () => {
    const me = identity("eu-west-1:me");
    for (const [action, more] of [
      ["Scan", {}],
      ["PartiQLSelect", { "dynamodb:FullTableScan": "true" }],
      ["PartiQLSelect", {}],
      ["PartiQLInsert", {}],
      ["PartiQLUpdate", {}],
      ["PartiQLDelete", {}],
      ["Query", {}],
      ["BatchGetItem", {}],
      ["BatchWriteItem", {}],
    ] as const) {
      assert.equal(allowed(policy, me, [item(action, [], table.arn, more)]), false, action);
      assert.equal(
        allowed(policy, me, [item(action, [], `${table.arn}/index/by-date`, more)]),
        false,
        `${action}, index`,
      );
    }
  });

  it("a statement that names the own key and reads the whole table all the same is refused", () => {
    const scan = item("PartiQLSelect", ["eu-west-1:me"], table.arn, { "dynamodb:FullTableScan": "true" });
    assert.equal(allowed(policy, identity("eu-west-1:me"), [scan]), false);
  });

  it("a caller without identity, as of another role, has no rows", () => {
    for (const key of ["", "*", "${cognito-identity.amazonaws.com:sub}"]) {
      assert.equal(allowed(policy, {}, [item("GetItem", [key])]), false);
    }
  });

  it("other tables, indexes that are not named, and the table itself stay closed", () => {
    const me = "eu-west-1:me";
    assert.equal(allowed(policy, identity(me), [item("GetItem", [me], otherTable.arn)]), false);
    assert.equal(allowed(policy, identity(me), [item("Query", [me], `${table.arn}/index/by-date`)]), false);
    for (const action of ["DeleteTable", "UpdateTable", "DescribeTable", "ExportTableToPointInTime"]) {
      assert.equal(allowed(policy, identity(me), [item(action, [])]), false, action);
    }
  });

  it("an index that is named is open for the own key", async () => {
    const withIndex = await declarePolicy(ownItems(table, { indexes: ["by-date"] }));
    const query = (key: string) => [item("Query", [key], `${table.arn}/index/by-date`)];
    assert.equal(allowed(withIndex, identity("me"), query("me")), true);
    assert.equal(allowed(withIndex, identity("me"), query("you")), false);
  });

  it("readers read their own rows and write none", async () => {
    const readers = await declarePolicy(ownItems(table, { access: OwnerAccess.Read }));
    for (const action of [...reads, "BatchGetItem"]) {
      assert.equal(allowed(readers, identity("me"), [item(action, ["me"])]), true, action);
    }
    for (const action of [...writes, "BatchWriteItem"]) {
      assert.equal(allowed(readers, identity("me"), [item(action, ["me"])]), false, action);
    }
  });

  it("a prefix of the key is part of it", async () => {
    const prefixed = await declarePolicy(ownItems(table, { keyPrefix: "user#" }));
    assert.equal(allowed(prefixed, identity("me"), [item("GetItem", ["user#me"])]), true);
    for (const key of ["me", "user#", "user#you", "team#me"]) {
      assert.equal(allowed(prefixed, identity("me"), [item("GetItem", [key])]), false, key);
    }
  });

  it("the denials hold against a right that was given too widely", async () => {
    const wide = { statements: [{ Action: ["dynamodb:GetItem", "dynamodb:Scan"], Resource: table.arn }] };
    const both = await declarePolicy(ownItems(table), wide);
    assert.equal(allowed(both, identity("me"), [item("GetItem", ["you"])]), false);
    assert.equal(allowed(both, identity("me"), [item("Scan", [])]), false);
    assert.equal(allowed(both, identity("me"), [item("GetItem", ["me"])]), true);
  });

  it("by principal tag, rows belong to the caller's tenant, and to nobody without one", async () => {
    const tagged = await declarePolicy(ownItems(table, { principalTag: "tenant", keyPrefix: "tenant#" }));
    fc.assert(
      fc.property(
        requests(fc.constantFrom("tenant#a", "tenant#b", "tenant#", "tenant#*", "a")),
        fc.constantFrom("a", "b"),
        ({ what, keys, decisions }, name) => {
          const own = keys.every((key) => key === `tenant#${name}`);
          assert.equal(allowed(tagged, tenant(name), decisions), own, `${what} ${keys.join()}`);
          assert.equal(allowed(tagged, identity(name), decisions), false);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("objects of a bucket, by what IAM makes of the role's policy", function () {
  this.timeout(180_000);
  const object = (action: string, key: string): Decision[] => [
    { action: `s3:${action}`, resource: `${bucket.arn}/${key}`, context: {} },
  ];
  const list = (prefix?: string): Decision[] => [
    { action: "s3:ListBucket", resource: bucket.arn, context: prefix === undefined ? {} : { "s3:prefix": prefix } },
  ];

  it("everybody reads, writes, deletes and lists the own folder, and nobody another's", async () => {
    const policy = await declarePolicy(ownObjects(bucket));
    fc.assert(
      fc.property(
        ids,
        ids,
        fc.constantFrom("GetObject", "PutObject", "DeleteObject"),
        fc.stringMatching(/^[\w/.-]{1,20}$/),
        (me, other, action, name) => {
          fc.pre(me !== other);
          assert.equal(allowed(policy, identity(me), object(action, `private/${me}/${name}`)), true);
          assert.equal(allowed(policy, identity(me), list(`private/${me}/${name}`)), true);
          for (const key of [`private/${other}/${name}`, `private/${me}x/${name}`, `private/${name}`, name]) {
            if (key.startsWith(`private/${me}/`)) continue;
            assert.equal(allowed(policy, identity(me), object(action, key)), false, key);
            assert.equal(allowed(policy, identity(me), list(key)), false, key);
          }
        },
      ),
      { numRuns: 300 },
    );
    assert.equal(allowed(policy, identity("me"), list()), false);
    assert.equal(allowed(policy, identity("me"), list("private/")), false);
    assert.equal(allowed(policy, identity("me"), list("private/me/")), true);
    assert.equal(allowed(policy, {}, object("GetObject", "private//a")), false);
  });

  it("readers write nothing, and a tenant's folder is by principal tag", async () => {
    const readers = await declarePolicy(
      ownObjects(bucket, { access: OwnerAccess.Read, principalTag: "tenant", keyPrefix: "" }),
    );
    assert.equal(allowed(readers, tenant("a"), object("GetObject", "a/x")), true);
    assert.equal(allowed(readers, tenant("a"), object("GetObject", "b/x")), false);
    assert.equal(allowed(readers, tenant("a"), object("PutObject", "a/x")), false);
    assert.equal(allowed(readers, tenant("a"), object("DeleteObject", "a/x")), false);
    assert.equal(allowed(readers, {}, object("GetObject", "a/x")), false);
  });
});
