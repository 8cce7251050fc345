import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const checkout = process.cwd();

/** What somebody else writes: it declares a thumbnailer under Pulumi's mocks and prints what was declared. */
const PROGRAM = `
const pulumi = require("@pulumi/pulumi");
const declared = [];
pulumi.runtime.setMocks({
  newResource: ({ type, name, inputs }) => {
    declared.push({ type, name, code: inputs.code && inputs.code.path });
    return { id: name, state: { arn: "arn:aws:x:eu-west-1:123456789012:" + name, name, bucket: name, ...inputs } };
  },
  call: ({ inputs }) => ({ ...inputs, partition: "aws" }),
}).then(async () => {
  const { Thumbnailer, ThumbnailFormat } = require("headroom");
  const { limits } = require("headroom/limits");
  new Thumbnailer("pictures", { widths: [64], formats: [ThumbnailFormat.Png], timeoutSeconds: limits.lambda.timeout.max });
  await pulumi.runtime.disconnect();
  console.log(JSON.stringify(await Promise.all(declared.map(async (each) => ({ ...each, code: await each.code })))));
});
`;

describe("the package", function () {
  this.timeout(120_000);
  let project: string;
  before(async () => {
    project = await mkdtemp(path.join(os.tmpdir(), "headroom-library-"));
    const modules = path.join(project, "node_modules");
    await run("npm", ["pack", "--pack-destination", project], { cwd: checkout });
    const [tarball] = (await readdir(project)).filter((file) => file.endsWith(".tgz"));
    await mkdir(path.join(modules, "headroom"), { recursive: true });
    await run("tar", [
      "-xzf",
      path.join(project, String(tarball)),
      "--strip-components=1",
      "-C",
      path.join(modules, "headroom"),
    ]);
    // Its dependencies, as npm would lay them out next to it.
    for (const name of await readdir(path.join(checkout, "node_modules"))) {
      if (name !== "headroom") await symlink(path.join(checkout, "node_modules", name), path.join(modules, name));
    }
    await writeFile(path.join(project, "index.js"), PROGRAM);
  });
  after(() => rm(project, { recursive: true, force: true }));

  it("gives another project its components, their handlers and the limits (declared under Pulumi's mocks)", async () => {
    const { stdout } = await run(process.execPath, ["index.js"], { cwd: project });
    const declared = JSON.parse(stdout) as { type: string; name: string; code?: string }[];
    assert.ok(declared.some(({ type }) => type === "headroom:media:Thumbnailer"));
    const lambda = declared.find(({ type }) => type === "aws:lambda/function:Function");
    assert.match(lambda?.code ?? "", /\.zip$/);
    assert.ok(lambda?.code?.startsWith(project));
  });
});
