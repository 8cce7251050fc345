import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { hasLanguageHost, quote } from "../languageHost/installed";
import { type Engine } from "../../local/engine";
import { installRoot } from "../../local/project";
import { compiledPack } from "./preloads";

/** The folder of the policy pack. */
export const policyPack = path.join(installRoot, "policy");

/** Options that make a run of the engine use the policy pack. */
export const underPolicyPack = (
  config: string | undefined,
): { policyPacks: string[]; policyPackConfigs?: string[] } => ({
  policyPacks: [policyPack],
  ...(config !== undefined && { policyPackConfigs: [config] }),
});

/**
 * PATH with the program that starts a policy pack in JavaScript. That is the task of the Node language host; without
 * one (it comes with the official CLI, not with a build), an executable of a fixed name does it.
 * @param folder Where to write that executable.
 */
export function pathWithAnalyzer({ command }: Engine, folder: string): string {
  const current = process.env.PATH ?? "";
  if (hasLanguageHost(command.command)) return current;
  return analyzerScript(folder, require.resolve("@pulumi/pulumi/cmd/run-policy-pack")) + path.delimiter + current;
}

/**
 * Writes the executable that starts a policy pack, and gives its folder back.
 * @param entry Pulumi's own script for it.
 */
export function analyzerScript(folder: string, entry: string): string {
  mkdirSync(folder, { recursive: true });
  const analyzer = path.join(folder, "pulumi-analyzer-policy-nodejs");
  writeFileSync(
    analyzer,
    `#!/bin/sh\nexec ${[process.execPath, "--require", compiledPack, entry].map(quote).join(" ")} "$@"\n`,
  );
  chmodSync(analyzer, 0o755);
  return folder;
}
