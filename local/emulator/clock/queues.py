"""Metrics of queues: what waits in them and for how long, by the clock, and what was sent, received and deleted.

https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
"""

import time

from .first_seen import FirstSeen
from .scope import in_scope

NAMESPACE = "AWS/SQS"
EVERY_SECONDS = 60
# Of a message that was counted as sent; one that moves to a dead letter queue is not sent again.
COUNTED = "_headroom_counted"


class Queues:
    def __init__(self, clock):
        from ministack.services import cloudwatch, sqs

        self._clock, self._sqs, self._cloudwatch = clock, sqs, cloudwatch
        self._seen = FirstSeen(clock)
        self._told: dict[str, tuple[float, dict]] = {}
        collect, sqs._collect_msgs = sqs._collect_msgs, self._collecting
        self._collect = collect
        for name in ("DeleteMessage", "DeleteMessageBatch"):
            sqs._HANDLERS[name] = self._deleting(sqs._HANDLERS[name], lambda data, url: data.get("QueueUrl", url))
        sqs._delete_messages_for_esm = self._deleting(sqs._delete_messages_for_esm, lambda url, _handles: url)

    def _record(self, queue: dict, **values: float) -> None:
        dimensions = {"QueueName": queue["attributes"]["QueueArn"].rpartition(":")[2]}
        units = {"SentMessageSize": "Bytes", "ApproximateAgeOfOldestMessage": "Seconds"}
        for name, value in values.items():
            self._cloudwatch.record_metric(NAMESPACE, name, value, units.get(name, "Count"), dimensions)

    def _count_sent(self, queue: dict) -> None:
        for message in list(queue["messages"]):
            if not message.get(COUNTED):
                message[COUNTED] = True
                self._record(queue, NumberOfMessagesSent=1, SentMessageSize=len(message["body"].encode()))

    def _collecting(self, queue: dict, *args, **kwargs):
        self._count_sent(queue)
        received = self._collect(queue, *args, **kwargs)
        if received:
            self._record(queue, NumberOfMessagesReceived=len(received))
        return received

    def _deleting(self, delete, url_of):
        def delete_and_count(*args):
            try:
                queue = self._sqs._get_q(url_of(*args))
            except self._sqs._Err:
                return delete(*args)  # which says what is wrong
            before = len(queue["messages"])
            answer = delete(*args)
            deleted = before - len(queue["messages"])
            if deleted > 0:
                self._record(queue, NumberOfMessagesDeleted=deleted)
            return answer

        return delete_and_count

    def sweep(self) -> dict:
        """Each minute, or once something changed; a queue in which nothing ever was has no metrics."""
        for (account, region, url), queue in list(self._sqs._queues._data.items()):
            with in_scope(account, region), self._sqs._queues_lock:
                self._count_sent(queue)
                values = self._measured(queue)
                at, before = self._told.get(queue["attributes"]["QueueArn"], (0.0, dict.fromkeys(values, 0)))
                due = self._clock.now() - at >= EVERY_SECONDS and any(values.values())
                if due or values != before:
                    self._told[queue["attributes"]["QueueArn"]] = (self._clock.now(), values)
                    self._record(queue, **values)
        self._seen.forget_others()
        return {}

    def _measured(self, queue: dict) -> dict:
        now = time.time()
        messages = list(queue["messages"])
        hidden = [each for each in messages if each.get("visible_at", 0) > now]
        ages = [
            now - each["sent_at"] + self._clock.ahead - self._seen.ahead((queue["attributes"]["QueueArn"], each["id"])) for each in messages
        ]
        return {
            "ApproximateNumberOfMessagesVisible": len(messages) - len(hidden),
            "ApproximateNumberOfMessagesNotVisible": sum(each.get("receive_count", 0) > 0 for each in hidden),
            "ApproximateNumberOfMessagesDelayed": sum(not each.get("receive_count") for each in hidden),
            "ApproximateAgeOfOldestMessage": round(max(ages, default=0)),
        }
