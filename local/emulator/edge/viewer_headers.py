"""What CloudFront adds about a visitor, where a policy asks for it.

https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html
"""

import re

# Where a visitor of this machine is; a request may say another country, to try it.
COUNTRY = "US"


def viewer_headers(cloudfront, behavior: dict, headers: dict, client_ip: str, https: bool) -> dict:
    agent = headers.get("user-agent", "")
    tablet = bool(re.search(r"iPad|Tablet", agent))
    mobile = not tablet and "Mobi" in agent
    television = "TV" in agent
    known = {
        "cloudfront-forwarded-proto": "https" if https else "http",
        "cloudfront-is-desktop-viewer": flag(not (tablet or mobile or television)),
        "cloudfront-is-mobile-viewer": flag(mobile),
        "cloudfront-is-smarttv-viewer": flag(television),
        "cloudfront-is-tablet-viewer": flag(tablet),
        "cloudfront-viewer-address": f"{client_ip}:0",
        "cloudfront-viewer-country": headers.get("cloudfront-viewer-country", COUNTRY),
        "cloudfront-viewer-http-version": "1.1",
    }
    asked_for, _, _ = cloudfront._forwarding_predicates(behavior)
    others = {name: value for name, value in headers.items() if name not in known}
    return {**others, **{name: value for name, value in known.items() if asked_for(name)}}


def flag(holds: bool) -> str:
    return "true" if holds else "false"
