import { type Row, type TypeRows } from "../../schema";
import { at, bars, type Given, narrows, needs } from "../given";
import { page } from "../pages";

const streams = (what: string) => page(`managed-flink/latest/apiv2/API_${what}`);
const application = "applicationConfiguration";
const code = `${application}.applicationCodeConfiguration`;
const flinkSettings = `${application}.flinkApplicationConfiguration`;
const bucket = { bucketArn: "arn:aws:s3:::code", fileKey: "app.zip" };
const note = JSON.stringify({ id: "n", name: "orders", paragraphs: [] });
const isNote = '^\\s*\\{(?=[^]*"id"\\s*:)(?=[^]*"name"\\s*:)[^]*\\}\\s*$';

const studio = ["ZEPPELIN-FLINK-3_0", "ZEPPELIN-FLINK-2_0", "ZEPPELIN-FLINK-1_0"];
const programs = ["FLINK-1_20", "FLINK-1_19", "FLINK-1_18", "FLINK-1_15", "FLINK-2_2", "FLINK-2_3"];
const ended = ["FLINK-1_6", "FLINK-1_8", "FLINK-1_11", "FLINK-1_13", "ZEPPELIN-FLINK-1_0", "ZEPPELIN-FLINK-2_0"];
const programsAndEnded = [...programs, ...ended.slice(0, 4)];

/** Values beside the type DEFAULT: the AWS provider leaves them out. */
const custom = (of: string, member: string, values: Given): readonly Row[] =>
  Object.entries(values).map(([name, value]) =>
    bars(
      `${name} is of ${of} that is CUSTOM, and left out otherwise`,
      { [`${flinkSettings}.${member}.configurationType`]: "DEFAULT" },
      { [`${flinkSettings}.${member}.${name}`]: value },
      { level: "advisory", source: streams(member[0]?.toUpperCase() + member.slice(1)) },
    ),
  );

