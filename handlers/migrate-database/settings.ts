/** The environment of the migrate-database function. */
import { z } from "zod";

import { portBounds } from "../../limits/bounds";
import { json, wholeNumber } from "../environment";

const name = z.string().regex(/^[a-z_][a-z0-9_]{0,31}$/, "lowercase letters, digits and underscores, at most 32");

export const settingsSchema = z.object({
  DATABASE_ENGINE: z.enum(["postgresql", "mysql"]),
  /** Of the database itself, not of its proxy. */
  DATABASE_HOST: z.string().min(1),
  DATABASE_PORT: wholeNumber(portBounds),
  DATABASE_NAME: z.string().min(1),
  /** Secret of RDS with the first user's name and password. */
  DATABASE_SECRET_ARN: z.string().min(1),
  /** Users that sign in by IAM, each with the roles that say what it may do. */
  DATABASE_USERS: json(z.array(z.strictObject({ name, roles: z.array(name) }))),
  /** Texts for headroom.settings, by their keys. */
  DATABASE_SETTINGS: json(z.record(z.string().min(1), z.string())),
});

export type User = z.output<typeof settingsSchema>["DATABASE_USERS"][number];
