"""Requests that a service of AWS sends by a role: what the role may not do, this emulator refuses."""

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


def send(role: str, service: str, region: str, verb: str, address: str, query: dict, headers: dict, content: bytes) -> tuple[int, dict, bytes]:
    """Status, headers and body of a service's answer."""
    from botocore.auth import SigV4Auth
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials

    endpoint = os.environ["AWS_ENDPOINT_URL"]
    target = address + (f"?{urllib.parse.urlencode(query, quote_via=urllib.parse.quote)}" if query else "")
    signed = AWSRequest(verb, endpoint + target, headers=headers, data=content)
    SigV4Auth(Credentials(*assumed(role)), service, region).add_auth(signed)
    at = urllib.parse.urlsplit(endpoint)
    trusted = ssl.create_default_context(cafile=os.environ["AWS_CA_BUNDLE"])
    connection = http.client.HTTPSConnection(at.hostname, at.port, context=trusted)
    try:
        connection.request(verb, target, body=content, headers=dict(signed.headers.items()))
        response = connection.getresponse()
        return response.status, dict(response.getheaders()), response.read()
    finally:
        connection.close()
