import { type Pattern } from "../pattern";

const ACCOUNTS = 20;

/** Transfers in PostgreSQL, each with a message to another function, which the database itself calls. */
export const transfers: Pattern = {
  name: "transfers in a database",
  needs: ["database", "network"],
  async open(stack) {
    const ask = (event: object) => stack.invoke(stack.outputs.databaseFunction, event);
    const [from, to] = [(n: number) => `from ${n % ACCOUNTS}`, (n: number) => `to ${n % ACCOUNTS}`];
    for (let n = 0; n < ACCOUNTS; n++) {
      await ask({ action: "open", account: from(n), cents: 1_000_000_000 });
      await ask({ action: "open", account: to(n), cents: 0 });
    }
    return {
      send: async (n) => void (await ask({ action: "transfer", id: `${n}`, from: from(n), to: to(n), cents: 1 })),
      async outcomes() {
        let cents = 0;
        for (let n = 0; n < ACCOUNTS; n++) cents += Number((await ask({ action: "balance", account: to(n) })).cents);
        return cents;
      },
    };
  },
};
