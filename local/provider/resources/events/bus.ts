export const notFound = ["ResourceNotFoundException"];

/** An id names the bus where it is not the default one: `bus/rule`. */
export function busAndRest(id: string): [bus: string, rest: string] {
  const at = id.indexOf("/");
  return at < 0 ? ["default", id] : [id.slice(0, at), id.slice(at + 1)];
}

export const onBus = (bus: string | undefined, rest: string) => (!bus || bus === "default" ? rest : `${bus}/${rest}`);
