import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createPrivateKey, createPublicKey } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Aws } from "../../../local/provider/frame/aws";
import { type Properties } from "../../../local/provider/frame/values";
import { findSupport } from "../../../local/provider/support";
import { findResourceType } from "../../../local/provider/resources/find";

/** Makes a resource as the frame does, and reads it twice: what was drawn stays. */
async function make(token: string, props: Properties): Promise<Properties & { id: string }> {
  const type = findResourceType(token);
  assert.ok(type, token);
  const aws = {} as Aws; // none of these calls AWS
  const id = await type.create(props, aws);
  const first = await type.read(id, aws, props);
  assert.deepEqual(await type.read(id, aws, { ...first }), first);
  for (const name of Object.keys(type.outputs)) assert.ok(first && name in first, `${token} has no ${name}`);
  return { ...first, id };
}

const random = (name: string) => `random:index/${name[0]!.toLowerCase()}${name.slice(1)}:${name}`;

describe("random values that are computed on this machine", () => {
  it("a password has the length, and as many characters of each kind as are asked for", async () => {
    const rules = { length: 20, minNumeric: 5, minSpecial: 4, overrideSpecial: "!", upper: false };
    const { id, result } = await make(random("RandomPassword"), rules);
    assert.equal(id, "none");
    assert.match(String(result), /^[a-z0-9!]{20}$/);
    assert.ok(String(result).match(/\d/g)!.length >= 5 && String(result).match(/!/g)!.length >= 4);
  });

  it("a text is its own id, and two are not the same", async () => {
    const [one, two] = await Promise.all(
      [1, 2].map(() => make(random("RandomString"), { length: 16, special: false })),
    );
    assert.match(String(one!.result), /^[A-Za-z0-9]{16}$/);
    assert.equal(one!.id, one!.result);
    assert.notEqual(one!.result, two!.result);
  });

  it("an id is the same bytes in each of its forms, with the prefix", async () => {
    const { id, hex, b64Std, dec } = await make(random("RandomId"), { byteLength: 4, prefix: "v-" });
    const bytes = Buffer.from(id, "base64url");
    assert.equal(bytes.length, 4);
    assert.deepEqual(
      [hex, b64Std, dec],
      [`v-${bytes.toString("hex")}`, `v-${bytes.toString("base64")}`, `v-${bytes.readUInt32BE()}`],
    );
  });

  it("pets, numbers, UUIDs, orders and bytes have the form that their provider gives them", async () => {
    assert.match((await make(random("RandomPet"), { length: 3, prefix: "my", separator: "_" })).id, /^my(_[a-z]+){3}$/);
    const integer = await make(random("RandomInteger"), { min: 7, max: 7 });
    assert.deepEqual([integer.id, integer.result], ["7", 7]);
    assert.match(String((await make(random("RandomUuid"), {})).result), /^[0-9a-f-]{36}$/);
    const { results } = await make(random("RandomShuffle"), { inputs: ["a", "b", "c"], resultCount: 5 });
    assert.deepEqual([...(results as string[]).slice(0, 3)].sort(), ["a", "b", "c"]);
    assert.equal((results as string[]).length, 5);
    const { base64, hex } = await make(random("RandomBytes"), { length: 8 });
    assert.equal(Buffer.from(String(base64), "base64").toString("hex"), hex);
  });

  it("nothing is drawn where nothing fits", async () => {
    const none = { length: 4, lower: false, upper: false, numeric: false, special: false };
    await assert.rejects(make(random("RandomString"), none), /every kind of character is switched off/);
    await assert.rejects(make(random("RandomString"), { length: 1, minUpper: 2 }), /length is 1: 2 characters/);
    await assert.rejects(make(random("RandomInteger"), { min: 2, max: 1 }), /min is 2, which is more than max \(1\)/);
  });
});

describe("keys that are made on this machine", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-keys-"));
  after(() => rmSync(folder, { recursive: true }));
  const kinds = [
    { algorithm: "RSA", rsaBits: 2048 },
    { algorithm: "ECDSA", ecdsaCurve: "P256" },
    { algorithm: "ECDSA", ecdsaCurve: "P521" },
    { algorithm: "ED25519" },
  ];
  for (const kind of kinds) {
    it(`${Object.values(kind).join(" ")}: every form is of the same key, as ssh-keygen reads it`, async function () {
      const key = await make("tls:index/privateKey:PrivateKey", kind);
      const publicKey = createPublicKey(createPrivateKey(String(key.privateKeyPem)));
      assert.equal(publicKey.export({ format: "pem", type: "spki" }), key.publicKeyPem);
      assert.ok(createPrivateKey(String(key.privateKeyPemPkcs8)).equals(createPrivateKey(String(key.privateKeyPem))));
      const file = path.join(folder, "key.pub");
      writeFileSync(file, String(key.publicKeyOpenssh));
      const { status, stdout, error } = spawnSync("ssh-keygen", ["-l", "-f", file], { encoding: "utf8" });
      if (error) return this.skip(); // there is none on this machine
      assert.equal(status, 0);
      assert.equal(stdout.split(" ")[1], key.publicKeyFingerprintSha256);
    });
  }

  it("an algorithm that nobody has is refused, and what is not computed is said", async () => {
    await assert.rejects(
      make("tls:index/privateKey:PrivateKey", { algorithm: "DSA" }),
      /algorithm is DSA; it must be one of RSA/,
    );
    const { kind, lacks } = findSupport("tls:index/privateKey:PrivateKey", { algorithm: "ED25519" });
    assert.equal(kind, "partly");
    assert.match(lacks.join(), /privateKeyOpenssh/);
    assert.equal(findSupport(random("RandomUuid"), {}).kind, "runs");
  });
});
