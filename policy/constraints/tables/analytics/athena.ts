import { measured, type TypeRows } from "../../schema";
import { at, narrows, needs, says } from "../given";
import { api, page } from "../pages";

const catalog = (type: string, parameters: object) => ({ type, parameters });
const lambda = "arn:aws:lambda:eu-west-1:111122223333:function:f";
const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
const spark = { engineVersion: { selectedEngineVersion: "PySpark engine version 3" } };
const center = "configuration.identityCenterConfiguration";

/** Athena. */
export const athena: readonly TypeRows[] = [
  {
    type: "aws:athena/dataCatalog:DataCatalog",
    source: api("athena", "CreateDataCatalog"),
    rows: [
      says(
        "a catalog of GLUE names its account by catalog-id",
        { when: { type: "GLUE" }, required: ["parameters.catalog-id"] },
        catalog("GLUE", { "catalog-id": "111122223333" }),
        catalog("GLUE", { function: lambda }),
      ),
      says(
        "a catalog of HIVE has a metadata-function",
        { when: { type: "HIVE" }, required: ["parameters.metadata-function"] },
        catalog("HIVE", { "metadata-function": lambda }),
        catalog("HIVE", { function: lambda }),
      ),
      says(
        "a catalog of LAMBDA has a function, or one for metadata and one for records",
        { when: { type: "LAMBDA" }, requiredXor: ["parameters.function", "parameters.metadata-function"] },
        catalog("LAMBDA", { function: lambda }),
        catalog("LAMBDA", { function: lambda, "metadata-function": lambda, "record-function": lambda }),
      ),
      says(
        "a metadata-function of LAMBDA goes with a record-function",
        {
          when: { type: "LAMBDA" },
          dependentRequired: {
            "parameters.metadata-function": ["parameters.record-function"],
            "parameters.record-function": ["parameters.metadata-function"],
          },
        },
        catalog("LAMBDA", { "metadata-function": lambda, "record-function": lambda }),
        catalog("LAMBDA", { "metadata-function": lambda }),
      ),
      at(
        "name",
        "a catalog's name has up to 127 letters, digits, underscores, at signs and hyphens",
        { pattern: "^[\\p{L}\\p{N}_@-]{1,127}$" },
        "orders",
        "my orders",
      ),
    ],
  },
  {
    type: "aws:athena/workgroup:Workgroup",
    source: api("athena", "CreateWorkGroup"),
    rows: [
      needs(
        "a workgroup of IAM Identity Center has an executionRole",
        { [`${center}.enableIdentityCenter`]: true },
        { "configuration.executionRole": "arn:aws:iam::111122223333:role/r" },
        { source: api("athena", "WorkGroupConfiguration") },
      ),
      needs(
        "a workgroup of IAM Identity Center names its instance",
        { [`${center}.enableIdentityCenter`]: true },
        { [`${center}.identityCenterInstanceArn`]: "arn:aws:sso:::instance/ssoins-1" },
        { source: api("athena", "IdentityCenterConfiguration") },
      ),
      at(
        "name",
        "a workgroup has up to 128 letters, digits, dots, underscores and hyphens",
        { pattern: "^[A-Za-z0-9._-]{1,128}$" },
        "my-own",
        "my own",
      ),
      at(
        "configuration.engineVersion.selectedEngineVersion",
        "an engine is AUTO, or of a version of Athena or PySpark",
        {
          pattern: "^(AUTO|Athena engine version [23]|PySpark engine version 3|Apache Spark version \\d.*)$",
          source: page("athena/latest/ug/engine-versions"),
        },
        "Athena engine version 3",
        "Athena engine version 9",
      ),
      at(
        "configuration",
        "a workgroup of Spark has an executionRole",
        {
          source: measured,
          if: {
            required: ["engineVersion.selectedEngineVersion"],
            properties: { "engineVersion.selectedEngineVersion": { pattern: "^PySpark" } },
          },
          then: { required: ["executionRole"] },
        },
        { ...spark, executionRole: "arn:aws:iam::111122223333:role/r" },
        spark,
      ),
      at(
        "configuration.bytesScannedCutoffPerQuery",
        "a query is cut off at 10,000,000 bytes or more",
        { minimum: 10_000_000, source: api("athena", "WorkGroupConfiguration") },
        10_000_000,
        9_999_999,
      ),
    ],
  },
  {
    type: "aws:athena/database:Database",
    source: page("athena/latest/ug/tables-databases-columns-names"),
    rows: [
      narrows(
        "encryption with KMS names its key",
        { "encryptionConfiguration.encryptionOption": ["SSE_KMS", "CSE_KMS"] },
        "encryptionConfiguration",
        { required: ["kmsKey"] },
        [{ encryptionOption: "SSE_KMS", kmsKey: key }, { encryptionOption: "SSE_KMS" }],
        { source: api("athena", "EncryptionConfiguration") },
      ),
    ],
  },
];
