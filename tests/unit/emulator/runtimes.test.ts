import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { CreateFunctionCommandInput } from "@aws-sdk/client-lambda";
import { strToU8, zipSync, type Zippable } from "fflate";
import { addFolder } from "../../../components/packaging/archive";
import { Language, missingToolchain } from "../../../components/packaging/toolchains";
import { whyNotRun } from "../../../local/languages";
import { Cloud, shared } from "./cloud";

interface Answer {
  error?: string;
  payload: unknown;
  log: string;
}

interface Failure {
  errorMessage: string;
  errorType: string;
  stackTrace: string[];
}

const java = `
package probe;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

public final class Probe {
    static { System.out.println("STARTED"); }
    private int calls = 0;

    public Object handle(Map<String, String> event) throws Exception {
        System.out.println("CALL " + event.get("do"));
        switch (event.get("do")) {
            case "fail": throw new IllegalStateException("it is broken");
            case "wait": Thread.sleep(60_000);
            case "fill": return new long[1 << 28].length;
            case "look": return Class.forName("note.Note").getField("TEXT").get(null);
            case "ask":
                URI uri = URI.create(System.getenv("AWS_ENDPOINT_URL") + "/_headroom/clock");
                return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).statusCode();
            default: return Map.of("calls", ++calls, "runtime", System.getenv("AWS_EXECUTION_ENV"));
        }
    }
}
`;

const ruby = `
require "net/http"
puts "STARTED"
$calls = 0

class Broken < StandardError; end

def handle(event:, context:)
  puts "CALL #{event["do"]}"
  case event["do"]
  when "fail" then raise Broken, "it is broken"
  when "wait" then sleep 60
  when "look"
    require "note"
    NOTE
  when "ask" then Net::HTTP.get_response(URI(ENV["AWS_ENDPOINT_URL"] + "/_headroom/clock")).code.to_i
  else { calls: $calls += 1, runtime: ENV["AWS_EXECUTION_ENV"] }
  end
end
`;

const note = `package note; public final class Note { public static final String TEXT = "from a layer"; }`;

