import { z } from "zod";
import { accountTransfersDefaults, databaseDefaults, DatabaseKind, InterfaceService } from "../../components";
import { type Problem, Problems } from "../../components/core/check";
import { accountTransfersProblems } from "../../components/patterns/accountTransfersCheck";
import { databaseProblems as serverProblems } from "../../components/database/check";
import { offByDefault, type SettingsOf } from "../area";
import { underKey } from "../config/problems";
import { type NetworkSettings, reaches } from "../network/settings";

/** A relational database behind a proxy, and an example on it. */
export const databaseSettings = {
  database: offByDefault({
    kind: z.enum([DatabaseKind.AuroraPostgresql, DatabaseKind.Postgresql]).default(DatabaseKind.AuroraPostgresql),
    minCapacity: z.number().optional(),
    maxCapacity: z.number().optional(),
    instanceClass: z.string().optional(),
    instances: z.int().default(databaseDefaults.instances),
    backupDays: z.int().default(databaseDefaults.backupDays),
    deletionProtection: z.boolean().default(databaseDefaults.deletionProtection),
    adminThroughProxy: z.boolean().default(databaseDefaults.adminThroughProxy),
    user: z.string().default(accountTransfersDefaults.user),
    maxConcurrency: z.int().default(accountTransfersDefaults.maxConcurrency),
    announce: z.boolean().default(accountTransfersDefaults.announce),
  }),
};

export const databaseExamples = {
  "database.minCapacity": 0.5,
  "database.maxCapacity": 2,
  "database.instanceClass": "db.t4g.medium",
};

export function databaseProblems({
  database,
  network,
}: SettingsOf<typeof databaseSettings> & NetworkSettings): Problem[] {
  return new Problems()
    .all(underKey("database", [...serverProblems(database), ...accountTransfersProblems(database)]))
    .that(
      !database.enabled || network.enabled,
      "database.enabled",
      true,
      "the database needs a network: enable network too, with secretsmanager among its interfaceEndpoints, or with nat",
    )
    .that(
      !database.enabled || reaches(network, InterfaceService.SecretsManager),
      "network.interfaceEndpoints",
      network.interfaceEndpoints,
      "the migrations of the database read a secret: add secretsmanager to the endpoints, or set network.nat",
    )
    .that(
      !database.enabled || !database.announce || reaches(network, InterfaceService.Lambda),
      "network.interfaceEndpoints",
      network.interfaceEndpoints,
      "the database calls a function (database.announce): add lambda to the endpoints, or set network.nat",
    )
    .that(
      !database.enabled || !network.enabled || database.instances <= network.zones,
      "database.instances",
      database.instances,
      `the network has ${network.zones} zones, and each instance needs a zone of its own: give fewer, or raise network.zones`,
    ).list;
}
