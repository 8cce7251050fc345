import { isObject } from "../../frame/plain";
import { jsonFormat, textFormat } from "./format";

/** An index of fields of a log group. */
export const fieldIndex = jsonFormat((document) => {
  const fields = isObject(document) ? (document["Fields"] ?? document["FieldsV2"]) : undefined;
  const count = Array.isArray(fields) ? fields.length : isObject(fields) ? Object.keys(fields).length : 0;
  return count >= 1 && count <= 20 ? [] : [{ at: "Fields", is: `has ${count} fields`, takes: "1 to 20 fields" }];
});

/** The patterns of the page on transformers, by which a line of a log is taken apart. */
const patterns = new Set(
  `USERNAME USER INT BASE10NUM BASE16NUM NUMBER POSINT NONNEGINT WORD NOTSPACE SPACE DATA GREEDYDATA GREEDYDATA_MULTILINE QUOTEDSTRING UUID URN ARN
  MAC CISCOMAC WINDOWSMAC COMMONMAC IPV6 IPV4 IP HOSTNAME HOST IPORHOST HOSTPORT PATH UNIXPATH TTY WINPATH URIPROTO URIHOST URIPATH URIPARAM URIPATHPARAM URI
  MONTH MONTHNUM MONTHNUM2 MONTHDAY DAY YEAR HOUR MINUTE SECOND TIME DATE_US DATE_EU ISO8601_TIMEZONE ISO8601_SECOND TIMESTAMP_ISO8601 DATE DATESTAMP TZ
  DATESTAMP_RFC822 DATESTAMP_RFC2822 DATESTAMP_OTHER DATESTAMP_EVENTLOG LOGLEVEL HTTPDATE SYSLOGTIMESTAMP PROG SYSLOGPROG SYSLOGHOST SYSLOGFACILITY
  APACHE_ACCESS_LOG NGINX_ACCESS_LOG SYSLOG5424`.split(/\s+/),
);

/** How a line is taken apart: each `%{PATTERN:field}` names a pattern. */
export const grok = textFormat((text) => {
  const odd = [...text.matchAll(/%\{(\w+)/g)].map(([, name = ""]) => name).find((name) => !patterns.has(name));
  return odd === undefined
    ? undefined
    : { is: `has the pattern ${odd}`, takes: "patterns such as WORD, NUMBER, IP and TIMESTAMP_ISO8601" };
});

/** A pattern of words: a quoted term ends with its quotation mark. Patterns of JSON, of columns and of expressions are others. */
export const filterPattern = textFormat((text) => {
  if (/^\s*[{[%]/.test(text)) return undefined;
  const rest = text.replace(/(^|\s)[?-]?"(\\.|[^"\\])*"(?=\s|$)/g, " ");
  return rest.includes('"')
    ? { is: "has a quotation mark in a term", takes: 'terms such as ERROR and "timed out", with white space between' }
    : undefined;
});
