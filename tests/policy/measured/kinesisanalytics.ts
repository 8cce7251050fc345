import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const role = "arn:aws:iam::111122223333:role/flink";
const zip = { s3ContentLocation: { bucketArn: "arn:aws:s3:::code", fileKey: "app.zip" } };
const note = { textContent: JSON.stringify({ id: "2J", name: "clicks", paragraphs: [] }) };
const of = (applicationCodeConfiguration: Arguments, more: Arguments = {}) => ({
  applicationConfiguration: { applicationCodeConfiguration, ...more },
});
const zipped = (more: Arguments = {}, codeContent: Arguments = zip) =>
  of({ codeContentType: "ZIPFILE", codeContent }, more);
const written = (more: Arguments = {}, codeContent: Arguments = note) =>
  of({ codeContentType: "PLAINTEXT", codeContent }, more);

const type = "aws:kinesisanalyticsv2/application:Application";
const program = ofType(type, { runtimeEnvironment: "FLINK-1_20", serviceExecutionRole: role });
const notebook = ofType(type, { runtimeEnvironment: "ZEPPELIN-FLINK-3_0", serviceExecutionRole: role });
const interactive = { applicationMode: "INTERACTIVE" };
const group = (propertyGroupId: string, value: string) => ({ propertyGroupId, propertyMap: { stage: value } });
const groups = (...propertyGroups: readonly Arguments[]) => zipped({ environmentProperties: { propertyGroups } });
const encrypted = (applicationEncryptionConfiguration: Arguments) => zipped({ applicationEncryptionConfiguration });
const perUnit = (parallelismPerKpu: number) =>
  zipped({
    flinkApplicationConfiguration: { parallelismConfiguration: { configurationType: "CUSTOM", parallelismPerKpu } },
  });
const logged = (logStreamArn: string) => ({ ...zipped(), cloudwatchLoggingOptions: { logStreamArn } });
const logs = "arn:aws:logs:eu-west-1:111122223333:log-group:flink";

export const kinesisanalytics: FactsByName = {
  "kinesisanalytics-application-mode-runtime": notebook("a notebook is interactive", written(), {
    ...written(),
    ...interactive,
  }),
  "kinesisanalytics-code-content-member": program(
    "an archive is no text",
    zipped({}, { textContent: "print(1)" }),
    zipped(),
  ),
  "kinesisanalytics-code-content-type": program("a program is an archive", written(), zipped()),
  "kinesisanalytics-encryption-key-type": program(
    "one's own key is named",
    encrypted({ keyType: "CUSTOMER_MANAGED_KEY" }),
    encrypted({ keyType: "AWS_OWNED_KEY" }),
  ),
  "kinesisanalytics-log-stream-arn": program(
    "logs go to a stream",
    logged(`${logs}:*`),
    logged(`${logs}:log-stream:application`),
  ),
  "kinesisanalytics-parallelism-per-kpu": program("a unit runs eight tasks", perUnit(9), perUnit(8)),
  "kinesisanalytics-property-group-duplicate": program(
    "groups of properties differ",
    groups(group("sink", "dev"), group("sink", "prod")),
    groups(group("sink", "dev"), group("source", "dev")),
  ),
  "kinesisanalytics-snapshot-runtime": notebook(
    "a notebook has no snapshots",
    { ...written({ applicationSnapshotConfiguration: { snapshotsEnabled: false } }), ...interactive },
    { ...written(), ...interactive },
  ),
  "kinesisanalytics-sql-configuration-runtime": program(
    "Flink is not SQL",
    zipped({ sqlApplicationConfiguration: { outputs: [] } }),
    zipped(),
  ),
  "kinesisanalytics-zeppelin-note-json": notebook(
    "a notebook is a note of Zeppelin",
    { ...written({}, { textContent: "%flink.ssql SELECT 1" }), ...interactive },
    { ...written(), ...interactive },
  ),
};
