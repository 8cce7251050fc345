import { type Pattern } from "../pattern";
import { EdgeProcess } from "../edgeProcess";
import { bearer, page, settings, signIn, token, visit } from "../../../tests/handlers/edgeProcess";

/** Visitors at the edge: one with a session, one who is sent to sign in, one with a token of nobody's. */
export const edgeSignIn: Pattern = {
  name: "sign-in at the edge (the function alone)",
  needs: [],
  open() {
    const edge = EdgeProcess.start("edge-auth", { ...settings, signIn });
    const visits = [
      {
        request: visit("/members/", bearer(token({ exp: Math.floor(Date.now() / 1_000) + 86_400 }))),
        status: undefined,
      },
      { request: visit("/members/", page), status: "302" },
      { request: visit("/members/", bearer(`${token().slice(0, -8)}AAAAAAAA`)), status: "401" },
    ];
    return Promise.resolve({
      async send(n) {
        const { request, status } = visits[n % visits.length]!;
        const answer = await edge.ask(request);
        if (answer.status !== status) throw Object.assign(new Error(), { name: `status ${answer.status}` });
      },
      process: { pid: edge.pid, name: "edge-auth" },
      close: () => edge.close(),
    });
  },
};
