import { type Answers } from "./answers";

/** A user's own program, and what is known of its inputs. */
export interface UserProgram {
  /** The folder of Pulumi.yaml. */
  root: string;
  /** The working directory and the entry of the program. */
  folder: string;
  entryPoint: string;
  /** The name under `runtime`, such as `nodejs`. */
  runtime: string;
  /** The language host that runs it; undefined for a program of Node, which our own runs. */
  host: string | undefined;
  /** The options under `runtime`. */
  options: Record<string, unknown>;
  answers: Answers;
  /** Configuration that the program is given over that of the stack's file, as texts. */
  config: Record<string, string>;
  /** Keys of {@link config} that are secret. */
  secretKeys: string[];
  /** The assumptions made for unknown values, a line for each. */
  remarks: string[];
  awsVersion: string | undefined;
  /** The packages whose resources it declares; for another language than Node's its host names them before the first run. */
  packages: string[];
  account: string | undefined;
  /** The user does not want them checked, or an earlier run of the program has done it. */
  skipTypeCheck: boolean;
  /** Other stacks whose outputs the program reads and the answers do not have. */
  unknownStacks: Set<string>;
}
