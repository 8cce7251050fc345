import { CreateFunctionCommand, InvokeCommand, LambdaClient, waitUntilFunctionActiveV2 } from "@aws-sdk/client-lambda";
import { unzipSync, zipSync, type Zippable } from "fflate";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ChecksumLanguage } from "../../components";
import { bundle } from "../../components/packaging/bundle";
import { checksumSource, missingForChecksum } from "../../components/patterns/checksums";
import { buildLanguage } from "../../components/packaging/languageBuild";
import { hostTarget } from "../../components/packaging/nativeModules";
import { Language, missingToolchain, toolchains } from "../../components/packaging/toolchains";
import { REGION, root, startEmulator, type TestEmulator } from "./emulator";
import { createRole } from "./identity";
import { JAVA_RUNTIME, withJavaRuntime } from "./java";
import { HANDLERS } from "./load";
import { ACCOUNT } from "./packed";

type BuiltLanguage = Exclude<ChecksumLanguage, ChecksumLanguage.Node>;

/** What runs on the emulator: a package, with the runtime and entry point that it is started by. */
interface Package {
  runtime: string;
  handler: string;
  zip: Uint8Array;
}

/** Builds the function for this machine, as the component does. */
function build(language: BuiltLanguage): Package {
  const { folder, ...source } = checksumSource(language);
  const toolchain = toolchains[source.language];
  const { runtime } = toolchain;
  const zip = readFileSync(buildLanguage({ language: source.language, folder, runtime, machine: hostTarget }));
  return { runtime, handler: source.handler ?? toolchain.handler ?? "", zip };
}

async function bundled(): Promise<Package> {
  const entry = join(HANDLERS, "languages", "node", "handler.ts");
  const file = await bundle({ entry, target: "node24", nativeModules: [], nativeTarget: hostTarget });
  return { runtime: "nodejs24.x", handler: "index.handler", zip: readFileSync(file) };
}

/** The Java package in a custom runtime, started by AWS's own client. */
function javaAsCustomRuntime(): Package {
  const { folder, handler = "" } = checksumSource(ChecksumLanguage.Java);
  const start = [
    "#!/bin/sh",
    `PATH=${process.env.PATH}`,
    `exec java -cp "$LAMBDA_TASK_ROOT:$LAMBDA_TASK_ROOT/lib/*" ${JAVA_RUNTIME} "$_HANDLER"`,
  ];
  const files: Zippable = withJavaRuntime(folder);
  files.bootstrap = [Buffer.from(start.join("\n")), { os: 3, attrs: 0o100755 << 16 }];
  return { runtime: "provided.al2023", handler, zip: zipSync(files) };
}

const texts = ["", "Hello, Lambda", "Grüße, 世界 🌍", 'line\nbreak, "quotes" and \\', "x".repeat(100_000)];
const wrong = [{}, { text: null }, { text: 42 }, { text: ["a"] }];

describe("the same function in every language, on the emulator", function () {
  this.timeout(300_000); // the first build on a machine downloads what it needs, and compiles a standard library
  let emulator: TestEmulator;
  let lambda: LambdaClient;

  before(async () => {
    emulator = await startEmulator();
    lambda = new LambdaClient({ endpoint: emulator.endpoint, region: REGION, credentials: root });
    await createRole(emulator.endpoint, "checksum", []);
  });
  after(() => emulator.stop());

  async function deploy(name: string, { runtime, handler, zip }: Package): Promise<void> {
    await lambda.send(
      new CreateFunctionCommand({
        FunctionName: name,
        Runtime: runtime as "provided.al2023",
        Handler: handler,
        Role: `arn:aws:iam::${ACCOUNT}:role/checksum`,
        Code: { ZipFile: zip },
        Timeout: 60,
        MemorySize: 512,
      }),
    );
    await waitUntilFunctionActiveV2({ client: lambda, maxWaitTime: 60 }, { FunctionName: name });
  }

  async function invoke(name: string, event: object): Promise<{ answer: unknown; error?: string }> {
    const { Payload, FunctionError } = await lambda.send(
      new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event) }),
    );
    return { answer: JSON.parse(Buffer.from(Payload ?? []).toString()) as unknown, error: FunctionError };
  }

  async function answersAsAllDo(name: string): Promise<void> {
    for (const text of texts) {
      const sha256 = createHash("sha256").update(text).digest("hex");
      assert.deepEqual(await invoke(name, { text }), {
        answer: { sha256, bytes: Buffer.byteLength(text) },
        error: undefined,
      });
    }
    for (const event of wrong) {
      const { answer, error } = await invoke(name, event);
      assert.ok(error, JSON.stringify(event));
      assert.equal((answer as { errorMessage: string }).errorMessage, "text: give a string");
    }
  }

  const runs: [name: string, language: Language | undefined, pack: () => Package | Promise<Package>][] = [
    ["node", undefined, bundled],
    ["python", Language.Python, () => build(ChecksumLanguage.Python)],
    ["go", Language.Go, () => build(ChecksumLanguage.Go)],
    ["custom", Language.Go, () => build(ChecksumLanguage.Custom)],
    ["java", Language.Java, javaAsCustomRuntime],
  ];
  for (const [name, language, pack] of runs) {
    const missing = language && missingToolchain(language);
    if (missing) it(`${name} is skipped: ${missing}`, () => assert.match(missing, /: install /));
    else
      it(`${name} gives the checksum of every text, and refuses what is none`, async () => {
        await deploy(name, await pack());
        await answersAsAllDo(name);
      });
  }

  for (const [language, file] of [
    [ChecksumLanguage.Ruby, "handler.rb"],
    [ChecksumLanguage.Dotnet, "Checksum.dll"],
  ] as const) {
    const missing = missingForChecksum(language);
    if (missing) it(`${language} is skipped: ${missing}`, () => assert.match(missing, /: install /));
    else
      it(`${language} is built, and not run: the emulator has no such runtime`, () => {
        const { zip } = build(language);
        assert.ok(file in unzipSync(zip));
      });
  }
});