/** Applications of Apache Flink, and the notebooks of Studio. */
export const flink: readonly TypeRows[] = [
  {
    type: "aws:kinesisanalyticsv2/application:Application",
    source: streams("CreateApplication"),
    rows: [
      ...custom("parallelism", "parallelismConfiguration", {
        parallelism: 4,
        parallelismPerKpu: 2,
        autoScalingEnabled: true,
      }),
      ...custom("checkpoints", "checkpointConfiguration", {
        checkpointingEnabled: true,
        checkpointInterval: 1_000,
        minPauseBetweenCheckpoints: 1_000,
      }),
      ...custom("monitoring", "monitoringConfiguration", { logLevel: "INFO", metricsLevel: "TASK" }),
      at(
        `${flinkSettings}.parallelismConfiguration.parallelismPerKpu`,
        "a unit runs 8 tasks at most in parallel",
        { maximum: 8, source: streams("ParallelismConfiguration") },
        8,
        9,
      ),
      narrows(
        "a notebook of Studio is INTERACTIVE",
        { runtimeEnvironment: studio },
        "applicationMode",
        { const: "INTERACTIVE" },
        ["INTERACTIVE", "STREAMING"],
      ),
      needs("a notebook of Studio is INTERACTIVE", { runtimeEnvironment: studio }, { applicationMode: "INTERACTIVE" }),
      narrows(
        "a program of Flink is STREAMING",
        { runtimeEnvironment: programsAndEnded },
        "applicationMode",
        { const: "STREAMING" },
        ["STREAMING", "INTERACTIVE"],
      ),
      narrows(
        "a program of Flink is a ZIPFILE",
        { runtimeEnvironment: programsAndEnded },
        `${code}.codeContentType`,
        { const: "ZIPFILE" },
        ["ZIPFILE", "PLAINTEXT"],
        { source: streams("ApplicationCodeConfiguration") },
      ),
      narrows(
        "a notebook of Studio is PLAINTEXT",
        { runtimeEnvironment: studio },
        `${code}.codeContentType`,
        { const: "PLAINTEXT" },
        ["PLAINTEXT", "ZIPFILE"],
        { source: streams("ApplicationCodeConfiguration") },
      ),
      narrows(
        "a notebook of Studio is a note of Zeppelin, in JSON with an id and a name",
        { runtimeEnvironment: studio },
        `${code}.codeContent.textContent`,
        { pattern: isNote },
        [note, "SELECT 1"],
        { source: streams("CodeContent") },
      ),
      bars(
        "a ZIPFILE lies in S3",
        { [`${code}.codeContentType`]: "ZIPFILE" },
        { [`${code}.codeContent.textContent`]: "print(1)" },
        { source: streams("CodeContent") },
      ),
      at(
        `${code}.codeContent`,
        "code is in S3, or a text",
        { requiredOr: ["s3ContentLocation", "textContent"], source: streams("CodeContent") },
        { s3ContentLocation: bucket },
        {},
      ),
      bars(
        "a notebook of Studio has no snapshots",
        { runtimeEnvironment: studio },
        { [`${application}.applicationSnapshotConfiguration`]: { snapshotsEnabled: true } },
        { source: streams("ApplicationConfiguration") },
      ),
      bars(
        "a program of Flink has no configuration of SQL",
        { runtimeEnvironment: [...programsAndEnded, ...studio] },
        { [`${application}.sqlApplicationConfiguration`]: { outputs: [] } },
        { source: streams("ApplicationConfiguration") },
      ),
      bars(
        "an application of SQL has no configuration of Flink",
        { runtimeEnvironment: "SQL-1_0" },
        { [`${application}.flinkApplicationConfiguration.parallelismConfiguration`]: { configurationType: "DEFAULT" } },
        { source: streams("ApplicationConfiguration") },
      ),
      needs(
        "a key of the customer's own has an identifier",
        { [`${application}.applicationEncryptionConfiguration.keyType`]: "CUSTOMER_MANAGED_KEY" },
        { [`${application}.applicationEncryptionConfiguration.keyId`]: "k" },
        { source: streams("ApplicationEncryptionConfiguration") },
      ),
      bars(
        "AWS's own key has no identifier",
        { [`${application}.applicationEncryptionConfiguration.keyType`]: "AWS_OWNED_KEY" },
        { [`${application}.applicationEncryptionConfiguration.keyId`]: "k" },
        { source: streams("ApplicationEncryptionConfiguration") },
      ),
      at(
        `${application}.environmentProperties.propertyGroups`,
        "groups of properties have different identifiers",
        { uniqueKeys: ["propertyGroupId"], source: streams("EnvironmentProperties") },
        [{ propertyGroupId: "a", propertyMap: { a: "b" } }],
        [
          { propertyGroupId: "a", propertyMap: { a: "b" } },
          { propertyGroupId: "a", propertyMap: { c: "d" } },
        ],
      ),
      at(
        "cloudwatchLoggingOptions.logStreamArn",
        "logs go to a stream of a group",
        { pattern: ":log-stream:", source: streams("CloudWatchLoggingOption") },
        "arn:aws:logs:eu-west-1:111122223333:log-group:g:log-stream:s",
        "arn:aws:logs:eu-west-1:111122223333:log-group:g:*",
      ),
      at(
        "cloudwatchLoggingOptions.logStreamArn",
        "logs go to a stream of the own Region",
        { ownRegion: true, source: streams("CloudWatchLoggingOption") },
        "arn:aws:logs:eu-west-1:111122223333:log-group:g:log-stream:s",
        "arn:aws:logs:us-east-1:111122223333:log-group:g:log-stream:s",
      ),
      at(
        "runtimeEnvironment",
        "AWS makes no new applications of this runtime",
        {
          not: { enum: ["SQL-1_0", ...ended] },
          level: "advisory",
          fix: "Use FLINK-1_20, or ZEPPELIN-FLINK-3_0 for a notebook.",
          source: page("managed-flink/latest/java/release-version-list"),
        },
        "FLINK-1_20",
        "FLINK-1_8",
      ),
    ],
  },
];
