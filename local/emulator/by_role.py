"""Requests that a service of AWS sends by a role, or as the caller: what these may not do, this emulator refuses."""

import http.client
import os
import secrets
import ssl
import time
import urllib.parse

from rights import account_of

SESSION = "headroom"
SESSION_SECONDS = 900


def assumed(role_arn: str) -> tuple[str, str, str]:
    """Access key, secret key and token of a session of a role."""
    from ministack.services import sts

    key, secret, token = (f"ASIA{secrets.token_hex(8).upper()}", secrets.token_hex(20), secrets.token_hex(32))
    name, account = role_arn.rpartition("/")[2], account_of(role_arn)
    arn = f"arn:aws:sts::{account}:assumed-role/{name}/{SESSION}"
    session = {"Arn": arn, "UserId": f"{name}:{SESSION}", "Expiration": time.time() + SESSION_SECONDS}
    sts.register_session(key, {**session, "SecretAccessKey": secret, "SessionToken": token})
    return key, secret, token


def of_caller() -> tuple[str, str, str | None]:
    """Access key, secret key and token of whoever sent the request that is being answered."""
    from ministack.core import iam_evaluator

    key = iam_evaluator._verified_key.get() or os.environ.get("AWS_ACCESS_KEY_ID", "test")
    found = iam_evaluator.resolve_credential(key)
    return found.access_key_id, found.secret_access_key, found.session_token


def send(role: str, *request) -> tuple[int, dict, bytes]:
    return send_with(assumed(role), *request)


def send_with(key, service: str, region: str, verb: str, address: str, query: dict, headers: dict, content: bytes) -> tuple[int, dict, bytes]:
    """Status, headers and body of a service's answer."""
    from botocore.auth import SigV4Auth
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials

    endpoint = os.environ["AWS_ENDPOINT_URL"]
    target = address + (f"?{urllib.parse.urlencode(query, quote_via=urllib.parse.quote)}" if query else "")
    signed = AWSRequest(verb, endpoint + target, headers=headers, data=content)
    SigV4Auth(Credentials(*key), service, region).add_auth(signed)
    at = urllib.parse.urlsplit(endpoint)
    trusted = ssl.create_default_context(cafile=os.environ["AWS_CA_BUNDLE"])
    connection = http.client.HTTPSConnection(at.hostname, at.port, context=trusted)
    try:
        connection.request(verb, target, body=content, headers=dict(signed.headers.items()))
        response = connection.getresponse()
        return response.status, dict(response.getheaders()), response.read()
    finally:
        connection.close()
