import type * as pulumi from "@pulumi/pulumi";
import { type Database } from "./database";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";

/** A user that functions sign in as, by IAM alone. */
export interface DatabaseUser {
  name: string;
  /** Roles that the migrations create and grant rights to. */
  roles: string[];
}

/** Arguments of a {@link DatabaseMigrations}. */
export interface DatabaseMigrationsArgs extends Omit<PatternFunctionArgs, "vpc" | "reservedConcurrency"> {
  database: Database;
  /**
   * Folder of the migrations: files such as 001_accounts.sql, numbered from 1 without a gap. A file for PostgreSQL is
   * one transaction; one for MySQL, whose transactions cannot change tables, is one statement.
   */
  folder: string;
  /** Created after the migrations, in PostgreSQL only; in MySQL a migration creates them. Default: none. */
  users?: DatabaseUser[];
  /** Values that SQL reads from headroom.settings, by key. Default: none. */
  settings?: Record<string, pulumi.Input<string>>;
}

/** Defaults of the pattern's arguments. */
export const databaseMigrationsDefaults = { timeoutSeconds: 300, memoryMb: 512 };
