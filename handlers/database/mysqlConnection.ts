/** How functions reach MySQL: always over TLS, with certificates that are checked. */
import { type Connection, createConnection } from "mysql2/promise";

import { authorities, CONNECT_MILLIS, type SignIn } from "./connection";

/** Opens a connection, which sends one statement at a time. */
export async function connectToMysql(signIn: SignIn): Promise<Connection> {
  const connection = await createConnection({
    ...signIn,
    ssl: { ca: authorities(), minVersion: "TLSv1.2", verifyIdentity: true },
    connectTimeout: CONNECT_MILLIS,
    multipleStatements: false,
  });
  connection.on("error", () => {}); // the statement that fails reports it
  return connection;
}
