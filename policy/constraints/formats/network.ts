import { BlockList, isIPv4, isIPv6 } from "node:net";

import { isAligned, parseCidr } from "../../../limits/cidr";
import { textFormat } from "./format";

/** A CIDR block of IPv4 or IPv6. */
export const cidr = textFormat((text) => {
  const block = parseCidr(text);
  if (!block) return { takes: "a CIDR block such as 10.0.0.0/16" };
  return isAligned(block) ? undefined : { takes: "a CIDR block that begins at its first address" };
});

/** A CIDR block of IPv4. EC2 takes one that does not begin at its first address for the block around it. */
export const ipv4Cidr = textFormat((text) => {
  const block = parseCidr(text);
  return block && isIPv4(block[0]) ? undefined : { takes: "an IPv4 CIDR block such as 10.0.0.0/16" };
});

/** A CIDR block of IPv4 as the provider takes it: it begins at its first address. */
export const ipv4Network = textFormat((text) => {
  const block = parseCidr(text);
  if (!block || !isIPv4(block[0])) return { takes: "an IPv4 CIDR block such as 10.0.0.0/16" };
  return isAligned(block) ? undefined : { takes: "a CIDR block that begins at its first address" };
});

/** A CIDR block of IPv6. */
export const ipv6Cidr = textFormat((text) => {
  const block = parseCidr(text);
  return block && isIPv6(block[0]) ? undefined : { takes: "an IPv6 CIDR block such as 2001:db8::/56" };
});

/** An address of IPv4. */
export const ipv4 = textFormat((text) => (isIPv4(text) ? undefined : { takes: "an IPv4 address such as 10.0.0.2" }));

/** An address of IPv6. */
export const ipv6 = textFormat((text) => (isIPv6(text) ? undefined : { takes: "an IPv6 address such as 2001:db8::2" }));

/** A block of a VPC or subnet: between /16 and /28. The provider takes none for the block around it, as EC2 does. */
export const vpcCidr = textFormat((text) => {
  const block = parseCidr(text);
  if (!block || !isIPv4(block[0])) return { takes: "an IPv4 CIDR block such as 10.0.0.0/16" };
  if (block[1] < 16 || block[1] > 28) return { takes: "a /16 to /28 block" };
  return isAligned(block) ? undefined : { takes: "a CIDR block that begins at its first address" };
});

const privateRanges = new BlockList();
for (const [address, prefix] of [
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["100.64.0.0", 10],
] as const) {
  privateRanges.addSubnet(address, prefix, "ipv4");
}

/** An address that the Internet can reach. */
export const publicIpv4 = textFormat((text) => {
  if (!isIPv4(text)) return { takes: "an IPv4 address" };
  return privateRanges.check(text) ? { takes: "a public IPv4 address" } : undefined;
});

/** An address over TLS. */
export const httpsUrl = textFormat((text) =>
  /^https:\/\/[^\s/]+/i.test(text) ? undefined : { takes: "an https:// address" },
);
