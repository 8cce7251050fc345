import { createHash, generateKeyPairSync, type KeyObject } from "node:crypto";
import { unknownText } from "../frame/unknownReference";
import { type Properties } from "../frame/values";
import { pureType } from "./pureType";

interface Pair {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

/** The provider's curves, by their names in OpenSSL and SSH. */
const curves: Readonly<Record<string, { openssl: string; ssh?: string }>> = {
  P224: { openssl: "secp224r1" },
  P256: { openssl: "prime256v1", ssh: "nistp256" },
  P384: { openssl: "secp384r1", ssh: "nistp384" },
  P521: { openssl: "secp521r1", ssh: "nistp521" },
};

function makePair({ algorithm, rsaBits = 2048, ecdsaCurve = "P224" }: Properties): Pair {
  switch (algorithm) {
    case "RSA":
      return generateKeyPairSync("rsa", { modulusLength: Number(rsaBits) });
    case "ECDSA": {
      const curve = curves[String(ecdsaCurve)];
      if (!curve)
        throw new Error(`ecdsaCurve is ${String(ecdsaCurve)}; it must be one of ${Object.keys(curves).join(", ")}`);
      return generateKeyPairSync("ec", { namedCurve: curve.openssl });
    }
    case "ED25519":
      return generateKeyPairSync("ed25519");
    default:
      throw new Error(`algorithm is ${String(algorithm)}; it must be one of RSA, ECDSA, ED25519`);
  }
}

/** A field of SSH's wire format: its length, then its bytes. */
function field(value: Buffer | string): Buffer {
  const bytes = Buffer.from(value as string);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** A number: the first bit is the sign, so a zero byte precedes a first byte of 128 or more. */
const number = (text: string): Buffer => {
  const bytes = Buffer.from(text, "base64url");
  return field(bytes[0]! & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
};

/**
 * The name and the bytes of a public key in SSH's format; undefined if SSH has no such key.
 * https://www.rfc-editor.org/rfc/rfc4253#section-6.6
 */
function toSsh(publicKey: KeyObject, curve: string | undefined): { name: string; blob: Buffer } | undefined {
  const jwk = publicKey.export({ format: "jwk" });
  if (publicKey.asymmetricKeyType === "rsa")
    return { name: "ssh-rsa", blob: Buffer.concat([field("ssh-rsa"), number(jwk.e!), number(jwk.n!)]) };
  if (publicKey.asymmetricKeyType === "ed25519")
    return {
      name: "ssh-ed25519",
      blob: Buffer.concat([field("ssh-ed25519"), field(Buffer.from(jwk.x!, "base64url"))]),
    };
  if (curve === undefined) return undefined;
  const name = `ecdsa-sha2-${curve}`;
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(jwk.x!, "base64url"), Buffer.from(jwk.y!, "base64url")]);
  return { name, blob: Buffer.concat([field(name), field(curve), field(point)]) };
}

const digest = (algorithm: string, bytes: Buffer) => createHash(algorithm).update(bytes);

/**
 * https://www.pulumi.com/registry/packages/tls/api-docs/privatekey: everything except the private key in OpenSSH's
 * format.
 */
export const tlsTypes = [
  pureType({
    token: "tls:index/privateKey:PrivateKey",
    required: ["algorithm"],
    optional: { ecdsaCurve: "P224", rsaBits: 2048 },
    outputs: [
      "privateKeyOpenssh",
      "privateKeyPem",
      "privateKeyPemPkcs8",
      "publicKeyFingerprintMd5",
      "publicKeyFingerprintSha256",
      "publicKeyOpenssh",
      "publicKeyPem",
    ],
    missing: "privateKeyOpenssh: the local provider does not write OpenSSH's format; use privateKeyPem",
    make(props) {
      const { publicKey, privateKey } = makePair(props);
      const form = ({ RSA: "pkcs1", ECDSA: "sec1" } as const)[String(props.algorithm)] ?? "pkcs8";
      const der = publicKey.export({ format: "der", type: "spki" });
      const ssh = toSsh(publicKey, curves[String(props.ecdsaCurve)]?.ssh);
      const outputs = {
        privateKeyOpenssh: unknownText,
        privateKeyPem: privateKey.export({ format: "pem", type: form }),
        privateKeyPemPkcs8: privateKey.export({ format: "pem", type: "pkcs8" }),
        publicKeyFingerprintMd5: ssh ? digest("md5", ssh.blob).digest("hex").match(/../g)!.join(":") : "",
        publicKeyFingerprintSha256: ssh
          ? `SHA256:${digest("sha256", ssh.blob).digest("base64").replace(/=+$/, "")}`
          : "",
        publicKeyOpenssh: ssh ? `${ssh.name} ${ssh.blob.toString("base64")}\n` : "",
        publicKeyPem: publicKey.export({ format: "pem", type: "spki" }),
      };
      return { id: digest("sha1", der).digest("hex"), outputs };
    },
  }),
];
