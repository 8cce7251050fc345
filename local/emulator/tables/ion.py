"""Items in the text of Amazon Ion, as an export has them.

https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html#S3DataExport.Output_Data
"""

import json
import re
from decimal import Decimal

PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
KEYWORDS = ("null", "true", "false", "nan")


def line(item: dict) -> str:
    return f"$ion_1_0 {{Item:{struct(item)}}}"


def struct(values: dict) -> str:
    return "{" + ",".join(f"{name(key)}:{ion(value)}" for key, value in values.items()) + "}"


def name(key: str) -> str:
    if PLAIN_NAME.fullmatch(key) and key not in KEYWORDS:
        return key
    escaped = json.dumps(key, ensure_ascii=False)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"'{escaped}'"


def ion(value: dict) -> str:
    kind, content = next(iter(value.items()))
    if kind == "NULL":
        return "null"
    if kind == "BOOL":
        return "true" if content else "false"
    if kind == "N":
        return decimal(content)
    if kind == "B":
        return f"{{{{{content}}}}}"
    if kind == "M":
        return struct(content)
    if kind == "L":
        return f"[{','.join(map(ion, content))}]"
    if kind in ("SS", "NS", "BS"):
        return f"$dynamodb_{kind}::[{','.join(ion({kind[0]: each}) for each in content)}]"
    return json.dumps(content, ensure_ascii=False)


def decimal(text: str) -> str:
    """600 is 6d2, and 103 is 103. with a point, by which it is no integer."""
    sign, figures, exponent = Decimal(text).as_tuple()
    digits = "".join(map(str, figures)).lstrip("0") or "0"
    while digits != "0" and digits.endswith("0"):
        digits, exponent = digits[:-1], exponent + 1
    if digits == "0" or exponent == 0:
        shown = f"{digits}."
    elif -len(digits) < exponent < 0:
        shown = f"{digits[:exponent]}.{digits[exponent:]}"
    else:
        shown = f"{digits}d{exponent}"
    return f"-{shown}" if sign and digits != "0" else shown
