import { usageFigures } from "../report/cost/usage";
import { defaultOf } from "./shape";

/** Values of keys that have no default, or whose default shows nothing. */
const own: Record<string, unknown> = {
  alarmEmail: "ops@example.com",
  "thumbnailer.prefix": "photos/",
  "thumbnailer.uploadsBucketName": "example-com-uploads",
  "thumbnailer.thumbnailsBucketName": "example-com-thumbnails",
  "usersApi.authorizer": "userPool",
  "usersApi.corsOrigin": "https://www.example.com",
  "httpApi.corsOrigins": ["https://www.example.com"],
  "usersTable.timeToLiveAttribute": "expiresAt",
  "usersTable.kmsKeyArn": "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  "usersTable.replicaRegions": ["eu-central-1"],
  "usersTable.witnessRegion": "eu-west-3",
  "network.interfaceEndpoints": ["secretsmanager", "lambda"],
  "database.minCapacity": 0.5,
  "database.maxCapacity": 2,
  "database.instanceClass": "db.t4g.medium",
  "userPool.domain": "example-com",
  "userPool.callbackUrls": ["https://www.example.com/signed-in"],
  "edge.domain.name": "www.example.com",
  "edge.domain.certificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab",
  "edge.domain.zoneId": "Z1D633PJN98FT9",
};

/** A value that a key may have. */
export function exampleOf(names: readonly string[]): unknown {
  const path = names.join(".");
  if (path in own) return own[path];
  const given = defaultOf(names);
  if (given !== undefined) return given;
  if (names[0] === "usage") return usageFigures[names.at(-1) as keyof typeof usageFigures]?.default ?? {};
  const within = Object.entries(own).filter(([name]) => name.startsWith(`${path}.`));
  if (within.length > 0) return Object.fromEntries(within.map(([name, value]) => [name.slice(path.length + 1), value]));
  return { enabled: true };
}
