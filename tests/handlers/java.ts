/** What AWS's own Java runtimes start functions with (its Runtime Interface Client): here without the emulator, whose snapshots are none. */
import { unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { buildLanguage } from "../../components/packaging/languageBuild";
import { hostTarget } from "../../components/packaging/nativeModules";
import { Language, toolchains } from "../../components/packaging/toolchains";

/** Its main class; the entry point of the function is its argument. */
export const JAVA_RUNTIME = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

/** How Lambda's Java runtimes have `org.crac` find the hooks' place in the client. */
export const CRAC = "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac";

/** The sources in a folder as Maven builds them: the package of a Java function. */
function buildJava(folder: string): Record<string, Uint8Array> {
  const { runtime } = toolchains[Language.Java];
  const file = buildLanguage({ language: Language.Java, folder, runtime, machine: hostTarget });
  return unzipSync(readFileSync(file));
}

/** The files of a Java function, and of the client that starts it. */
export function withJavaRuntime(folder: string): Record<string, Uint8Array> {
  return { ...buildJava(join(__dirname, "java-runtime")), ...buildJava(folder) };
}
