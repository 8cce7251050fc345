import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import * as path from "node:path";
import which from "which";
import { hostTarget, type NativeTarget } from "./nativeModules";

/** Languages of a {@link LanguageFunction}. For Node.js, use NodeFunction. */
export const Language = {
  Python: "python",
  Java: "java",
  /** Also for a custom runtime in Go: both are a program `bootstrap`. */
  Go: "go",
  Ruby: "ruby",
  Dotnet: "dotnet",
} as const;
export type Language = (typeof Language)[keyof typeof Language];

/** Parameters of a build. */
export interface BuildTarget {
  /** Identifier of the Lambda runtime. */
  runtime: string;
  /** The machine that will run the package. */
  machine: NativeTarget;
  /** Whether a file is among the sources. */
  has(file: string): boolean;
}

/** One command, run in a copy of the sources. */
export interface BuildCommand {
  command: string[];
  environment?: Record<string, string>;
}

/** How to build a package from a language's sources. */
export interface Toolchain {
  /** Default runtime. */
  readonly runtime: string;
  /** Runtimes of the language. */
  readonly runtimes: RegExp;
  /** Default entry point; none for languages in which it names a class. */
  readonly handler?: string;
  /** Form of an entry point, for messages. */
  readonly handlerForm: string;
  /** Programs that must be on PATH. */
  readonly programs: readonly string[];
  /** Command that prints the toolchain's version; another version triggers a new build. */
  readonly version: readonly [program: string, ...args: string[]];
  /** Oldest supported version. */
  readonly oldest: readonly [major: number, minor: number];
  /** How to install the toolchain. */
  readonly fix: string;
  readonly build: (target: BuildTarget) => BuildCommand[];
  /** Folder of the copy to pack. */
  readonly output: string;
}

const cpu = ({ cpu }: NativeTarget, x64: string, arm64: string): string => (cpu === "x64" ? x64 : arm64);

/** Install wheels for Lambda's machine and Python, without running downloaded code. */
const installWheels = ({ runtime, machine }: BuildTarget): string[] => [
  ...["python3", "-m", "pip", "install", "--requirement", "requirements.txt", "--target", ".", "--only-binary=:all:"],
  ...["--no-compile", "--disable-pip-version-check", "--no-input", "--quiet"],
  ...(machine === hostTarget
    ? []
    : [
        ...["--platform", `manylinux2014_${cpu(machine, "x86_64", "aarch64")}`, "--implementation", "cp"],
        ...["--python-version", runtime.replace("python", "")],
      ]),
];

