import { isIPv4 } from "node:net";
import { contains, isAligned, parseCidr, toNumber } from "../../limits/cidr";

const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/** The blocks of a network's subnets, one for each zone. */
export interface SubnetPlan {
  /** Subnets for functions, caches and databases. */
  inner: string[];
  /** Subnets for NAT gateways, if there are any. */
  outer: string[];
}

/**
 * Cuts a range into eighths: the first four for private subnets, the others for gateways, so that adding a zone or a
 * gateway moves nothing. A /16 gives subnets of 8,187 addresses each, a /24 of 27.
 */
export function planSubnets(cidrBlock: string, zones: number): SubnetPlan {
  const [address, bits] = parseCidr(cidrBlock) ?? ["", 0];
  const first = toNumber(address);
  const size = 2 ** (32 - bits - 3);
  const block = (eighth: number): string => `${dotted(first + eighth * size)}/${bits + 3}`;
  const numbers = Array.from({ length: zones }, (_, zone) => zone);
  return { inner: numbers.map(block), outer: numbers.map((zone) => block(zone + 4)) };
}

/** Why a network cannot have the range; undefined if it can. */
export function rangeProblem(cidrBlock: string): string | undefined {
  const block = parseCidr(cidrBlock);
  if (!block || !isIPv4(block[0])) return "give an IPv4 range such as 10.0.0.0/16, each part of it at most 255";
  const [, bits] = block;
  if (bits < 16 || bits > 24) return "AWS allows /16 at most, and subnets need /24 at least";
  if (!isAligned(block)) return `a /${bits} cannot begin there: its last ${32 - bits} bits are not zero`;
  const isPrivate = privateRanges.some((range) => contains(range, cidrBlock));
  return isPrivate ? undefined : `a private network needs a range within ${privateRanges.join(", ")}`;
}

const dotted = (address: number): string => [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join(".");
