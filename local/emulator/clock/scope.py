"""Work in an account and a Region, as a request for it has them."""

import contextlib


@contextlib.contextmanager
def in_scope(account: str, region: str | None = None):
    from ministack.core import responses

    before = responses.get_account_id(), responses.get_region()
    responses.set_request_account_id(account)
    if region is not None:
        responses.set_request_region(region)
    try:
        yield
    finally:
        responses.set_request_account_id(before[0])
        responses.set_request_region(before[1])
