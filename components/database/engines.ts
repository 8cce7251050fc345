import { DatabaseKind } from "./args";

/** What differs between engines. */
export interface Engine {
  version: string;
  /** Family of its parameter groups. */
  family: string;
  /** Its name in RDS Proxy. */
  proxyFamily: "POSTGRESQL" | "MYSQL";
  port: number;
  /** Logs exported to CloudWatch. */
  logs: string[];
  parameters: Record<string, string>;
}

/** Refuse connections without TLS; log statements that take a second or more, without their values. */
const postgresql = {
  proxyFamily: "POSTGRESQL",
  port: 5_432,
  logs: ["postgresql", "iam-db-auth-error"],
  parameters: {
    "rds.force_ssl": "1",
    log_min_duration_statement: "1000",
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
    idle_in_transaction_session_timeout: "60000",
  },
} as const;

/** Majors only: AWS chooses the minor, and upgrades it. */
export const engines: Record<DatabaseKind, Engine> = {
  [DatabaseKind.AuroraPostgresql]: {
    ...postgresql,
    version: "17",
    family: "aurora-postgresql17",
    logs: [...postgresql.logs],
  },
  [DatabaseKind.Postgresql]: { ...postgresql, version: "17", family: "postgres17", logs: [...postgresql.logs] },
  [DatabaseKind.AuroraMysql]: {
    version: "8.0",
    family: "aurora-mysql8.0",
    proxyFamily: "MYSQL",
    port: 3_306,
    logs: ["error", "slowquery", "iam-db-auth-error"],
    parameters: { require_secure_transport: "ON", slow_query_log: "1", long_query_time: "1" },
  },
};
