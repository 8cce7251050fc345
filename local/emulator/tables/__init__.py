"""What DynamoDB does with tables besides reading and writing, and MiniStack does in name only: recovery to a point in time, and export to S3."""

from .exports import Exports
from .recovery import Recovery


def install(dynamodb, clock) -> None:
    recovery = Recovery(dynamodb)
    clock.aging.append(recovery.age)
    Exports(dynamodb, recovery)
