import { type Row, type TypeRows } from "../../schema";
import { apart, at, needs, says, takes } from "../given";
import { api } from "../pages";

const mapping = [{ entry: "/", target: "/b/u" }];
const logical = (source: string): readonly Row[] => [
  needs(
    "a LOGICAL home has mappings",
    { homeDirectoryType: "LOGICAL" },
    { homeDirectoryMappings: mapping },
    { source },
  ),
  says(
    "mappings are of a LOGICAL home",
    {
      if: { required: ["homeDirectoryMappings[]"] },
      then: { required: ["homeDirectoryType"], properties: { homeDirectoryType: { const: "LOGICAL" } } },
      source,
    },
    { homeDirectoryType: "LOGICAL", homeDirectoryMappings: mapping },
    { homeDirectoryType: "PATH", homeDirectoryMappings: mapping },
  ),
  apart(
    "a home is a directory or has mappings",
    { homeDirectory: "/b/u" },
    { homeDirectoryMappings: mapping },
    { source },
  ),
  at("homeDirectory", "a home begins with /", { pattern: "^/", source }, "/b/u", "b/u"),
  at(
    "homeDirectoryMappings[].entry",
    "an entry begins with /",
    { pattern: "^/", source: api("transfer", "HomeDirectoryMapEntry") },
    "/",
    "a",
  ),
  at(
    "homeDirectoryMappings[].target",
    "a target begins with /",
    { pattern: "^/", source: api("transfer", "HomeDirectoryMapEntry") },
    "/b/u",
    "b/u",
  ),
  at(
    "posixProfile.uid",
    "an id of a user is 0 to 4,294,967,295",
    { minimum: 0, maximum: 4_294_967_295, source: api("transfer", "PosixProfile") },
    0,
    -1,
  ),
  at(
    "posixProfile.secondaryGids",
    "a user has up to 16 more groups",
    { maxItems: 16, source: api("transfer", "PosixProfile") },
    [1],
    Array.from({ length: 17 }, (_, n) => n),
  ),
];

/** Users, connectors and workflows of Transfer Family. */
export const transferParts: readonly TypeRows[] = [
  {
    type: "aws:transfer/user:User",
    source: api("transfer", "CreateUser"),
    rows: [
      at(
        "userName",
        "a user has 3 to 100 letters, digits and _ @ - ., the first a letter, a digit or an underscore",
        { pattern: "^\\w[\\w@.-]{2,99}$" },
        "orders",
        ".orders",
      ),
      ...logical(api("transfer", "CreateUser")),
    ],
  },
  {
    type: "aws:transfer/access:Access",
    source: api("transfer", "CreateAccess"),
    rows: logical(api("transfer", "CreateAccess")),
  },
  {
    type: "aws:transfer/connector:Connector",
    source: api("transfer", "CreateConnector"),
    rows: [
      says(
        "a connector is of AS2 or of SFTP",
        { requiredXor: ["as2Config", "sftpConfig"] },
        { "sftpConfig.trustedHostKeys": ["ssh-rsa A"] },
        { url: "sftp://a.example.com" },
      ),
      takes("a connector of AS2 has a url", { as2Config: { localProfileId: "p-1" } }, { url: "https://a.example.com" }),
      says(
        "a connector of SFTP has a url, or goes through VPC Lattice",
        { if: { required: ["sftpConfig"] }, then: { requiredXor: ["url", "egressConfig"] } },
        { sftpConfig: { userSecretId: "s" }, url: "sftp://a.example.com" },
        { sftpConfig: { userSecretId: "s" } },
      ),
      says(
        "a connector of SFTP has the url sftp://",
        { if: { required: ["sftpConfig"] }, then: { properties: { url: { pattern: "^sftp://" } } } },
        { sftpConfig: { userSecretId: "s" }, url: "sftp://a.example.com" },
        { sftpConfig: { userSecretId: "s" }, url: "https://a.example.com" },
      ),
      takes(
        "a connector of SFTP has the user's secret",
        { sftpConfig: { trustedHostKeys: ["ssh-rsa A"] } },
        { "sftpConfig.userSecretId": "s" },
        { source: api("transfer", "SftpConnectorConfig") },
      ),
      at(
        "sftpConfig.trustedHostKeys",
        "a connector trusts up to 10 keys",
        { maxItems: 10, source: api("transfer", "SftpConnectorConfig") },
        ["ssh-rsa A"],
        Array.from({ length: 11 }, (_, n) => `ssh-rsa A${n}`),
      ),
    ],
  },
  {
    type: "aws:transfer/workflow:Workflow",
    source: api("transfer", "CreateWorkflow"),
    rows: [
      at(
        "steps",
        "a workflow has up to eight steps",
        { maxItems: 8 },
        [{ type: "DELETE" }],
        Array.from({ length: 9 }, () => ({ type: "DELETE" })),
      ),
      ...(["COPY", "CUSTOM", "DECRYPT", "TAG"] as const).map((type) =>
        at(
          "steps[]",
          `a step of ${type} has its details`,
          { when: { type }, required: [`${type.toLowerCase()}StepDetails`], source: api("transfer", "WorkflowStep") },
          { type, [`${type.toLowerCase()}StepDetails`]: { name: "s" } },
          { type },
        ),
      ),
      at(
        "steps[].decryptStepDetails.type",
        "a file is decrypted with PGP",
        { enum: ["PGP"], source: api("transfer", "DecryptStepDetails") },
        "PGP",
        "AES",
      ),
      at(
        "steps[].customStepDetails.timeoutSeconds",
        "a step of one's own lasts 1 to 1,800 seconds",
        { minimum: 1, maximum: 1_800, source: api("transfer", "CustomStepDetails") },
        1_800,
        1_801,
      ),
      at(
        "steps[].tagStepDetails.tags",
        "a step sets up to 10 tags",
        { maxItems: 10, source: api("transfer", "TagStepDetails") },
        [{ key: "a", value: "b" }],
        Array.from({ length: 11 }, (_, n) => ({ key: `a${n}`, value: "b" })),
      ),
    ],
  },
];
