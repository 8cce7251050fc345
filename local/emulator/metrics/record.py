"""A service's own metrics."""


def record(namespace: str, values: dict[str, tuple[float, str]], *dimensions: dict) -> None:
    """Each value, with its unit, for each set of dimensions."""
    from ministack.services import cloudwatch

    for each in dimensions:
        for name, (value, unit) in values.items():
            cloudwatch.record_metric(namespace, name, value, unit, each)
