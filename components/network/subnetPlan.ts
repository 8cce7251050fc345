const privateRanges = [
  { first: "10.0.0.0", bits: 8 },
  { first: "172.16.0.0", bits: 12 },
  { first: "192.168.0.0", bits: 16 },
];

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
  const { first, bits } = parse(cidrBlock);
  const size = 2 ** (32 - bits - 3);
  const block = (eighth: number): string => `${dotted(first + eighth * size)}/${bits + 3}`;
  const numbers = Array.from({ length: zones }, (_, zone) => zone);
  return { inner: numbers.map(block), outer: numbers.map((zone) => block(zone + 4)) };
}

/** Why a network cannot have the range; undefined if it can. */
export function rangeProblem(cidrBlock: string): string | undefined {
  if (!/^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/.test(cidrBlock)) return "give a range such as 10.0.0.0/16";
  const { first, bits } = parse(cidrBlock);
  if (cidrBlock.split(/[./]/, 4).some((part) => Number(part) > 255)) return "each part of an address is at most 255";
  if (bits < 16 || bits > 24) return "AWS allows /16 at most, and subnets need /24 at least";
  if (first % 2 ** (32 - bits) !== 0) return `a /${bits} cannot begin there: its last ${32 - bits} bits are not zero`;
  const isPrivate = privateRanges.some((range) => {
    const start = number(range.first);
    return first >= start && first < start + 2 ** (32 - range.bits) && bits >= range.bits;
  });
  const names = privateRanges.map((range) => `${range.first}/${range.bits}`).join(", ");
  return isPrivate ? undefined : `a private network needs a range within ${names}`;
}

function parse(cidrBlock: string): { first: number; bits: number } {
  const [address = "", bits] = cidrBlock.split("/");
  return { first: number(address), bits: Number(bits) };
}

const number = (address: string): number => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

const dotted = (address: number): string => [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join(".");
