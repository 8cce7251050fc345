import { CreateFunctionCommand, InvokeCommand, LambdaClient, waitUntilFunctionActiveV2 } from "@aws-sdk/client-lambda";
import { unzipSync } from "fflate";
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
    ["java", Language.Java, () => build(ChecksumLanguage.Java)],
    ["ruby", Language.Ruby, () => build(ChecksumLanguage.Ruby)],
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

  const missing = missingForChecksum(ChecksumLanguage.Dotnet);
  if (missing) it(`dotnet is skipped: ${missing}`, () => assert.match(missing, /: install /));
  else
    it("dotnet is built, and not run: it is a class library", () => {
      const { zip } = build(ChecksumLanguage.Dotnet);
      assert.ok("Checksum.dll" in unzipSync(zip));
    });
});
