import { type Row } from "../../../schema";
import { page } from "../../pages";
import { together } from "../../together";

const logs: Readonly<Record<string, readonly string[]>> = {
  postgres: ["postgresql", "upgrade", "iam-db-auth-error"],
  mysql: ["audit", "error", "general", "slowquery", "iam-db-auth-error"],
  mariadb: ["audit", "error", "general", "slowquery", "iam-db-auth-error"],
  "aurora-postgresql": ["postgresql", "instance", "iam-db-auth-error"],
  "aurora-mysql": ["audit", "error", "general", "instance", "slowquery", "iam-db-auth-error"],
};

export const logTypes = (engines: readonly string[]): readonly Row[] =>
  engines.map((engine): Row => {
    const own = logs[engine] ?? [];
    return together(
      `${engine} exports the logs ${own.join(", ")}`,
      {
        when: { engine },
        properties: { "enabledCloudwatchLogsExports[]": { enum: own } },
        source: page("AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch"),
      },
      { engine },
      { enabledCloudwatchLogsExports: [own[0]] },
      { enabledCloudwatchLogsExports: [own.includes("postgresql") ? "slowquery" : "postgresql"] },
    );
  });
