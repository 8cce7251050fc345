import { isUnknown, list, member, plainProperties } from "../frame/plain";
import { type Resource } from "../frame/resource";
import { type Join, named, refuse, text } from "./join";

/** The patterns that Glue has itself, by its page on writing custom classifiers. */
const builtIn = new Set(
  (
    "USERNAME USER INT BASE10NUM NUMBER BASE16NUM BASE16FLOAT BOOLEAN POSINT NONNEGINT WORD NOTSPACE SPACE DATA " +
    "GREEDYDATA QUOTEDSTRING UUID MAC CISCOMAC WINDOWSMAC COMMONMAC IPV6 IPV4 IP HOSTNAME HOST IPORHOST HOSTPORT PATH " +
    "UNIXPATH TTY WINPATH URIPROTO URIHOST URIPATH URIPARAM URIPATHPARAM URI MONTH MONTHNUM MONTHNUM2 MONTHDAY DAY YEAR " +
    "HOUR MINUTE SECOND TIME DATE_US DATE_EU DATESTAMP_US DATESTAMP_EU ISO8601_TIMEZONE ISO8601_SECOND TIMESTAMP_ISO8601 " +
    "TZ DATESTAMP_RFC822 DATESTAMP_RFC2822 DATESTAMP_OTHER DATESTAMP_EVENTLOG SYSLOGTIMESTAMP PROG SYSLOGPROG SYSLOGHOST " +
    "SYSLOGFACILITY HTTPDATE QS SYSLOGBASE COMMONAPACHELOG COMMONAPACHELOG_DATATYPED COMBINEDAPACHELOG MESSAGESLOG " +
    "CISCOTIMESTAMP LOGLEVEL"
  ).split(" "),
);

/** A pattern names patterns of Glue, or those that the classifier has. */
export const grokNames: Join = (classifier, found) => {
  const { grokClassifier } = plainProperties(classifier);
  const [pattern, custom = ""] = ["grokPattern", "customPatterns"].map((name) => member(grokClassifier, name));
  if (typeof pattern !== "string" || typeof custom !== "string" || isUnknown(pattern) || isUnknown(custom)) return;
  const own = custom.split("\n").map((line) => line.trim().split(/\s+/)[0] ?? "");
  const names = Array.from(pattern.matchAll(/%\{(\w+)/g), ([, name]) => name ?? "");
  const other = names.find((name) => !builtIn.has(name) && !own.includes(name));
  if (other === undefined) return;
  const takes = "patterns of Glue, or of customPatterns";
  const path = "grokClassifier.grokPattern";
  refuse(found, { path, is: `names ${other}, which is neither`, takes, fix: `Add ${other} to customPatterns.` });
};

/** A partition has a value for each key of its table. */
export const partitionOfTable: Join = (partition, found, stack) => {
  const values = partition.get("partitionValues").list();
  const database = text(partition, "databaseName", found);
  if (!stack || values.state !== "known") return;
  const type = "aws:glue/catalogTable:CatalogTable";
  const isOfDatabase = (table: Resource) => {
    const name = table.get("databaseName").text();
    return name.state !== "known" || database === undefined || name.value === database;
  };
  for (const table of named(partition, "tableName", type, found, stack).filter(isOfDatabase)) {
    const keys = table.get("partitionKeys").list();
    if (keys.state !== "known" || keys.value.length === values.value.length) continue;
    const is = `has ${values.value.length} elements, and ${table.label} has ${keys.value.length} partitionKeys`;
    refuse(found, { path: "partitionValues", is, takes: "a value for each key", fix: "Give a value for each key." });
  }
};

/** What a trigger waits for is not what it starts. */
export const triggerOfItself: Join = (trigger, found) => {
  const { predicate, actions } = plainProperties(trigger);
  for (const name of ["jobName", "crawlerName"]) {
    const started = list(actions).map((action) => member(action, name));
    const waited = list(member(predicate, "conditions")).map((condition) => member(condition, name));
    const both = waited.find((each) => typeof each === "string" && !isUnknown(each) && started.includes(each));
    if (typeof both !== "string") continue;
    const is = `has ${both}, which the trigger starts`;
    refuse(found, { path: "predicate.conditions", is, takes: "another one than it starts", fix: "Wait for another." });
  }
};
