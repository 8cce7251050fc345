import { type FunctionBaseArgs } from "./args";

/** Machine for which to install native modules. */
export const NativePlatform = {
  /** Amazon Linux on the function's architecture, as on AWS. */
  Lambda: "lambda",
  /** This machine, for an emulator that runs functions as local processes. */
  Host: "host",
} as const;
export type NativePlatform = (typeof NativePlatform)[keyof typeof NativePlatform];

/** Arguments of a {@link NodeFunction}. */
export interface NodeFunctionArgs extends FunctionBaseArgs {
  /** TypeScript or JavaScript file, absolute or relative to the Pulumi project. It is bundled with its imports. */
  entry: string;
  /** Name of the exported handler. Default: "handler". */
  handler?: string;
  /** Default: nodejs24.x. */
  runtime?: string;
  /** Folders to add to the package, by their name in it. */
  folders?: Record<string, string>;
  /** npm packages with native parts, for example sharp, to install for the function's machine. */
  nativeModules?: string[];
  /** Default: lambda. */
  nativePlatform?: NativePlatform;
}

/**
 * The arguments that patterns pass on to their functions: all except the code and its settings. Retries and event age
 * keep the function's defaults, since schedules have arguments of the same names.
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
