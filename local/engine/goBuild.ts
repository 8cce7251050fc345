import { existsSync } from "node:fs";
import path from "node:path";
import { AttemptError, type Making } from "./attempt";
import { run } from "./run";

const cli = "github.com/pulumi/pulumi/pkg/v3";

/**
 * Builds the CLI from the Go module proxy, as go.mod and go.sum next to this file pin it: about 4 minutes the first
 * time on 2 cores. It needs nothing but Go: 1.21 or newer, which downloads a newer toolchain itself.
 */
export async function buildEngine({ target, version, module, progress }: Making): Promise<void> {
  const fix = "install Go 1.25.11 or newer (https://go.dev/dl/), and let it reach a Go module proxy (GOPROXY).";
  const env = { ...process.env, CGO_ENABLED: "0", GOFLAGS: "-mod=readonly", GOWORK: "off" };
  const common = { cwd: module, env, progress, fix };

  await run("go", ["version"], { ...common, step: "looking for Go", limits: { total: 60 } });
  // Fetch one module first, so that an unreachable proxy fails early.
  await run("go", ["mod", "download", cli], {
    ...common,
    step: "asking for the engine's source",
    limits: { total: 60 },
  });
  const variable = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";
  const binary = path.join(target, "bin", "pulumi");
  await run(
    "go",
    ["build", "-v", "-trimpath", "-ldflags", `-s -w -X ${variable}=v${version}`, "-o", binary, `${cli}/cmd/pulumi`],
    { ...common, step: `building Pulumi ${version}, once (about 4 minutes)`, limits: { silent: 300 }, detail },
  );
  if (!existsSync(binary)) throw new AttemptError(`go build left no ${binary}`, fix);
}

/** Counts what `go build -v` names: each downloaded module and each compiled package. */
function detail(lines: string[]): string {
  const downloads = lines.filter((line) => line.startsWith("go: downloading")).length;
  const packages = lines.filter((line) => line && !line.startsWith("go: ")).length;
  return packages ? `${packages} packages compiled` : `${downloads} modules downloaded`;
}
