import { type Properties } from "../../frame/values";

const everybody = { cidrBlocks: ["0.0.0.0/0"], ipv6CidrBlocks: ["::/0"] };

/** The rules of the security groups that awsx makes where a program names none: all comes in, and TCP goes out. */
export const openGroup = (vpcId: unknown): Properties => ({
  vpcId,
  ingress: [{ fromPort: 0, toPort: 0, protocol: "-1", ...everybody }],
  egress: [{ fromPort: 0, toPort: 65_535, protocol: "tcp", ...everybody }],
});
