import assert from "node:assert/strict";
import type { z } from "zod";
import {
  ArgumentError,
  AttributeType,
  Bucket,
  ChangeLog,
  CleanLogs,
  cleanLogsBounds,
  ExportMode,
  StreamView,
  Table,
  TableExport,
  tableExportBounds,
  Thumbnailer,
  thumbnailerBounds,
  ThumbnailFormat,
  UsageReport,
  usageReportBounds,
  UsersApi,
  usersApiBounds,
} from "../../components";
import { ConfigError, parseConfig } from "../../stack/config";
import { settingsSchema as changeLog } from "../../handlers/change-log/settings";
import { settingsSchema as cleanLogs } from "../../handlers/clean-logs/settings";
import { readEnvironment } from "../../handlers/environment";
import { settingsSchema as tableExport } from "../../handlers/table-export/settings";
import { settingsSchema as thumbnail } from "../../handlers/thumbnail/settings";
import { settingsSchema as usageReport } from "../../handlers/usage-report/settings";
import { settingsSchema as users } from "../../handlers/users/settings";
import { limits } from "../../limits";
import { type Declared, declare, one } from "./deploy";

type Settings = Record<string, unknown>;
type Section = "thumbnailer" | "cleanLogs" | "usageReport" | "usersApi" | "tableExport" | "changeLog";
const schedule = "rate(1 hour)";

/** As the stack's program reads the section of the configuration. */
const configured = <S extends Section>(section: S, given: Settings) =>
  parseConfig({ [`headroom:${section}`]: given }, { project: "headroom", stack: "dev" })[section];

/** How a pattern is made of its section, as in index.ts; what it needs besides is passed in. */
const patterns = {
  thumbnailer: {
    schema: thumbnail,
    make: (given: Settings) => new Thumbnailer("it", configured("thumbnailer", given)),
  },
  cleanLogs: {
    schema: cleanLogs,
    make: (given: Settings) => {
      const bucket = new Bucket("logs");
      return new CleanLogs("it", { ...configured("cleanLogs", given), bucket, stateBucket: bucket });
    },
  },
  usageReport: {
    schema: usageReport,
    make: (given: Settings) => {
      const reportsBucket = new Bucket("reports");
      const own = { reportsBucket, buckets: [reportsBucket], functions: [] };
      return new UsageReport("it", { ...configured("usageReport", given), ...own });
    },
  },
  usersApi: {
    schema: users,
    make: (given: Settings) => {
      const { accountLogs, ...config } = configured("usersApi", given);
      return new UsersApi("it", { ...config, table: table("users") });
    },
  },
  tableExport: {
    schema: tableExport,
    make: (given: Settings) => new TableExport("it", { ...configured("tableExport", given), table: table("users") }),
  },
  changeLog: {
    schema: changeLog,
    make: (given: Settings) => new ChangeLog("it", { ...configured("changeLog", given), table: table("users") }),
  },
} satisfies Record<Section, { schema: z.ZodType; make: (given: Settings) => unknown }>;

const table = (name: string): Table =>
  new Table(name, {
    attributes: { UserID: AttributeType.String },
    hashKey: "UserID",
    timeToLiveAttribute: "expiresAt",
    streamView: StreamView.NewAndOldImages,
  });

/** Settings at the edges of what the configuration takes. */
const accepted: Record<Section, Settings[]> = {
  thumbnailer: (["min", "max"] as const).map((edge) => ({
    widths: [thumbnailerBounds.widths[edge]],
    formats: Object.values(ThumbnailFormat),
    maxPixels: thumbnailerBounds.maxPixels[edge],
  })),
  cleanLogs: (["min", "max"] as const).map((edge) => ({
    schedule,
    prefix: edge === "min" ? "l" : 'logs/"a b"/ü*/',
    maxAgeDays: cleanLogsBounds.maxAgeDays[edge],
    logGroupPrefix: edge === "min" ? "/" : "/aws/._#-A9",
    retentionDays: limits.logs.retentionDays[edge],
    dryRun: edge === "min",
  })),
  usageReport: [usageReportBounds.periodHours.min, usageReportBounds.periodHours.max].map((periodHours) => ({
    schedule,
    periodHours,
  })),
  usersApi: [
    { idempotencyHours: usersApiBounds.idempotencyHours.min, corsOrigin: "*" },
    { idempotencyHours: usersApiBounds.idempotencyHours.max, corsOrigin: "" },
  ],
  tableExport: [
    { schedule, mode: ExportMode.Full, fullEveryDays: tableExportBounds.fullEveryDays.min },
    { schedule, mode: ExportMode.Incremental, fullEveryDays: tableExportBounds.fullEveryDays.max },
  ],
  changeLog: [{ expireAfterDays: 1 }],
};

