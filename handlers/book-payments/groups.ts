/** Which failures hold a group of a FIFO queue. */
import { BatchProcessor, SqsFifoPartialProcessorAsync } from "@aws-lambda-powertools/batch";

import { PaymentFault } from "./payment";

type Failed = Parameters<SqsFifoPartialProcessorAsync["failureHandler"]>;

/** A failure that a retry may fix holds its group, which keeps the order; a permanent failure does not. */
export class GroupsGoOn extends SqsFifoPartialProcessorAsync {
  override failureHandler(...[record, error]: Failed) {
    if (!(error instanceof PaymentFault)) return super.failureHandler(record, error);
    return BatchProcessor.prototype.failureHandler.call(this, record, error);
  }
}
