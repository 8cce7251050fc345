import { fact } from "../heldOut/inputs";
import { type FactsByName } from "./facts";

const role = "arn:aws:iam::111122223333:role/r";
const zipped = { role, runtime: "nodejs22.x", handler: "index.handler", s3Bucket: "code", s3Key: "code.zip" };

export const lambda: FactsByName = {
  "lambda-timeout-max": fact(
    "a function runs for 900 seconds at most",
    "aws:lambda/function:Function",
    { ...zipped, timeout: 901 },
    { ...zipped, timeout: 900 },
  ),
};
