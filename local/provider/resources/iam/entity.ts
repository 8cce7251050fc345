export const entityName = (maxLength: number) => ({
  property: "name" as const,
  prefixProperty: "namePrefix",
  maxLength,
  pattern: /^[\w+=,.@-]+$/,
  allowed: "letters, digits and _ + = , . @ -",
});

export const noSuchEntity = ["NoSuchEntity", "NoSuchEntityException"];

/** IAM returns documents URL-encoded. */
export const decoded = (document: string | undefined) => document && decodeURIComponent(document);
