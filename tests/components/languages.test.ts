import * as pulumi from "@pulumi/pulumi";
import { strFromU8, unzipSync } from "fflate";
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  Architecture,
  ArgumentError,
  ChecksumLanguage,
  Checksums,
  Language,
  LanguageFunction,
  type LanguageFunctionArgs,
  TicketNumbers,
} from "../../components";
import { buildLanguage } from "../../components/packaging/languageBuild";
import { lambdaTarget } from "../../components/packaging/nativeModules";
import { missingToolchain, toolchains } from "../../components/packaging/toolchains";
import { declare, one, statements } from "./deploy";

const FUNCTION = "aws:lambda/function:Function";
const arm64 = lambdaTarget(Architecture.Arm64);

describe("functions in other languages than Node.js (under Pulumi's mocks)", function () {
  this.timeout(120_000);
  let folder: string;
  let environment: NodeJS.ProcessEnv;

  const write = (files: Record<string, string>): string => {
    const sources = mkdtempSync(path.join(folder, "sources-"));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(sources, name)), { recursive: true });
      writeFileSync(path.join(sources, name), text);
    }
    return sources;
  };
  const build = (language: Language, sources: string, runtime = toolchains[language].runtime): string =>
    buildLanguage({ language, folder: sources, runtime, machine: arm64 });
  const refused = (args: LanguageFunctionArgs, ...parts: string[]): Promise<void> =>
    assert.rejects(
      declare(() => new LanguageFunction("tax", args)),
      (error: unknown) => {
        assert.ok(error instanceof ArgumentError);
        for (const part of ['LanguageFunction "tax"', ...parts]) assert.ok(error.message.includes(part), error.message);
        return true;
      },
    );

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "headroom-languages-"));
    environment = process.env;
  });
  afterEach(() => {
    process.env = environment;
    rmSync(folder, { recursive: true, force: true });
  });

  it("are packed from their sources, the same for the same sources, without what builds by hand left there", () => {
    const text = "def handler(event, context):\n    return 1\n";
    const files = { "handler.py": text, "tax/rates.py": "", "__pycache__/handler.pyc": "x" };
    const first = build(Language.Python, write(files));
    process.env = { ...environment, XDG_CACHE_HOME: path.join(folder, "another-cache") };
    const second = build(Language.Python, write(files));
    assert.notEqual(first, second);
    assert.deepEqual(readFileSync(first), readFileSync(second));
    const packed = unzipSync(readFileSync(first));
    assert.deepEqual(Object.keys(packed).sort(), ["handler.py", "tax/rates.py"]);
    assert.equal(strFromU8(packed["handler.py"] ?? new Uint8Array()), text);
  });

  it("in Python bring the wheels of requirements.txt, for the function's processor and not this machine's", () => {
    const wheel = "38f99e696793790f54658e71c68c7a8a40cea877c81232b5052383b1301aceba";
    const archive = build(
      Language.Python,
      write({ "handler.py": "", "requirements.txt": `snapshot-restore-py==1.0.0 --hash=sha256:${wheel}\n` }),
    );
    assert.ok("snapshot_restore_py.py" in unzipSync(readFileSync(archive)));
    const [, install] = toolchains[Language.Python].build({ runtime: "python3.13", machine: arm64, has: () => true });
    const command = install?.command.join(" ") ?? "";
    assert.match(command, /--platform manylinux2014_aarch64 --implementation cp --python-version 3\.13$/);
  });

  if (missingToolchain(Language.Go) === undefined) {
    it("in Go become a static program for the function's processor, byte by byte the same wherever it is built", () => {
      const files = { "go.mod": "module tax\n\ngo 1.24\n", "main.go": "package main\n\nfunc main() {}\n" };
      const archives = [build(Language.Go, write(files))];
      // Go's own cache stays: the point is another folder, not another compilation of its library.
      const goCache = path.join(environment.XDG_CACHE_HOME || path.join(environment.HOME ?? "", ".cache"), "go-build");
      process.env = { GOCACHE: goCache, ...environment, XDG_CACHE_HOME: path.join(folder, "another-cache") };
      archives.push(build(Language.Go, write(files)));
      const [one, other] = archives.map((file) => unzipSync(readFileSync(file)).bootstrap ?? new Uint8Array());
      assert.deepEqual(one, other);
      assert.equal(Buffer.from(one ?? []).readUInt16LE(18), 0xb7); // ELF's number of AArch64
      assert.ok(!Buffer.from(one ?? []).includes(folder));
    });
  }

  it("have the runtime, the entry point and the package of their language", async () => {
    const declared = await declare(() => new LanguageFunction("tax", { language: Language.Python, folder: write({}) }));
    const resource = one(declared, FUNCTION);
    assert.deepEqual([resource.runtime, resource.handler], ["python3.14", "handler.handler"]);
    assert.deepEqual(resource.architectures, ["arm64"]);
    assert.ok(resource.code instanceof pulumi.asset.FileArchive);
  });

  it("are refused, with all that is wrong, before anything is created", () =>
    refused(
      { language: Language.Python, folder: "no/such/folder", runtime: "ruby4.0" },
      'folder is "no/such/folder"; there is no such folder',
      'runtime is "ruby4.0"; python needs one such as python3.14',
    ));

  for (const language of Object.values(Language)) {
    it(`in ${language} are refused on a machine without its toolchain, which the error names with the way to get it`, async () => {
      const sources = write({});
      process.env = { ...environment, PATH: folder };
      const { programs, fix } = toolchains[language];
      await refused(
        { language, folder: sources, handler: "it" },
        `language is "${language}"; there is no ${programs.join(" and no ")} on PATH: ${fix}`,
      );
    });
  }

  for (const [what, script, problem] of [
    ["too old", "echo go version go1.19.5 linux/amd64", "go is too old (go version go1.19.5 linux/amd64): install Go"],
    ["broken", "exit 1", "go version fails: install Go"],
  ] as const) {
    it(`are refused when their toolchain is ${what}`, async () => {
      const programs = write({ go: `#!/bin/sh\n${script}\n` });
      chmodSync(path.join(programs, "go"), 0o755);
      process.env = { ...environment, PATH: programs };
      await refused({ language: Language.Go, folder }, problem);
    });
  }

  it("that their toolchain cannot build are refused with what it says", () =>
    refused(
      { language: Language.Python, folder: write({ "handler.py": "def handler(:\n" }) },
      "cannot be built",
      "handler.py",
      "SyntaxError",
    ));

  it("leave out the languages that cannot be built here, when asked to, and only those", async () => {
    process.env = { ...environment, PATH: folder };
    const languages = [ChecksumLanguage.Node, ChecksumLanguage.Go, ChecksumLanguage.Custom];
    let skipped: Checksums["skipped"] = {};
    const declared = await declare(() => {
      skipped = new Checksums("checksum", { languages, skipMissing: true }).skipped;
    });
    assert.equal(one(declared, FUNCTION).runtime, "nodejs24.x");
    assert.deepEqual(Object.keys(skipped), [ChecksumLanguage.Go, ChecksumLanguage.Custom]);
    await assert.rejects(
      declare(() => new Checksums("checksum", { languages })),
      /LanguageFunction "checksum-go": language is "go"; there is no go on PATH/,
    );
  });

  it("leave out a language whose sources cannot be built, with what its toolchain says", async () => {
    const programs = write({
      go: "#!/bin/sh\n[ $1 = version ] && echo go version go1.30 || { echo no proxy; exit 1; }\n",
    });
    chmodSync(path.join(programs, "go"), 0o755);
    process.env = { ...environment, PATH: `${programs}:/bin` };
    let skipped: Checksums["skipped"] = {};
    await declare(() => {
      skipped = new Checksums("checksum", { languages: [ChecksumLanguage.Go], skipMissing: true }).skipped;
    });
    assert.match(skipped.go ?? "", /^go build .*: no proxy$/);
  });

  it("are Node.js and Python when nothing else is said, which every machine can build", async () => {
    const declared = await declare(() => new Checksums("checksum"));
    const functions = declared.filter(({ type }) => type === FUNCTION);
    assert.deepEqual(functions.map(({ name }) => name).sort(), ["checksum-node", "checksum-python"]);
  });

  it("that give out numbers start from a snapshot, and may only count in their table", async () => {
    const declared = await declare(() => new TicketNumbers("tickets", { blockSize: 50 }));
    const resource = one(declared, FUNCTION);
    assert.deepEqual(resource.snapStart, { applyOn: "PublishedVersions" });
    const { variables } = resource.environment as { variables: Record<string, string> };
    assert.equal(variables.BLOCK_SIZE, "50");
    assert.deepEqual(statements(one(declared, "aws:iam/rolePolicy:RolePolicy", "tickets-links").policy), [
      {
        Effect: "Allow",
        Action: "dynamodb:UpdateItem",
        Resource: "arn:aws:dynamodb:eu-west-1:123456789012:tickets-counter",
      },
    ]);
  });

  it("refuse numbers in blocks of none", () =>
    assert.rejects(
      declare(() => new TicketNumbers("tickets", { blockSize: 0 })),
      /TicketNumbers "tickets": blockSize is 0; give whole numbers from 1 to 1,000,000/,
    ));
});
