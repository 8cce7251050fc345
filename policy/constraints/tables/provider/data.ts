import { type TypeRows } from "../../schema";
import { at, bars, narrows, needs } from "../given";
import { providerFile } from "../pages";
import { together } from "../together";

const role = "arn:aws:iam::111122223333:role/r";
const reader = { name: "orders", languageCode: "en", dataAccessRoleArn: role };
const source = { indexId: "12345678-1234-1234-1234-123456789012", name: "orders", type: "CUSTOM" };
const refresh = (frequency: object) => ({
  ...{ dataSetId: "orders", scheduleId: "orders" },
  schedule: { refreshType: "FULL_REFRESH", scheduleFrequency: { timeOfTheDay: "01:00", ...frequency } },
});
const frequency = "schedule.scheduleFrequency";
const day = `${frequency}.refreshOnDay`;
const pipeline = { inputBucket: "orders-in", role };
const content = { contentConfig: { bucket: "orders-out", storageClass: "Standard" } };

/** Conditions on data and its processing that the AWS provider's own code has. */
export const providerData: readonly TypeRows[] = [
  {
    type: "aws:comprehend/entityRecognizer:EntityRecognizer",
    source: providerFile("comprehend/entity_recognizer"),
    rows: (
      [
        ["annotations", "documents"],
        ["documents", "annotations"],
      ] as const
    ).map(([missing, tested]) => {
      const uris = { s3Uri: "s3://orders/a", testS3Uri: "s3://orders/t" };
      return together(
        `tests of ${tested} have tests of ${missing}`,
        {
          when: { [`inputDataConfig.${tested}.testS3Uri`]: { minLength: 1 } },
          if: { required: [`inputDataConfig.${missing}`] },
          then: { required: [`inputDataConfig.${missing}.testS3Uri`] },
        },
        reader,
        { inputDataConfig: { entityTypes: [{ type: "ORDER" }], documents: uris, annotations: uris } },
        {
          inputDataConfig: { entityTypes: [{ type: "ORDER" }], [tested]: uris, [missing]: { s3Uri: "s3://orders/b" } },
        },
      );
    }),
  },
  {
    type: "aws:kendra/dataSource:DataSource",
    source: providerFile("kendra/data_source"),
    rows: Object.entries({
      configuration: { s3Configuration: { bucketName: "orders" } },
      roleArn: role,
      schedule: "cron(0 0 1 * ? *)",
    }).map(([argument, value]) =>
      bars(
        `a source of one's own has no ${argument}`,
        { type: "CUSTOM" },
        { ...source, [argument]: value },
        {
          excluded: [argument],
        },
      ),
    ),
  },
  {
    type: "aws:quicksight/refreshSchedule:RefreshSchedule",
    source: providerFile("quicksight/refresh_schedule"),
    rows: [
      needs(
        "a weekly refresh has a day of the week",
        { [`${frequency}.interval`]: "WEEKLY" },
        { [`${day}.dayOfWeek`]: "MONDAY" },
      ),
      needs(
        "a monthly refresh has a day of the month",
        { [`${frequency}.interval`]: "MONTHLY" },
        { [`${day}.dayOfMonth`]: "1" },
      ),
      together(
        "a refresh of every day or hour has no day",
        { when: { [`${frequency}.interval`]: ["MINUTE15", "MINUTE30", "HOURLY", "DAILY"] }, excluded: [day] },
        {},
        refresh({ interval: "DAILY" }),
        refresh({ interval: "DAILY", refreshOnDay: { dayOfMonth: "1" } }),
      ),
    ],
  },
  {
    type: "aws:elastictranscoder/pipeline:Pipeline",
    source: providerFile("elastictranscoder/pipeline"),
    rows: [
      together(
        "a pipeline has outputBucket or contentConfig.bucket",
        { requiredXor: ["outputBucket", "contentConfig.bucket"] },
        pipeline,
        content,
        { ...content, outputBucket: "orders-out" },
      ),
    ],
  },
  {
    type: "aws:glue/job:Job",
    source: providerFile("glue/job"),
    rows: [
      bars("a job of Ray has no timeout", { "command.name": "glueray" }, { timeout: 60 }),
      narrows(
        "only a streaming job has no end",
        { "command.name": ["glueetl", "pythonshell"] },
        "timeout",
        { minimum: 1 },
        [60, 0],
      ),
    ],
  },
  {
    type: "aws:cloudsearch/domain:Domain",
    source: providerFile("cloudsearch/domain"),
    rows: [at("indexFields[].name", "score is a reserved name", { not: { const: "score" } }, "amount", "score")],
  },
];
