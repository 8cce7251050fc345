import { runtime } from "@pulumi/pulumi";
import { createRequire } from "node:module";
import { type PulumiFn } from "@pulumi/pulumi/automation";
import { type parseConfig } from "../../stack/config";
import { loadCompiled, loadPackagesOf } from "./compiled";
import { findExitCode, FailureError } from "../terminal/errors";
import { urnName, urnType } from "../../report/urn";
import { type Place } from "./findings";
import { type Settings } from "./settings";
import { placeInProgram } from "../terminal/traces";
import { quietPulumi } from "./preloads";

createRequire(__filename)(quietPulumi);

/** The project's program as the engine runs it, and the error that ended it, if it is one that the user can mend. */
export class Program {
  failure: Error | undefined;

  readonly #places = new Map<string, Error | undefined>();

  /** Gives the stack's outputs; those of a pattern that is off are left out. */
  readonly run: PulumiFn = async () => {
    this.#notePlaces();
    try {
      // Loading the module declares the resources.
      const outputs = await loadCompiled("index");
      return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined));
    } catch (error) {
      this.#blame(error);
      throw error;
    }
  };

  /**
   * Handles errors after the program was loaded as well: a property's value, such as a bundle, that could not be
   * made.
   */
  async watched<T>(operation: () => Promise<T>): Promise<T> {
    const blame = (error: unknown): void => {
      this.#blame(error);
      // Before the program is run and after it the SDK does not listen: a defect must still end the process.
      if (!this.failure && process.listenerCount("unhandledRejection") === 1) throw error;
    };
    // A later await would come too late, and Node would print a warning for each.
    const expected = (): void => {};
    process.on("unhandledRejection", blame).on("rejectionHandled", expected);
    try {
      // Packages are loaded while the engine starts. What cannot be loaded is told when the program itself is.
      const [ended] = await Promise.all([operation(), loadPackagesOf("index").catch(() => {})]);
      return ended;
    } finally {
      process.off("unhandledRejection", blame).off("rejectionHandled", expected);
    }
  }

  /** Where the user's program makes a resource; undefined if two have one name and type. */
  findPlace(urn: string): Place | undefined {
    const error = this.#places.get(`${urnType(urn)} ${urnName(urn)}`);
    const { file, line, column } =
      /^(?<file>.*):(?<line>\d+):(?<column>\d+)$/.exec(error ? (placeInProgram(error) ?? "") : "")?.groups ?? {};
    return file === undefined ? undefined : { file, line: Number(line), column: Number(column) };
  }

  /** Keeps the stack of each resource: in a preview, the engine does not say where it was made. */
  #notePlaces(): void {
    runtime.registerStackTransformation(({ type, name }) => {
      const key = `${type} ${name}`;
      this.#places.set(key, this.#places.has(key) ? undefined : new Error(key));
      return undefined;
    });
  }

  #blame(error: unknown): void {
    if (error instanceof Error && findExitCode(error) !== undefined) this.failure ??= located(error);
  }
}

/** Wrong arguments, with the place in the user's program where the component is made. */
function located(error: Error): Error {
  const place = error.name === "ArgumentError" ? placeInProgram(error) : undefined;
  return place === undefined ? error : new FailureError(`${error.message}\n  in ${place}`);
}

/** Checks the configuration as the program will, so that a wrong one starts nothing. @throws ConfigError */
export async function checkConfig({ config, ...source }: Settings): Promise<void> {
  const compiled = (await loadCompiled("config")) as { parseConfig: typeof parseConfig };
  const values = Object.entries(config).map(([key, value]) => [key, fromText(value)] as const);
  compiled.parseConfig(Object.fromEntries(values), source);
}

/** `pulumi config set` writes numbers and booleans of the first level as text. */
const fromText = (value: unknown): unknown =>
  typeof value === "string" && /^(true|false|-?\d+(\.\d+)?)$/.test(value) ? (JSON.parse(value) as unknown) : value;
