import { existsSync } from "node:fs";
import path from "node:path";

/** The folders of the data that tables are generated from. */
export interface Sources {
  readonly cfnLint: string;
  readonly botocoreData: string;
  /** Of the Terraform AWS provider. */
  readonly source: string;
}

/** @throws Error that says how the command is called, where a folder is not what it should be. */
export function readSources(command: string, args: readonly string[]): Sources {
  const [cfnLint = "", botocoreData = "", source = ""] = args;
  const needed = [
    path.join(cfnLint, "resources"),
    path.join(botocoreData, "lambda"),
    path.join(source, "internal/service"),
  ];
  const missing = needed.find((each) => !existsSync(each));
  if (missing !== undefined)
    throw new Error(
      `${missing} is not there.\nusage: npm run ${command} -- <data/schemas of cfn-lint> <data of botocore> <source of terraform-provider-aws>`,
    );
  return { cfnLint, botocoreData, source };
}
