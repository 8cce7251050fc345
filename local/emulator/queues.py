"""Lambda's readers of queues: batches of more than ten messages, and batching windows. MiniStack gives what is there, ten at most.

https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
"""

import time

from payloads import SYNCHRONOUS_BYTES
from windows import Gathering

# Beside its text, a message has its attributes and its receipt in the event.
ENVELOPE_BYTES = 1024
LARGEST_BATCH = 10_000


def install(lambdas, sqs) -> None:
    concurrency = lambdas._sqs_esm_concurrency
    gathering = Gathering(lambdas.esm_wake)

    def concurrency_once_gathered(mapping, function, config, queue=None):
        """How many batches may be in flight; none while one is still gathered."""
        waiting = bodies_that_wait(queue or {})
        size = mapping.get("BatchSize") or 10
        is_full = len(waiting) >= size or sum(waiting) > SYNCHRONOUS_BYTES
        if waiting and gathering.waits(mapping["UUID"], mapping, is_full):
            return 0
        return concurrency(mapping, function, config, queue)

    def receive(url: str, most: int) -> list[dict]:
        with sqs._queues_lock:
            queue = sqs._get_q(url)
            sqs._expire_retained(queue)
            sqs._dlq_sweep(queue)
            timeout = int(queue["attributes"].get("VisibilityTimeout", "30"))
            most = min(int(most or 1), LARGEST_BATCH, max(1, fitting(bodies_that_wait(queue))))
            return sqs._collect_msgs(queue, most, timeout)

    lambdas._sqs_esm_concurrency = concurrency_once_gathered
    sqs._receive_messages_for_esm = receive


def bodies_that_wait(queue: dict) -> list[int]:
    """The sizes of the messages that can be received now."""
    now = time.time()
    return [len(each["body"].encode()) + ENVELOPE_BYTES for each in list(queue.get("messages") or []) if each.get("visible_at", 0) <= now]


def fitting(sizes: list[int]) -> int:
    """How many of the first messages one event holds."""
    total = 0
    for count, size in enumerate(sizes):
        total += size
        if total > SYNCHRONOUS_BYTES:
            return count
    return len(sizes)
