"""What DynamoDB does with tables besides reading and writing, and MiniStack does in name only: recovery to a point in time, export to S3,
and a capacity that can be used up."""

from .exports import Exports
from .recovery import Recovery
from .throughput import Throughput


def install(dynamodb, clock) -> Throughput:
    recovery = Recovery(dynamodb)
    clock.aging.append(recovery.age)
    Exports(dynamodb, recovery)
    return Throughput(dynamodb, clock.now)
