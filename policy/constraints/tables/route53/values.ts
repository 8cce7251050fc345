import { measured, type Row, type TypeRows } from "../../schema";
import { narrows } from "../given";
import { api, page } from "../pages";

const types = page("Route53/latest/DeveloperGuide/ResourceRecordTypes");

/** How the values of records of a type look. */
const value = (type: string, fact: string, pattern: string, good: string, bad: string, source = types): Row =>
  narrows(fact, { type }, "records[]", { pattern }, [good, bad], { source });

const number = "(\\d{1,4}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])";
const priority = "(\\d{1,4}|[12]\\d{4}|3[01]\\d{3}|32[0-6]\\d{2}|327[0-5]\\d|3276[0-7])";
const parameter = '((alpn|port|ipv4hint|ech|ipv6hint|dohpath)=("[^"]*"|[^\\s"]+)|(no-default-alpn|ohttp)(=\\S*)?)';
const printable = "^[ -~]*$";
const phone = '100 50 "U" "E2U+sip" "!^.*$!sip:a@example.com!" .';

const services = (type: string): readonly Row[] => [
  value(
    type,
    `a value of a ${type} record is a priority of up to 32767, a name and parameters such as alpn="h2"`,
    `^${priority}\\s+\\S+(\\s+${parameter})*$`,
    '1 . alpn="h2,h3" port=8443',
    "1 . port",
  ),
  narrows(
    `a ${type} record without the default protocol has alpn`,
    { type },
    "records[]",
    { not: { pattern: "^(?!.*\\salpn=).*\\sno-default-alpn\\b" } },
    ['1 . alpn="h2" no-default-alpn', "1 . no-default-alpn"],
    { source: measured },
  ),
];

/** Route 53: what the values of records look like, by the type of the record. */
export const route53Values: readonly TypeRows[] = [
  {
    type: "aws:route53/record:Record",
    source: api("route53", "ChangeResourceRecordSets"),
    rows: [
      value(
        "CAA",
        "the tag of a CAA record is issue, issuewild or iodef",
        "^\\S+\\s+(issue|issuewild|iodef)\\s",
        '0 issue "amazon.com"',
        '0 issues "amazon.com"',
        measured,
      ),
      value(
        "DS",
        "a value of a DS record is a key tag, an algorithm, a type of digest and a digest",
        "^\\S+\\s+\\S+\\s+\\S+\\s+\\S+$",
        "12345 3 1 123456789abcdef67890123456789abcdef67890",
        "12345 3 1",
      ),
      ...services("HTTPS"),
      ...services("SVCB"),
      value(
        "NAPTR",
        "a value of a NAPTR record is an order and a preference of up to 65535, flags, service and expression in quotes, and a replacement",
        `^${number}\\s+${number}(\\s+"([^"\\\\]|\\\\.)*"){3}\\s+\\S+$`,
        phone,
        '100 50 S "SIP+D2U" "" sip.example.com',
      ),
      narrows(
        "a NAPTR record with an expression has . as its replacement",
        { type: "NAPTR" },
        "records[]",
        { not: { pattern: '"[^"]+"\\s+(?!\\.$)\\S+$' } },
        [phone, phone.replace(/\.$/, "sip.example.com")],
        { source: types },
      ),
      value(
        "NAPTR",
        "the values of a NAPTR record are printable ASCII",
        printable,
        phone,
        phone.replace("sip:a", "sip:ä"),
        measured,
      ),
      value(
        "SOA",
        "a value of an SOA record has seven fields",
        "^(\\S+\\s+){6}\\S+$",
        "ns-1.awsdns-1.org. hostmaster.example.com. 1 7200 900 1209600 86400",
        "ns-1.awsdns-1.org. hostmaster.example.com. 1 7200 900 1209600",
      ),
      value(
        "SSHFP",
        "a value of an SSHFP record is an algorithm, 1 or 2 for the hash, and a fingerprint in hexadecimal digits",
        "^\\S+\\s+[12]\\s+[0-9A-Fa-f]+$",
        "4 2 123456789abcdef67890123456789abcdef67890",
        "4 3 123456789abcdef67890123456789abcdef67890",
      ),
      value(
        "TLSA",
        "a value of a TLSA record is a usage of 0 to 3, a selector of 0 or 1, a matching type of 0 to 2, and a certificate",
        "^[0-3]\\s+[01]\\s+[0-2]\\s+\\S+$",
        "3 1 1 92003ba34942dc74152e2f2c408d29eca5a520e7f2e06bb944f4dca346baf63c",
        "4 1 1 92003ba34942dc74152e2f2c408d29eca5a520e7f2e06bb944f4dca346baf63c",
      ),
      value("TXT", "the values of a TXT record are printable ASCII", printable, "gruen", "grün", measured),
    ],
  },
];
