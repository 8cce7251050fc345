import { type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";
import { hasLanguageHost, quote } from "../languageHost/installed";
import { type Engine } from "../../local/engine";
import { installRoot } from "../../local/project";
import { FailureError } from "../terminal/errors";
import { compiledPack, earlyPack } from "./preloads";

/** The folder of the policy pack. */
export const policyPack = path.join(installRoot, "policy");

/** Options that make a run of the engine use the policy pack. */
export const underPolicyPack = (
  config: string | undefined,
): { policyPacks: string[]; policyPackConfigs?: string[] } => ({
  policyPacks: [policyPack],
  ...(config !== undefined && { policyPackConfigs: [config] }),
});

/** The pack's process, started before the engine asks for it. */
export interface WaitingPack {
  /** Where it listens. Rejects with a FailureError if it ends before. */
  port: Promise<number>;
  close(): Promise<void>;
}

/**
 * Takes the process that the command started first, or starts one.
 * @param environment What only this run knows.
 * @param print Receives lines that the pack writes.
 */
export function startWaitingPack(environment: Record<string, string>, print: (line: string) => void): WaitingPack {
  const { takePack } = createRequire(__filename)(earlyPack) as {
    takePack: (root: string) => ChildProcessWithoutNullStreams;
  };
  const child = takePack(installRoot);
  child.stdin.on("error", () => {}); // that it has ended is told below
  child.stdin.write(`${JSON.stringify(environment)}\n`);
  let starting = true;
  const told: string[] = [];
  const { promise: port, resolve, reject } = Promise.withResolvers<number>();
  createInterface(child.stderr).on("line", (line) => (starting ? told.push(line) : print(line)));
  createInterface(child.stdout).on("line", (line) => (/^\d+$/.test(line) ? resolve(Number(line)) : print(line)));
  child.once("close", () => reject(new FailureError(["the policy pack does not start.", ...told].join("\n"))));
  port.then(() => (starting = false)).catch(() => {}); // a run that fails before it needs the pack does not wait for it
  const ended = once(child, "close");
  const close = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  return { port, close };
}

/**
 * PATH with the program that starts a policy pack in JavaScript. That is the task of the Node language host; without
 * one (it comes with the official CLI, not with a build), an executable of a fixed name does it.
 * @param folder Where to write that executable.
 */
export function pathWithAnalyzer(engine: Engine, folder: string, port?: number): string {
  const current = process.env.PATH ?? "";
  if (startsPacks(engine)) return current;
  return analyzerScript(folder, require.resolve("@pulumi/pulumi/cmd/run-policy-pack"), port) + path.delimiter + current;
}

/** Whether the engine starts a policy pack itself. */
export const startsPacks = ({ command }: Engine): boolean => hasLanguageHost(command.command);

/**
 * Writes the executable that starts a policy pack, and gives its folder back.
 * @param entry Pulumi's own script for it.
 * @param port Of a pack that runs already, for the first engine that asks.
 */
export function analyzerScript(folder: string, entry: string, port?: number): string {
  mkdirSync(folder, { recursive: true });
  const analyzer = path.join(folder, "pulumi-analyzer-policy-nodejs");
  const start = [process.execPath, "--require", compiledPack, entry].map(quote).join(" ");
  const lines = ["#!/bin/sh", `exec ${start} "$@"`];
  if (port !== undefined) {
    const taken = quote(path.join(folder, "taken"));
    lines.splice(1, 0, `if mkdir ${taken} 2>/dev/null; then echo ${port}; exec sleep 2147483647; fi`);
  }
  writeFileSync(analyzer, `${lines.join("\n")}\n`);
  chmodSync(analyzer, 0o755);
  return folder;
}