/** Settings that the handler would refuse when it starts. */
const refused: [Section, Settings, string][] = [
  ["thumbnailer", { widths: [thumbnailerBounds.widths.min - 1] }, "widths[0] is 0"],
  ["thumbnailer", { widths: [thumbnailerBounds.widths.max + 1] }, "widths[0] is 10001"],
  ["thumbnailer", { widths: [] }, "widths is []"],
  ["thumbnailer", { formats: [] }, "formats is []"],
  ["thumbnailer", { formats: ["webp", "webp"] }, "formats is"],
  ["thumbnailer", { widths: [200, 200] }, "widths is"],
  ["thumbnailer", { maxPixels: thumbnailerBounds.maxPixels.min - 1 }, "maxPixels is 0"],
  ["thumbnailer", { maxPixels: thumbnailerBounds.maxPixels.max + 1 }, "maxPixels is 268402690"],
  ["cleanLogs", { maxAgeDays: cleanLogsBounds.maxAgeDays.min - 1 }, "maxAgeDays is 0"],
  ["cleanLogs", { maxAgeDays: cleanLogsBounds.maxAgeDays.max + 1 }, "maxAgeDays is 36501"],
  ["cleanLogs", { prefix: "" }, 'prefix is ""'],
  ["cleanLogs", { prefix: '""' }, String.raw`prefix is "\"\""`], // to the handler: everything
  ["cleanLogs", { logGroupPrefix: "" }, 'logGroupPrefix is ""'],
  ["cleanLogs", { logGroupPrefix: '""' }, String.raw`logGroupPrefix is "\"\""`],
  ["cleanLogs", { retentionDays: 31 }, "retentionDays is 31"],
  ["usageReport", { periodHours: usageReportBounds.periodHours.min - 1 }, "periodHours is 0"],
  ["usageReport", { periodHours: usageReportBounds.periodHours.max + 1 }, "periodHours is 1441"],
  ["usersApi", { idempotencyHours: usersApiBounds.idempotencyHours.min - 1 }, "idempotencyHours is 0"],
  ["usersApi", { idempotencyHours: usersApiBounds.idempotencyHours.max + 1 }, "idempotencyHours is 721"],
  ["tableExport", { fullEveryDays: tableExportBounds.fullEveryDays.min - 1 }, "fullEveryDays is 0"],
  ["tableExport", { fullEveryDays: tableExportBounds.fullEveryDays.max + 1 }, "fullEveryDays is 3651"],
];

/** The function's environment; what the mocks make up for other resources stands in for what AWS would give. */
function findEnvironment(declared: Declared[]): NodeJS.ProcessEnv {
  const { variables } = one(declared, "aws:lambda/function:Function").environment as { variables: NodeJS.ProcessEnv };
  const arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/users";
  return { ...variables, ...(variables.TABLE_ARN && { TABLE_ARN: arn }) };
}

describe("settings of patterns (under Pulumi's mocks)", function () {
  this.timeout(180_000);

  for (const [section, { schema, make }] of Object.entries(patterns)) {
    it(`${section}: all that the configuration takes, the handler takes`, async () => {
      for (const given of accepted[section as Section]) {
        readEnvironment<z.ZodType>(schema, findEnvironment(await declare(() => make(given))));
      }
    });
  }

  for (const [section, given, part] of refused) {
    it(`${section}: ${JSON.stringify(given)} is refused as configuration, and not when the function starts`, () => {
      assert.throws(
        () => configured(section, given),
        (error: unknown) => {
          assert.ok(error instanceof ConfigError);
          assert.ok(error.message.startsWith(`headroom:${section}.${part}`), error.message);
          return true;
        },
      );
    });
  }

  it("a thumbnailer's bounds are those of its handler", () => {
    const { RENDITIONS, MAX_PIXELS } = thumbnail.shape;
    const takesWidth = (width: number): boolean =>
      RENDITIONS.safeParse(JSON.stringify([{ width, format: "webp" }])).success;
    const takesPixels = (pixels: number): boolean => MAX_PIXELS.safeParse(String(pixels)).success;
    for (const [takes, { min, max }] of [
      [takesWidth, thumbnailerBounds.widths],
      [takesPixels, thumbnailerBounds.maxPixels],
    ] as const) {
      assert.deepEqual([min - 1, min, max, max + 1].map(takes), [false, true, true, false]);
    }
  });

  it("components refuse the same where no configuration is read, all of it at once", () =>
    declare(() => {
      const bucket = new Bucket("logs");
      const maxPixels = thumbnailerBounds.maxPixels.max + 1;
      const formats = [ThumbnailFormat.Webp, ThumbnailFormat.Webp];
      const jobs = { schedule, bucket, stateBucket: bucket };
      refuses(
        () => new Thumbnailer("it", { maxPixels, formats, widths: [0], suffixes: [".jpg", "a.JPG"] }),
        [
          "maxPixels is 268402690; give whole pixels from 1 to 268,402,689",
          "formats is",
          "widths[0] is 0; give whole pixels from 1 to 10,000",
          "suffixes is",
        ],
      );
      refuses(
        () => new CleanLogs("it", { ...jobs, prefix: '""', logGroupPrefix: "", maxAgeDays: 36_501 }),
        ["prefix is", "maxAgeDays is 36501", 'logGroupPrefix is ""'],
      );
    }));
});

function refuses(make: () => unknown, parts: string[]): void {
  assert.throws(make, (error: unknown) => {
    assert.ok(error instanceof ArgumentError);
    for (const part of parts) assert.ok(error.message.includes(`: ${part}`), error.message);
    return true;
  });
}
