/**
 * The ranges of the patterns' own numbers, which AWS does not limit. A component refuses others by its argument, and its
 * function by its environment variable.
 */

/** WebP's longest edge, in pixels; the other formats allow more. */
export const longestEdge = 16_383;

/** Pixels. */
export const thumbnailerBounds = {
  widths: { min: 1, max: 10_000 },
  maxPixels: { min: 1, max: longestEdge ** 2 },
};

/** Formats of thumbnails, and how their keys end. */
export const thumbnailExtensions = { webp: "webp", jpeg: "jpg", png: "png", avif: "avif" } as const;
export type ThumbnailFormat = keyof typeof thumbnailExtensions;

/** Where the thumbnails bucket holds thumbnails, and the records of refused photos. */
export const thumbnailPrefixes = { thumbnails: "thumbnails/", rejected: "rejected/" } as const;

/** TCP. */
export const portBounds = { min: 1, max: 65_535 };

/** AWS keeps such days in 32 bits. */
export const expirationDays = { min: 1, max: 2 ** 31 - 1 };

/** GB of an RDS instance with gp3. */
export const databaseStorageGb = { min: 20, max: 65_536 };

export const accountTransfersBounds = { maxConcurrency: { min: 1, max: 10_000 } };

/** Age of the log objects that the clean-up deletes. */
export const logAgeDays = { min: 1, max: 36_500 };

export const usageReportBounds = { periodHours: { min: 1, max: 1_440 } };

export const tableExportBounds = { fullEveryDays: { min: 1, max: 3_650 } };

export const orderWorkflowBounds = { opening: { min: 0, max: 1_000_000_000 } };

export const readThroughBounds = { ttlSeconds: { min: 1, max: 86_400 } };

export const usersApiBounds = { idempotencyHours: { min: 1, max: 720 } };

export const ticketNumbersBounds = { blockSize: { min: 1, max: 1_000_000 } };
