import type * as pulumi from "@pulumi/pulumi";
import { type Database } from "./database";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";

/** A user that functions sign in as, by IAM alone. */
export interface DatabaseUser {
  name: string;
  /** Roles that the migrations make: what the user may do is granted to them. */
  roles: string[];
}

/** Arguments of a {@link DatabaseMigrations}. */
export interface DatabaseMigrationsArgs extends Omit<PatternFunctionArgs, "vpc" | "reservedConcurrency"> {
  database: Database;
  /**
   * Folder of the migrations: files such as 001_accounts.sql, numbered from 1 without a gap. A file for PostgreSQL is one
   * transaction; one for MySQL, which has none that change tables, is one statement.
   */
  folder: string;
  /** Made after the migrations, with PostgreSQL; in MySQL a migration makes them. Default: none. */
  users?: DatabaseUser[];
  /** Texts that SQL reads from headroom.settings, by their keys. Default: none. */
  settings?: Record<string, pulumi.Input<string>>;
}

/** What the pattern has when its arguments do not say. */
export const databaseMigrationsDefaults = { timeoutSeconds: 300, memoryMb: 512 };
