import { execFileSync } from "node:child_process";
import path from "node:path";

import { type ProviderType } from "./provider";

const reader = path.join(__dirname, "provider");

/**
 * The types of the Terraform provider, read from its source by the Go program in provider/. The source comes with
 * `go mod download -json github.com/hashicorp/terraform-provider-aws@<commit>`.
 */
export function readProvider(source: string): Readonly<Record<string, ProviderType>> {
  try {
    const text = execFileSync("go", ["run", ".", path.resolve(source)], {
      cwd: reader,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      stdio: ["ignore", "pipe", "inherit"],
    });
    return JSON.parse(text) as Readonly<Record<string, ProviderType>>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new Error("the source of the provider is read by a program in Go: install Go from https://go.dev/dl", {
      cause: error,
    });
  }
}
