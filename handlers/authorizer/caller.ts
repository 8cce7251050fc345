/** Who holds a token. */
import { z } from "zod";

const claimsSchema = z.object({
  sub: z.string(),
  scope: z.string().default(""),
  "cognito:groups": z.array(z.string()).default([]),
  /** In access tokens of people; a machine has none. */
  username: z.string().optional(),
  "cognito:username": z.string().optional(),
  client_id: z.string().optional(),
  aud: z.string().optional(),
});

/** Who holds a verified token, whatever its kind. */
export function readCaller(claims: object) {
  const { sub, scope, username, client_id, aud, ...named } = claimsSchema.parse(claims);
  return {
    sub,
    username: username ?? named["cognito:username"] ?? "",
    clientId: client_id ?? aud ?? "",
    scopes: scope.split(" ").filter((name) => name !== ""),
    groups: named["cognito:groups"],
  };
}
