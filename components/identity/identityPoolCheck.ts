import { type Problem, Problems } from "../core/check";
import { type IdentityPoolArgs } from "./identityPoolArgs";

/** Problems with the arguments and the name of an identity pool. */
export function identityPoolProblems(
  name: string,
  { userPool, clients, groups = [], principalTags = {} }: IdentityPoolArgs,
): Problem[] {
  const problems = new Problems();
  const known = userPool.clientNames;
  problems.that(clients.length > 0, "clients", clients, `name one or more of the user pool's: ${known.join(", ")}`);
  for (const client of clients) {
    problems.that(known.includes(client), "clients", client, `the user pool's clients are: ${known.join(", ")}`);
  }
  const names = groups.map((group) => group.name);
  for (const group of names) {
    problems
      .that(/^[\w+=,.@-]+$/.test(group), "groups", group, "a group with a role has letters, digits and _+=,.@- only")
      .that(
        name.length + group.length <= 50,
        "groups",
        group,
        `its role is named after it: with the component's name, ${Math.max(0, 50 - name.length)} characters are allowed`,
      )
      .that(names.indexOf(group) === names.lastIndexOf(group), "groups", group, "two groups have this name")
      .that(
        !userPool.groupNames.includes(group),
        "groups",
        group,
        "the user pool makes this group already, without a role: remove it from the user pool's groups",
      );
  }
  for (const [tag, claim] of Object.entries(principalTags)) {
    // Check every client: a claim changed through one app counts for all.
    const writers = known.filter((client) => userPool.writableAttributes(client).includes(claim));
    problems
      .that(/^[\w.:/=+@-]{1,128}$/.test(tag), "principalTags", tag, "a tag has 1 to 128 of A-Z a-z 0-9 _.:/=+@-")
      .that(
        claim !== "nonce",
        `principalTags.${tag}`,
        claim,
        "it is what an app wrote into its own request to sign in: choose a claim such as sub",
      )
      .that(
        writers.length === 0,
        `principalTags.${tag}`,
        claim,
        `users can give themselves any value through ${writers.join(", ")}: remove it from the client's writableAttributes, or choose a claim such as sub`,
      );
  }
  return problems.list;
}
