import { type Answers } from "./answers";

/** Somebody's own program, and what is known of what it will ask for. */
export interface UserProgram {
  /** The folder of Pulumi.yaml. */
  root: string;
  /** Where it is run, and what is run there. */
  folder: string;
  entryPoint: string;
  /** The options under `runtime`. */
  options: Record<string, unknown>;
  answers: Answers;
  /** Configuration that the program is given over that of the stack's file, as texts. */
  config: Record<string, string>;
  /** Keys of {@link config} that are secret. */
  secretKeys: string[];
  /** What was put in the place of something that is not known here, a line for each. */
  remarks: string[];
  awsVersion: string | undefined;
  packages: string[];
  account: string | undefined;
  /** The user does not want them checked, or an earlier run of the program has done it. */
  skipTypeCheck: boolean;
  /** Other stacks whose outputs it asked for and nobody gives. */
  unknownStacks: Set<string>;
}
