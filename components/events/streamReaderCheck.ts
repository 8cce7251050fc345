import { limits } from "../../limits";
import { type Problem, Problems } from "../core/check";
import { type StreamReaderArgs } from "./streamReaderArgs";

/** Problems with a reader's arguments. */
export function streamReaderProblems(args: StreamReaderArgs): Problem[] {
  const { batchSize, batchingWindow, parallelization, retries, recordAge } = limits.eventSource;
  return new Problems()
    .all(filterProblems(args.filters))
    .range("batchSize", args.batchSize, batchSize)
    .range("batchingWindowSeconds", args.batchingWindowSeconds, batchingWindow)
    .range("parallelization", args.parallelization, parallelization)
    .range("maximumRetryAttempts", args.maximumRetryAttempts, retries)
    .range("maximumRecordAgeSeconds", args.maximumRecordAgeSeconds, recordAge).list;
}

/** Problems with the patterns of any event source. */
export function filterProblems(filters: Record<string, unknown>[] | undefined): Problem[] {
  return new Problems()
    .that((filters?.length ?? 1) >= 1, "filters", filters, "give one pattern or more, or leave it out")
    .range("filters.length", filters?.length, limits.eventSource.filters).list;
}
