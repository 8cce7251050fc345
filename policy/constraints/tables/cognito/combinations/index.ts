import { type TypeRows } from "../../../schema";
import { clientRows } from "./clients";
import { identityRows } from "./identities";
import { userPoolPartRows } from "./userPoolParts";
import { userPoolRows } from "./userPool";

/** Cognito: settings that go together, or do not. */
export const cognitoCombinations: readonly TypeRows[] = [
  ...userPoolRows,
  ...clientRows,
  ...identityRows,
  ...userPoolPartRows,
];
