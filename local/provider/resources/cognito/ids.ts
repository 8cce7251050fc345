/** Import ids of what is in a pool: `POOL/ID`. */
export function inPool<K extends string>(id: string, key: K): { id: string; known: Record<"userPoolId" | K, string> } {
  const [userPoolId = "", ...rest] = id.split("/");
  return { id, known: { userPoolId, [key]: rest.join("/") } as Record<"userPoolId" | K, string> };
}
