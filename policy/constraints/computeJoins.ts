import { contains } from "../../limits/cidr";
import { isObject, list, member, oneOrMore, plainProperties } from "../frame/plain";
import { type Join, named, refuse, text } from "./join";

/** Operations a second that a GiB of a kind of volume has at most. */
const iopsPerGiB: Readonly<Record<string, number>> = { gp3: 500, io1: 50, io2: 1000 };

/** Each gp3 has these operations, however small it is. */
const gp3Iops = 3000;

interface Volume {
  readonly path: string;
  readonly kind: unknown;
  readonly size: unknown;
  readonly iops: unknown;
  readonly throughput: unknown;
}

function* findVolumes(properties: Readonly<Record<string, unknown>>): Iterable<Volume> {
  const { type: kind, size, iops, throughput, rootBlockDevice, ebsBlockDevices } = properties;
  yield { path: "", kind, size, iops, throughput };
  const blocks = [
    ["rootBlockDevice.", rootBlockDevice] as const,
    ...list(ebsBlockDevices).map((block, index) => [`ebsBlockDevices[${index}].`, block] as const),
  ];
  for (const [path, block] of blocks) {
    if (!isObject(block)) continue;
    const [volumeType, volumeSize] = [member(block, "volumeType"), member(block, "volumeSize")];
    yield { path, kind: volumeType, size: volumeSize, iops: block["iops"], throughput: block["throughput"] };
  }
}

/** Operations for each GiB, and throughput for each operation. */
export const volumeRatios: Join = (resource, found) => {
  for (const { path, kind, size, iops, throughput } of findVolumes(plainProperties(resource))) {
    const ratio = typeof kind === "string" ? iopsPerGiB[kind] : undefined;
    if (ratio === undefined) continue;
    const most = typeof size === "number" ? Math.max(size * ratio, kind === "gp3" ? gp3Iops : 0) : Infinity;
    if (typeof iops === "number" && iops > most) {
      const takes = `at most ${ratio} for each GiB: ${most.toLocaleString("en-US")}`;
      const is = `is ${iops.toLocaleString("en-US")} for ${String(size)} GiB`;
      refuse(found, { path: `${path}iops`, is, takes, fix: "Set iops to less, or a larger size." });
    }
    const known = iops === undefined ? gp3Iops : iops;
    if (kind === "gp3" && typeof throughput === "number" && typeof known === "number" && throughput * 4 > known) {
      const takes = `at most a quarter of iops, ${known.toLocaleString("en-US")}: ${known / 4}`;
      refuse(found, { path: `${path}throughput`, is: `is ${throughput}`, takes, fix: "Set iops to more." });
    }
  }
};

/** Addresses are in the block of the subnet. */
const inSubnet =
  (...paths: readonly string[]): Join =>
  (resource, found, stack) => {
    const [subnet] = named(resource, "subnetId", "aws:ec2/subnet:Subnet", found, stack);
    const block = subnet && text(subnet, "cidrBlock", found);
    if (block === undefined) return;
    const properties = plainProperties(resource);
    for (const path of paths) {
      for (const address of oneOrMore(properties[path])) {
        if (typeof address !== "string" || contains(block, `${address}/32`) !== false) continue;
        const takes = `an address in ${block}`;
        refuse(found, { path, is: `is ${address}`, takes, fix: `Choose ${takes}.` });
      }
    }
  };

export const addressInSubnet = inSubnet("privateIp", "privateIps");

export const mountAddress = inSubnet("ipAddress");

/** Keys of a tunnel are renewed in the last half of their life. */
export const rekeyMargin: Join = (connection, found) => {
  for (const tunnel of ["tunnel1", "tunnel2"]) {
    const path = `${tunnel}RekeyMarginTimeSeconds`;
    const [margin, life] = [connection.get(path).number(), connection.get(`${tunnel}Phase2LifetimeSeconds`).number()];
    if (margin.state !== "known" || life.state !== "known" || margin.value * 2 <= life.value) continue;
    const takes = `at most half of ${tunnel}Phase2LifetimeSeconds: ${life.value / 2}`;
    refuse(found, {
      path,
      is: `is ${margin.value}`,
      takes,
      fix: `Set ${path} to ${Math.floor(life.value / 2)} or less.`,
    });
  }
};
