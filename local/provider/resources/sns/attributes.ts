export const notFound = ["NotFoundException", "NotFound"];

export function attributeName(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}
