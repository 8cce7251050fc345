"""A distribution as CloudFront runs it: Lambda@Edge at its four points, answers that are kept by the cache policy, CloudFront's own headers,
the web ACL, a second origin, compression and access logs.

MiniStack serves a visit with CloudFront Functions, the policies and the origins; here is what it lacks, around it (visit.py).
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-the-edge.html
"""

from .access_logs import AccessLogs
from .associations import guard_associations
from .cache import Cache
from .settings import read_more
from .visit import Visits


def install(cloudfront, firewall, logs, s3, clock) -> None:
    """An answer expires when the clock is moved past its time."""
    read_more(cloudfront)
    guard_associations(cloudfront)
    cache = Cache(clock.now)
    Visits(cloudfront, cache, firewall, AccessLogs(cloudfront, logs, s3, clock))
    create = cloudfront._create_invalidation

    def create_invalidation(distribution: str, body):
        response = create(distribution, body)
        if response[0] == 201:
            cache.invalidate(distribution, cloudfront._invalidations[distribution][-1]["InvalidationBatch"]["Paths"]["Items"])
        return response

    cloudfront._create_invalidation = create_invalidation
