import { irelandKnown, namePrices, virginia, virginiaKnown } from "../price";

/** Prices of Amazon DynamoDB: Standard tables, and those of infrequent access (`…Ia`). A replica costs what a table costs in its Region. */
export const dynamodb = namePrices("dynamodb", "https://aws.amazon.com/dynamodb/pricing/", {
  writes: { title: "Write request units", unit: "units", per: 1e6, rates: [virginia(0.625), irelandKnown(0.705)] },
  reads: { title: "Read request units", unit: "units", per: 1e6, rates: [virginia(0.125), irelandKnown(0.141)] },
  writesIa: {
    title: "Write request units, infrequent access",
    unit: "units",
    per: 1e6,
    rates: [virginiaKnown(0.78)],
  },
  readsIa: {
    title: "Read request units, infrequent access",
    unit: "units",
    per: 1e6,
    rates: [virginiaKnown(0.155)],
  },
  writeCapacity: {
    title: "Write capacity",
    unit: "unit-hours",
    per: 1,
    rates: [virginia(0.00065), irelandKnown(0.000735)],
  },
  readCapacity: {
    title: "Read capacity",
    unit: "unit-hours",
    per: 1,
    rates: [virginia(0.00013), irelandKnown(0.000147)],
  },
  writeCapacityIa: {
    title: "Write capacity, infrequent access",
    unit: "unit-hours",
    per: 1,
    rates: [virginiaKnown(0.00081)],
  },
  readCapacityIa: {
    title: "Read capacity, infrequent access",
    unit: "unit-hours",
    per: 1,
    rates: [virginiaKnown(0.00016)],
  },
  storage: { title: "Storage", unit: "GB-months", per: 1, rates: [virginia(0.25), irelandKnown(0.283)] },
  storageIa: {
    title: "Storage, infrequent access",
    unit: "GB-months",
    per: 1,
    rates: [virginiaKnown(0.1)],
  },
  exports: {
    title: "Exports to S3",
    unit: "GB",
    per: 1,
    rates: [virginiaKnown(0.1), irelandKnown(0.1132)],
  },
  recovery: {
    title: "Point-in-time recovery",
    unit: "GB-months",
    per: 1,
    rates: [virginia(0.2), irelandKnown(0.2264)],
  },
});

/** Prices of AWS Backup. */
export const backup = namePrices("backup", "https://aws.amazon.com/backup/pricing/", {
  tables: { title: "Backups of tables", unit: "GB-months", per: 1, rates: [virginiaKnown(0.1), irelandKnown(0.1132)] },
});
