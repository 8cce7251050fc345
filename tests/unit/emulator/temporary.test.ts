import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { Cloud, shared } from "./cloud";

const mayMount =
  spawnSync("unshare", ["--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status === 0;
const megabyte = 1024 ** 2;

describe("the /tmp of a function on the emulator", function () {
  this.timeout(60_000);
  let cloud: Cloud;
  shared(Cloud, (started) => (cloud = started));
  before(function () {
    if (!mayMount) this.skip();
  });

  const call = async (FunctionName: string, event: object = {}) => {
    const { Payload } = await cloud.aws.lambda.invoke({ FunctionName, Payload: JSON.stringify(event) });
    return JSON.parse(Buffer.from(Payload ?? []).toString()) as { [name: string]: unknown };
  };
  const size = `const { bsize, blocks } = require("fs").statfsSync("/tmp"); return { megabytes: bsize * blocks / ${megabyte} };`;

  it("is as large as its ephemeral storage, 512 MB without one", async () => {
    await cloud.function("plain", size);
    await cloud.function("large", size, { EphemeralStorage: { Size: 1024 } });
    assert.deepEqual([await call("plain"), await call("large")], [{ megabytes: 512 }, { megabytes: 1024 }]);
  });

  it("takes no more than that: a write beyond fails with ENOSPC", async () => {
    const fill = `const fs = require("fs"), os = require("os"), path = require("path");
      const file = path.join(os.tmpdir(), "full"), part = Buffer.alloc(16 * ${megabyte});
      let written = 0;
      try { for (;;) { fs.appendFileSync(file, part); written += 16; } }
      catch ({ code }) { fs.rmSync(file); return { code, written, file }; }`;
    await cloud.function("fills", fill, { MemorySize: 1024, Timeout: 30 });
    const { code, written, file } = await call("fills");
    assert.deepEqual([code, file], ["ENOSPC", "/tmp/full"]);
    assert.ok((written as number) >= 480 && (written as number) <= 512, String(written));
  });

  it("keeps a file for the next call of the same environment, and is nobody else's", async () => {
    const body = `const fs = require("fs");
      if (event.write) fs.writeFileSync("/tmp/note", event.write);
      return { found: fs.existsSync("/tmp/note") ? fs.readFileSync("/tmp/note", "utf8") : null };`;
    await cloud.function("writes", body);
    await cloud.function("looks", body);
    assert.deepEqual(await call("writes", { write: "hello" }), { found: "hello" });
    assert.deepEqual([await call("writes"), await call("looks")], [{ found: "hello" }, { found: null }]);
  });
});
