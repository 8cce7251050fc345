/** How functions reach MySQL: always over TLS, with certificates that are checked. */
import { createConnection, type QueryResult } from "mysql2/promise";

import { authorities, CONNECT_MILLIS, type SignIn } from "./connection";
import { type Session } from "./transactions";

/** Opens a connection; a query may have several statements. */
export async function connectMysql({ host, port, database, user, password }: SignIn): Promise<Session> {
  const connection = await createConnection({
    ...{ host, port, database, user, password },
    ssl: { ca: authorities(), minVersion: "TLSv1.2", rejectUnauthorized: true },
    connectTimeout: CONNECT_MILLIS,
    multipleStatements: true,
    enableKeepAlive: true,
  });
  connection.on("error", () => {}); // the statement that fails tells
  return {
    async query<Row extends object>(text: string, values?: unknown[]) {
      const [rows] = await connection.query<QueryResult>(text, values);
      return { rows: (Array.isArray(rows) ? rows : []) as unknown as Row[] };
    },
    end: () => connection.end(),
  };
}
