import { devDependencies, peerDependencies } from "../../package.json";

const exact: Pick<typeof devDependencies, "@pulumi/aws" | "@pulumi/pulumi" | "@types/node" | "typescript"> =
  devDependencies;

/** The packages that a new project depends on, as far as the components allow them: exact where a preview depends on it. */
export const versions = { ...exact, "@aws-sdk/client-dynamodb": peerDependencies["@aws-sdk/client-dynamodb"] };
