import { type Pattern } from "../pattern";
import { until } from "../until";
import { hashEvent, parseNotification } from "../../../handlers/database-events/notification";

/** Runs of a job, each of a scheduled time of its own. */
export const usageReport: Pattern = {
  name: "scheduled job: usage report",
  needs: ["usageReport", "thumbnailer"],
  open(stack) {
    const { cronFunction, reportsBucket } = stack.outputs;
    const at = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString();
    return Promise.resolve({
      send: async (n) => void (await stack.invoke(cronFunction, { scheduledTime: at(n), executionId: `run-${n}` })),
      outcomes: () => stack.countObjects(reportsBucket, "reports/announced/", ".json"),
    });
  },
};

export const cleanLogs: Pattern = {
  name: "scheduled job: clean logs",
  needs: ["cleanLogs"],
  open: (stack) =>
    Promise.resolve({ send: async () => void (await stack.invoke(stack.outputs.cleanLogsFunction, {})) }),
};

/** What RDS publishes, until it is recorded as handled. */
export const databaseEvents: Pattern = {
  name: "database events",
  needs: ["databaseEvents"],
  async open(stack) {
    const { sns, dynamodb } = stack.clients;
    const { TableNames } = await dynamodb.listTables({});
    const TableName = TableNames?.find((name) => name.startsWith("database-events-handled-"));
    const Message = (n: number): string =>
      JSON.stringify({
        "Event Source": "db-cluster",
        "Event Time": "2026-01-01 00:00:00.000",
        "Source ID": `cluster-${n}`,
        "Event ID": "http://docs.amazonwebservices.com/AmazonRDS/latest/UserGuide/USER_Events.html#RDS-EVENT-0072",
        "Event Message": "Failover completed",
      });
    const isHandled = async (n: number): Promise<boolean> => {
      const Key = { event: { S: hashEvent(parseNotification(Message(n))) } };
      return (await dynamodb.getItem({ TableName, Key })).Item !== undefined;
    };
    return {
      send: async (n) => void (await sns.publish({ TopicArn: stack.outputs.databaseEventsTopic, Message: Message(n) })),
      done: (n) => until(`event ${n}`, () => isHandled(n)),
      outcomes: () => stack.countItems(TableName, "event", ""),
    };
  },
};

/** Numbers of tickets, none of which may be given twice. */
export const ticketNumbers: Pattern = {
  name: "ticket numbers (Python, SnapStart)",
  needs: ["ticketNumbers"],
  open(stack) {
    const given = new Set<unknown>();
    const { ticketsFunction, ticketsAlias } = stack.outputs;
    return Promise.resolve({
      send: async () => void given.add((await stack.invoke(`${ticketsFunction}:${ticketsAlias}`, {})).number),
      outcomes: () => Promise.resolve(given.size),
    });
  },
};

/** The same function in each language that this machine can build and the emulator can run. */
export const languages: Pattern = {
  name: "checksums in every language",
  needs: ["languages"],
  open(stack) {
    const functions = Object.entries(stack.outputs.checksumFunctions)
      .filter(([language]) => ["node", "python", "go", "custom"].includes(language))
      .map(([, name]) => name);
    return Promise.resolve({
      send: async (n) => void (await stack.invoke(functions[n % functions.length], { text: `text ${n}` })),
    });
  },
};
