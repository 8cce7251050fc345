import { type FactsByName } from "./facts";
import { on } from "./on";

const zoneId = "Z0123456789ABCDEFGHIJ";
const fingerprint = "123456789abcdef67890123456789abcdef67890";
const certificate = "92003ba34942dc74152e2f2c408d29eca5a520e7f2e06bb944f4dca346baf63c";

/** A fact of a value of records of a type. */
const value = (type: string, says: string, bad: string, good: string) =>
  on("aws:route53/record:Record", { zoneId, name: "orders.example.com", type, ttl: 300 })(
    says,
    { records: [bad] },
    { records: [good] },
  );

const naptr = (says: string, bad: string, good = '100 50 "S" "SIP+D2U" "" sip.example.com') =>
  value("NAPTR", says, bad, good);
const https = (says: string, bad: string, good: string) => value("HTTPS", says, bad, good);
const tlsa = (says: string, bad: string) => value("TLSA", says, bad, `3 1 1 ${certificate}`);
const sshfp = (says: string, bad: string) => value("SSHFP", says, bad, `4 1 ${fingerprint}`);

/** What the values of records look like, by the type of the record. */
export const route53Values: FactsByName = {
  "route53-caa-tag-enum": value(
    "CAA",
    "a CAA record has one of three tags",
    '0 issues "amazon.com"',
    '0 issue "amazon.com"',
  ),
  "route53-ds-field-count": value(
    "DS",
    "a DS record has four fields",
    "12345 3 1",
    "12345 3 1 123456789abcdef67890123456789abcdef67890",
  ),
  "route53-https-field-format": https("an HTTPS record has a priority and a name", "1", "1 ."),
  "route53-https-svcpriority-range": https("the priority of an HTTPS record is 32,767", "32768 .", "32767 ."),
  "route53-naptr-field-count": naptr("a NAPTR record has six fields", '100 50 "S" "SIP+D2U" ""'),
  "route53-naptr-flags-quotes": naptr("flags are in quotes", '100 50 S "SIP+D2U" "" sip.example.com'),
  "route53-naptr-order-range": naptr("an order is 65,535", '65536 50 "S" "SIP+D2U" "" sip.example.com'),
  "route53-naptr-preference-range": naptr("a preference is 65,535", '100 65536 "S" "SIP+D2U" "" sip.example.com'),
  "route53-naptr-regexp-charset": naptr(
    "an expression is of printable ASCII",
    '100 50 "U" "E2U+sip" "!^.*$!sip:ä@example.com!" .',
    '100 50 "U" "E2U+sip" "!^.*$!sip:a@example.com!" .',
  ),
  "route53-naptr-regexp-quotes": naptr(
    "an expression is in quotes",
    '100 50 "U" "E2U+sip" !^.*$!sip:a@example.com! .',
    '100 50 "U" "E2U+sip" "!^.*$!sip:a@example.com!" .',
  ),
  "route53-naptr-regexp-replacement-exclusive": naptr(
    "an expression replaces a name",
    '100 50 "U" "E2U+sip" "!^.*$!sip:a@example.com!" sip.example.com',
    '100 50 "U" "E2U+sip" "!^.*$!sip:a@example.com!" .',
  ),
  "route53-naptr-service-quotes": naptr("a service is in quotes", '100 50 "S" SIP+D2U "" sip.example.com'),
  "route53-soa-field-count": value(
    "SOA",
    "an SOA record has seven fields",
    "ns-1.awsdns-1.org. hostmaster.example.com. 1 7200 900 1209600",
    "ns-1.awsdns-1.org. hostmaster.example.com. 1 7200 900 1209600 86400",
  ),
  "route53-srv-field-count": value("SRV", "an SRV record has four fields", "1 10 5269", "1 10 5269 xmpp.example.com"),
  "route53-sshfp-field-count": sshfp("an SSHFP record has three fields", "4 1"),
  "route53-sshfp-fingerprint-hex": sshfp("a fingerprint is in hexadecimal digits", `4 1 ${fingerprint.slice(1)}z`),
  "route53-sshfp-hash-type-enum": sshfp("a fingerprint is of one of two kinds", `4 3 ${fingerprint}`),
  "route53-svcb-svcpriority-range": value(
    "SVCB",
    "the priority of an SVCB record is 32,767",
    "32768 a.example.com",
    "32767 a.example.com",
  ),
  "route53-svcparams-key-enum": https("a parameter is one of eight", "1 . mandatory=alpn", "1 . port=8443"),
  "route53-svcparams-key-value-format": https("a parameter has a value", "1 . port", "1 . port=8443"),
  "route53-svcparams-no-default-alpn-requires-alpn": https(
    "what has no default protocol has one of its own",
    "1 . no-default-alpn",
    "1 . alpn=h2 no-default-alpn",
  ),
  "route53-tlsa-certificate-usage-enum": tlsa("a certificate has one of four usages", `4 1 1 ${certificate}`),
  "route53-tlsa-field-count": tlsa("a TLSA record has four fields", "3 1 1"),
  "route53-tlsa-matching-type-enum": tlsa("a certificate matches in one of three ways", `3 1 3 ${certificate}`),
  "route53-tlsa-selector-enum": tlsa("a certificate has one of two selectors", `3 2 1 ${certificate}`),
  "route53-txt-octal-escape": value("TXT", "a text is of printable ASCII", "grün", "gruen"),
};
