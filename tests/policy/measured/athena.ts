import { type FactsByName } from "./facts";
import { on } from "./on";

const lambda = "arn:aws:lambda:eu-west-1:111122223333:function:f";
const catalog = on("aws:athena/dataCatalog:DataCatalog", { name: "own", description: "own" });
const hive = { type: "HIVE", parameters: { "metadata-function": lambda } };
const named = on("aws:athena/dataCatalog:DataCatalog", { description: "own", ...hive });
const workgroup = on("aws:athena/workgroup:Workgroup", { name: "own" });
const configured = (configuration: Record<string, unknown>) => ({ configuration });
const result = (more: Record<string, unknown>) =>
  configured({ resultConfiguration: { outputLocation: "s3://own/results/", ...more } });
const encrypted = (encryptionOption: string, kmsKeyArn?: string) =>
  result({ encryptionConfiguration: { encryptionOption, kmsKeyArn } });
const key = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f";
const engine = (selectedEngineVersion: string, more: Record<string, unknown> = {}) =>
  configured({ engineVersion: { selectedEngineVersion }, ...more });
const spark = "PySpark engine version 3";

export const athena: FactsByName = {
  "athena-dc-glue-requires-catalog-id": catalog(
    "a catalog of Glue has an account",
    { type: "GLUE", parameters: {} },
    { type: "GLUE", parameters: { "catalog-id": "111122223333" } },
  ),
  "athena-dc-hive-requires-metadata-function": catalog(
    "a catalog of Hive has a function for metadata",
    { type: "HIVE", parameters: {} },
    hive,
  ),
  "athena-dc-lambda-function-xor-split": catalog(
    "a catalog of Lambda has one function or two",
    { type: "LAMBDA", parameters: { function: lambda, "metadata-function": lambda, "record-function": lambda } },
    { type: "LAMBDA", parameters: { "metadata-function": lambda, "record-function": lambda } },
  ),
  "athena-dc-lambda-record-requires-metadata": catalog(
    "a function for metadata goes with one for records",
    { type: "LAMBDA", parameters: { "metadata-function": lambda } },
    { type: "LAMBDA", parameters: { "metadata-function": lambda, "record-function": lambda } },
  ),
  "athena-dc-name-charset": named("the name of a catalog has no dots", { name: "own.data" }, { name: "own_data" }),
  "athena-dc-name-max-128": named(
    "the name of a catalog has 128 characters",
    { name: "a".repeat(129) },
    { name: "a".repeat(127) },
  ),
  "athena-wg-cse-kms-requires-key": workgroup(
    "what a client encrypts has a key",
    encrypted("CSE_KMS"),
    encrypted("CSE_KMS", key),
  ),
  "athena-wg-engine-version-enum": workgroup(
    "an engine has a version that there is",
    engine("Athena engine version 9"),
    engine("Athena engine version 3"),
  ),
  "athena-wg-expected-bucket-owner-12-digits": workgroup(
    "an account has 12 digits",
    result({ expectedBucketOwner: "11112222333" }),
    result({ expectedBucketOwner: "111122223333" }),
  ),
  "athena-wg-managed-storage-xor-output-location": workgroup(
    "results are kept by Athena or in a bucket",
    configured({
      managedQueryResultsConfiguration: { enabled: true },
      resultConfiguration: { outputLocation: "s3://own/results/" },
    }),
    configured({ managedQueryResultsConfiguration: { enabled: true } }),
  ),
  "athena-wg-name-charset": on("aws:athena/workgroup:Workgroup")(
    "the name of a workgroup has no space",
    { name: "my own" },
    { name: "my-own" },
  ),
  "athena-wg-output-location-s3-uri": workgroup(
    "results are kept in a bucket",
    configured({ resultConfiguration: { outputLocation: "https://own.s3.amazonaws.com/results/" } }),
    configured({ resultConfiguration: { outputLocation: "s3://own/results/" } }),
  ),
  "athena-wg-spark-requires-execution-role": workgroup(
    "Spark has a role",
    engine(spark),
    engine(spark, { executionRole: "arn:aws:iam::111122223333:role/spark" }),
  ),
  "athena-wg-sse-kms-requires-key": workgroup(
    "what S3 encrypts with KMS has a key",
    encrypted("SSE_KMS"),
    encrypted("SSE_KMS", key),
  ),
};
