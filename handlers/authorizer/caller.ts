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
  /** In an ID token its one client; in an access token what it is meant for, if anything. */
  aud: z.string().optional().catch(undefined),
});

/** Who holds a verified token, whatever its kind; undefined where it does not say so as the tokens of a pool do. */
export function readCaller(claims: object) {
  const { data } = claimsSchema.safeParse(claims);
  if (!data) return undefined;
  const { sub, scope, username, client_id, aud, ...named } = data;
  return {
    sub,
    username: username ?? named["cognito:username"] ?? "",
    clientId: client_id ?? aud ?? "",
    scopes: scope.split(" ").filter((name) => name !== ""),
    groups: named["cognito:groups"],
  };
}