/** The toolchain of each language. */
export const toolchains: Readonly<Record<Language, Toolchain>> = {
  [Language.Python]: {
    runtime: "python3.14",
    runtimes: /^python3\.\d+$/,
    handler: "handler.handler",
    handlerForm: "module.function",
    programs: ["python3"],
    version: ["python3", "--version"],
    oldest: [3, 10],
    fix: "install Python 3.10 or newer (https://www.python.org/downloads/)",
    build: (target) => [
      // Finds syntax errors; the compiled files are for this machine's version and stay out of the package.
      { command: ["python3", "-m", "compileall", "-q", "."], environment: { PYTHONPYCACHEPREFIX: "../compiled" } },
      ...(target.has("requirements.txt") ? [{ command: installWheels(target) }] : []),
    ],
    output: ".",
  },
  [Language.Java]: {
    runtime: "java25",
    runtimes: /^java\d+(\.al2)?$/,
    handlerForm: "package.Class",
    programs: ["mvn", "javac"],
    version: ["javac", "-version"],
    oldest: [17, 0],
    fix: "install a JDK 17 or newer (https://adoptium.net) and Maven (https://maven.apache.org/install.html)",
    build: () => [
      {
        command: [
          ...["mvn", "--batch-mode", "--quiet", "compile", "dependency:copy-dependencies"],
          ...["-DincludeScope=runtime", "-DoutputDirectory=target/classes/lib"],
        ],
      },
    ],
    output: "target/classes",
  },
  [Language.Go]: {
    runtime: "provided.al2023",
    runtimes: /^provided\.al2/,
    handler: "bootstrap",
    handlerForm: "bootstrap",
    programs: ["go"],
    version: ["go", "version"],
    oldest: [1, 24],
    fix: "install Go 1.24 or newer (https://go.dev/doc/install)",
    build: ({ machine }) => [
      {
        command: [
          ...["go", "build", "-trimpath", "-buildvcs=false", "-tags=lambda.norpc", "-ldflags=-s -w -buildid="],
          ...["-o", "package/bootstrap", "."],
        ],
        environment: { GOOS: machine.os, GOARCH: cpu(machine, "amd64", "arm64"), CGO_ENABLED: "0" },
      },
    ],
    output: "package",
  },
  [Language.Ruby]: {
    runtime: "ruby4.0",
    runtimes: /^ruby\d+\.\d+$/,
    handler: "handler.handler",
    handlerForm: "file.method",
    programs: ["ruby"],
    version: ["ruby", "--version"],
    oldest: [3, 2],
    fix: "install Ruby 3.2 or newer (https://www.ruby-lang.org/en/downloads/)",
    build: () => [{ command: ["ruby", "-wc", "handler.rb"] }],
    output: ".",
  },
  [Language.Dotnet]: {
    runtime: "dotnet10",
    runtimes: /^dotnet\d+$/,
    handlerForm: "Assembly::Namespace.Class::Method",
    programs: ["dotnet"],
    version: ["dotnet", "--version"],
    oldest: [10, 0],
    fix: "install the .NET SDK 10 or newer (https://dotnet.microsoft.com/download)",
    build: ({ machine }) => [
      {
        command: [
          ...["dotnet", "publish", "--configuration", "Release", "--nologo", "--verbosity", "quiet"],
          ...["--runtime", cpu(machine, "linux-x64", "linux-arm64"), "--no-self-contained", "--output", "package"],
        ],
      },
    ],
    output: "package",
  },
};

/** What this machine lacks to build the language, and how to install it; undefined if nothing. */
export function missingToolchain(language: Language): string | undefined {
  const { programs, fix, version, oldest } = toolchains[language];
  const missing = programs.filter((program) => findProgram(program) === undefined);
  if (missing.length > 0) return `there is no ${missing.join(" and no ")} on PATH: ${fix}`;
  const output = readVersion(language);
  if (output === undefined) return `${version.join(" ")} fails: ${fix}`;
  const [major = 0, minor = 0] = /(\d+)(?:\.(\d+))?/.exec(output)?.slice(1).map(Number) ?? [];
  const isOld = major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
  return isOld ? `${version[0]} is too old (${output}): ${fix}` : undefined;
}

const findProgram = (program: string): string | undefined => which.sync(program, { nothrow: true }) ?? undefined;

const versions = new Map<string, string | undefined>();

/**
 * The version that the toolchain prints; undefined if it does not start. Asked once for each PATH, since compilers are
 * slow to start.
 */
export function readVersion(language: Language): string | undefined {
  const [program, ...args] = toolchains[language].version;
  const key = `${program} ${process.env.PATH}`;
  if (!versions.has(key)) {
    const written = language === Language.Java ? jdkVersion(program) : undefined;
    versions.set(key, written ?? printedVersion(program, args));
  }
  return versions.get(key);
}

function printedVersion(program: string, args: string[]): string | undefined {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** The version from the JDK's release file, since asking its compiler takes half a second. */
function jdkVersion(program: string): string | undefined {
  const found = findProgram(program);
  if (found === undefined) return undefined;
  const release = path.join(path.dirname(realpathSync(found)), "..", "release");
  if (!existsSync(release)) return undefined;
  const [, version] = /^JAVA_VERSION="(.+)"$/m.exec(readFileSync(release, "utf8")) ?? [];
  return version && `${program} ${version}`;
}
