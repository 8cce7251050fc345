import { type FunctionBaseArgs } from "./args";

/** Machine that the native modules in a package are for. */
export const NativePlatform = {
  /** Amazon Linux on the function's architecture: the right one for AWS. */
  Lambda: "lambda",
  /** The machine that runs this program: for an emulator that runs functions as its own processes. */
  Host: "host",
} as const;
export type NativePlatform = (typeof NativePlatform)[keyof typeof NativePlatform];

/** Arguments of a {@link NodeFunction}. */
export interface NodeFunctionArgs extends FunctionBaseArgs {
  /** TypeScript or JavaScript file, absolute or relative to the Pulumi project. It is bundled with all it imports. */
  entry: string;
  /** Name of the exported handler. Default: "handler". */
  handler?: string;
  /** Default: nodejs24.x. */
  runtime?: string;
  /** Folders that are packed beside the code, by the name that they get there. */
  folders?: Record<string, string>;
  /** npm packages with native parts, for example sharp: installed for the function's machine, whatever yours is. */
  nativeModules?: string[];
  /** Default: lambda. */
  nativePlatform?: NativePlatform;
}

/**
 * The part of a function's arguments that patterns with a function of their own pass on: all but the code and what comes
 * with it. Retries and event age stay the function's defaults, since schedules have arguments of these names.
 */
export type PatternFunctionArgs = Omit<
  NodeFunctionArgs,
  | "description"
  | "entry"
  | "environment"
  | "folders"
  | "handler"
  | "links"
  | "maximumEventAgeSeconds"
  | "maximumRetryAttempts"
  | "nativeModules"
  | "runtime"
>;
