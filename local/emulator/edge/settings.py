"""What a distribution's configuration says beyond that which MiniStack reads of it: Lambda@Edge, times, methods that are kept."""

ERROR_SECONDS = 10


def texts(element, path: str) -> list[str]:
    """The texts at a path of names, in whatever namespace the client wrote them."""
    return [each.text or "" for each in element.findall("/".join(f"{{*}}{name}" for name in path.split("/")))]


def number(element, path: str, default: int | None = None) -> int | None:
    found = texts(element, path)
    return int(found[0]) if found and found[0] else default


def lambdas_of(behavior) -> dict:
    """By its event: a function's version, and whether it gets the body."""
    path = "LambdaFunctionAssociations/Items/LambdaFunctionAssociation"
    associations = behavior.findall("/".join(f"{{*}}{name}" for name in path.split("/")))
    return {
        texts(each, "EventType")[0]: (texts(each, "LambdaFunctionARN")[0], texts(each, "IncludeBody") == ["true"]) for each in associations
    }


def groups_of(config, origins: dict) -> dict:
    """Groups of origins: the first one, which knows when the second answers for it."""
    groups = {}
    for group in config.findall("{*}OriginGroups/{*}Items/{*}OriginGroup"):
        first, second = texts(group, "Members/Items/OriginGroupMember/OriginId")[:2]
        codes = {int(code) for code in texts(group, "FailoverCriteria/StatusCodes/Items/StatusCode")}
        groups[texts(group, "Id")[0]] = {**origins[first], "failover": (codes, origins[second])}
    return groups


def logging_of(config) -> dict | None:
    """Where a distribution's own configuration has its access log go."""
    bucket = (texts(config, "Logging/Bucket") or [""])[0]
    enabled = texts(config, "Logging/Enabled") in (["true"], [])
    return {"bucket": bucket, "prefix": (texts(config, "Logging/Prefix") or [""])[0]} if bucket and enabled else None


def read_more(cloudfront) -> None:
    behavior_of, origin_of, config_of = (
        cloudfront._dataplane_behavior,
        cloudfront._dataplane_origin,
        cloudfront.parse_distribution_dataplane_config,
    )

    def behavior(element, path_pattern=None) -> dict:
        return {
            **behavior_of(element, path_pattern),
            "lambdas": lambdas_of(element),
            "cached_methods": texts(element, "AllowedMethods/CachedMethods/Items/Method") or ["GET", "HEAD"],
            "compress": texts(element, "Compress") == ["true"],
            "ttl": {name: value for name in ("MinTTL", "DefaultTTL", "MaxTTL") if (value := number(element, name)) is not None},
        }

    def origin(element) -> dict:
        return {
            **origin_of(element),
            "keep_alive": number(element, "CustomOriginConfig/OriginKeepaliveTimeout", 5),
            "ssl_protocols": texts(element, "CustomOriginConfig/OriginSslProtocols/Items/SslProtocol"),
        }

    def config(distribution: dict) -> dict:
        responses = cloudfront._dist_config_el(distribution).findall("{*}CustomErrorResponses/{*}Items/{*}CustomErrorResponse")
        seconds = {number(each, "ErrorCode"): number(each, "ErrorCachingMinTTL", ERROR_SECONDS) for each in responses}
        found, element = config_of(distribution), cloudfront._dist_config_el(distribution)
        origins = {**found["origins"], **groups_of(element, found["origins"])}
        acl = (texts(element, "WebACLId") or [""])[0]
        return {**found, "origins": origins, "error_seconds": seconds, "web_acl": acl, "logging": logging_of(element)}

    cloudfront._dataplane_behavior, cloudfront._dataplane_origin = behavior, origin
    cloudfront.parse_distribution_dataplane_config = config