function compiled(name: string, source: string): Zippable {
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-probe-"));
  try {
    mkdirSync(path.join(folder, "classes"));
    writeFileSync(path.join(folder, `${name}.java`), source);
    const { status, stderr } = spawnSync("javac", ["--release", "17", "-d", "classes", `${name}.java`], {
      cwd: folder,
    });
    assert.equal(status, 0, String(stderr));
    const files = {};
    addFolder(files, path.join(folder, "classes"));
    return files;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const languages = [
  {
    language: Language.Java,
    runtime: "java25",
    files: () => compiled("Probe", java),
    layer: () => ({ "java/lib/note.jar": zipSync(compiled("Note", note)) }),
    handler: "probe.Probe::handle",
    error: "java.lang.IllegalStateException",
    line: /probe\.Probe\.handle\(Probe\.java:\d+\)/,
    absent: ["probe.Gone", /^Class not found: probe\.Gone$/, "java.lang.ClassNotFoundException"],
  },
  {
    language: Language.Ruby,
    runtime: "ruby3.4",
    files: () => ({ "probe.rb": strToU8(ruby) }),
    layer: () => ({ "ruby/lib/note.rb": strToU8('NOTE = "from a layer"') }),
    handler: "probe.handle",
    error: "Function<Broken>",
    line: /probe\.rb:\d+:in .*handle/,
    absent: ["gone.handle", /^cannot load such file -- .*gone/, "Init<LoadError>"],
  },
] as const;

const settings = { Timeout: 20, MemorySize: 256 };
type Package = Pick<CreateFunctionCommandInput, "Runtime" | "Handler" | "Code">;

async function deploy(cloud: Cloud, FunctionName: string, given: Package): Promise<void> {
  const Role = await cloud.role(`${FunctionName}-role`);
  await cloud.aws.lambda.createFunction({ FunctionName, Role, ...settings, ...given });
}

async function call({ aws }: Cloud, FunctionName: string, event: object = {}, Qualifier?: string): Promise<Answer> {
  const sent = { FunctionName, Qualifier, Payload: JSON.stringify(event), LogType: "Tail" } as const;
  const { Payload, FunctionError, LogResult = "" } = await aws.lambda.invoke(sent);
  const payload: unknown = JSON.parse(Buffer.from(Payload ?? []).toString());
  return { payload, error: FunctionError, log: Buffer.from(LogResult, "base64").toString() };
}

describe("functions in other languages on the emulator", function () {
  this.timeout(120_000); // the first start in Java on a machine fetches its client
  let cloud: Cloud;
  shared(Cloud, (started) => (cloud = started));

  for (const { language, runtime, files, layer, handler, error, line, absent } of languages) {
    const missing = missingToolchain(language);
    if (missing) {
      it(`${language}: is not tried, ${missing}`, () => assert.match(missing, /: install /));
      continue;
    }

    describe(language, () => {
      before(() =>
        deploy(cloud, language, { Runtime: runtime, Handler: handler, Code: { ZipFile: zipSync(files()) } }),
      );

      it("starts once, and answers each call with what it writes in its log group", async () => {
        const [first, second] = [
          await call(cloud, language, { do: "count" }),
          await call(cloud, language, { do: "count" }),
        ];
        const environment = `AWS_Lambda_${runtime}`;
        assert.deepEqual(first.payload, { calls: 1, runtime: environment }, first.log);
        assert.deepEqual(second.payload, { calls: 2, runtime: environment }, second.log);
        assert.match(first.log, /STARTED\n(.*\n)*CALL count/);
        assert.match(second.log, /CALL count/);
        assert.doesNotMatch(second.log, /STARTED/);
        const lines = await cloud.logLines(`/aws/lambda/${language}`);
        assert.equal(lines.filter((each) => each.includes("CALL count")).length, 2);
      });

      it("answers an error with its name and trace, and goes on", async () => {
        const { calls: before } = (await call(cloud, language, { do: "count" })).payload as { calls: number };
        const { payload, error: kind, log } = await call(cloud, language, { do: "fail" });
        const failure = payload as Failure;
        assert.deepEqual([kind, failure.errorMessage, failure.errorType], ["Unhandled", "it is broken", error]);
        assert.match(failure.stackTrace.join("\n"), line);
        assert.match(log, /it is broken/);
        assert.deepEqual((await call(cloud, language, { do: "count" })).payload, {
          calls: before + 1,
          runtime: `AWS_Lambda_${runtime}`,
        });
      });

      it("reaches the cloud's own endpoint, whose certificate it trusts", async () => {
        const { payload, log } = await call(cloud, language, { do: "ask" });
        assert.equal(payload, 200, `${JSON.stringify(payload)} ${log}`);
      });

      it("finds what its layers bring", async () => {
        const Content = { ZipFile: zipSync(layer()) };
        const { LayerVersionArn = "" } = await cloud.aws.lambda.publishLayerVersion({ LayerName: language, Content });
        await cloud.aws.lambda.updateFunctionConfiguration({ FunctionName: language, Layers: [LayerVersionArn] });
        assert.equal((await call(cloud, language, { do: "look" })).payload, "from a layer");
      });

      it("is ended after its time, and starts anew", async () => {
        await cloud.aws.lambda.updateFunctionConfiguration({ FunctionName: language, Timeout: 2 });
        const { payload, error: kind } = await call(cloud, language, { do: "wait" });
        assert.deepEqual([kind, (payload as Failure).errorType], ["Unhandled", "Sandbox.Timedout"]);
        assert.match((payload as Failure).errorMessage, /Task timed out after 2\.00 seconds/);
        const { payload: next, log } = await call(cloud, language, { do: "count" });
        assert.deepEqual([(next as { calls: number }).calls, /STARTED/.test(log)], [1, true]);
      });

      it("says what is wrong when its handler cannot be loaded", async () => {
        const [Handler, message, type] = absent;
        const Code = { ZipFile: zipSync(files()) };
        await deploy(cloud, `${language}-absent`, { Runtime: runtime, Handler, Code });
        const { payload, error: kind } = await call(cloud, `${language}-absent`);
        const failure = payload as Failure;
        assert.deepEqual([kind, failure.errorType], ["Unhandled", type], JSON.stringify(payload));
        assert.match(failure.errorMessage, message);
      });
    });
  }

  const missing = missingToolchain(Language.Java);
  if (!missing)
    it("java: has the memory that it was given, and says when that is full", async () => {
      const [{ runtime: Runtime, handler: Handler, files }] = languages;
      await deploy(cloud, "full", { Runtime, Handler, Code: { ZipFile: zipSync(files()) } });
      const { payload } = await call(cloud, "full", { do: "fill" });
      assert.equal((payload as Failure).errorType, "java.lang.OutOfMemoryError", JSON.stringify(payload));
    });
});

/** Answers each event with how it was started: a program that speaks the Runtime API, as one in .NET does. */
const standIn = `#!${process.execPath}
const api = "http://" + process.env.AWS_LAMBDA_RUNTIME_API + "/2018-06-01/runtime/invocation/";
(async () => {
  for (;;) {
    const call = await fetch(api + "next");
    const body = JSON.stringify({ arguments: process.argv.slice(2), event: await call.json() });
    await fetch(api + call.headers.get("lambda-runtime-aws-request-id") + "/response", { method: "POST", body });
  }
})();
`;

describe("functions in other languages, where of their programs only dotnet is on PATH", function () {
  this.timeout(60_000);
  const Code = { ZipFile: zipSync({ "Checksum.dll": strToU8("") }) };
  let cloud: Cloud;
  let folder: string;
  let userPath: string | undefined;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "headroom-path-"));
    writeFileSync(path.join(folder, "dotnet"), standIn);
    chmodSync(path.join(folder, "dotnet"), 0o755);
    [userPath, process.env.PATH] = [process.env.PATH, folder];
  });
  shared(Cloud, (started) => (cloud = started));
  after(() => {
    process.env.PATH = userPath;
    rmSync(folder, { recursive: true, force: true });
  });

  it("start an executable assembly of .NET", async () => {
    await deploy(cloud, "executable", { Runtime: "dotnet10", Handler: "Checksum", Code });
    const { payload } = await call(cloud, "executable", { text: "hello" });
    assert.deepEqual(payload, { arguments: ["Checksum.dll"], event: { text: "hello" } });
  });

  for (const [Runtime, Handler, reason] of [
    ["java25", "probe.Probe", /^java25 is not run: there is no java on PATH: install Java 17 or newer/],
    ["ruby4.0", "probe.handle", /^ruby4\.0 is not run: there is no ruby on PATH: install Ruby/],
    ["dotnet10", "Checksum::Checksum.Checksum::Handle", /^dotnet10 is not run: a class library needs a program/],
  ] as const) {
    it(`say in a line, at the run and at a call, why ${Runtime} with ${Handler} is not run`, async () => {
      const name = Handler.replace(/\W+/g, "-");
      await deploy(cloud, name, { Runtime, Handler, Code });
      const { payload, error, log } = await call(cloud, name);
      const { errorMessage, errorType } = payload as Failure;
      assert.deepEqual([error, errorType], ["Unhandled", "Runtime.Unavailable"]);
      assert.match(errorMessage, reason);
      assert.ok(log.includes(errorMessage), log);
      assert.equal(`${Runtime} is not run: ${whyNotRun(Runtime, Handler)}`, errorMessage);
    });
  }
});
