"""Expressions of DynamoDB, which DAX's clients send as trees with the values beside them."""

from .cbor import ORDINAL, Reader, Tagged, attribute

COMPARISONS = dict(enumerate(("=", "<>", "<", ">=", ">", "<=")))
AND, OR, NOT, BETWEEN, IN = range(6, 11)
FUNCTIONS = dict(enumerate(("attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains", "size"), 11))
FUNCTIONS.update({23: "if_not_exists", 24: "list_append"})
VARIABLE, PATH = 17, 18
ACTIONS = dict(enumerate(("SET", "ADD", "DELETE", "REMOVE"), 19))
SUMS = {25: "+", 26: "-"}


class Expressions:
    """The expressions of one request, as text with its names and values."""

    def __init__(self):
        self.names: dict[str, str] = {}
        self.values: dict[str, dict] = {}

    def condition(self, data: bytes) -> str:
        return self._tree(self._open(data))

    def update(self, data: bytes) -> str:
        clauses: dict[str, list[str]] = {}
        for action, path, *operand in self._open(data):
            text = self._tree(path)
            if ACTIONS[action] == "SET":
                text += f" = {self._tree(operand[0])}"
            elif operand:
                text += f" {self._tree(operand[0])}"
            clauses.setdefault(ACTIONS[action], []).append(text)
        return " ".join(f"{clause} {', '.join(texts)}" for clause, texts in clauses.items())

    def attributes(self, paths: list[list]) -> str:
        """A projection on the attributes that paths begin with."""
        return ", ".join(self._name(each) for each in dict.fromkeys(path[0] for path in paths))

    def of_request(self) -> dict:
        named = {"ExpressionAttributeNames": self.names, "ExpressionAttributeValues": self.values}
        return {name: each for name, each in named.items() if each}

    def _open(self, data: bytes):
        _version, tree, values = Reader(data).value()
        self._numbers = [self._value(attribute(each)) for each in values]
        return tree

    def _value(self, value: dict) -> str:
        name = f":v{len(self.values)}"
        self.values[name] = value
        return name

    def _name(self, name: str) -> str:
        given = next((each for each, of in self.names.items() if of == name), None)
        placeholder = given or f"#n{len(self.names)}"
        self.names[placeholder] = name
        return placeholder

    def _tree(self, tree) -> str:
        kind, *parts = tree
        if kind in COMPARISONS:
            return f"{self._tree(parts[0])} {COMPARISONS[kind]} {self._tree(parts[1])}"
        if kind in (AND, OR):
            return f" {'AND' if kind == AND else 'OR'} ".join(self._inside(kind, each) for each in parts)
        if kind == NOT:
            return f"NOT {self._inside(kind, parts[0])}"
        if kind == BETWEEN:
            value, low, high = map(self._tree, parts)
            return f"{value} BETWEEN {low} AND {high}"
        if kind == IN:
            return f"{self._tree(parts[0])} IN ({', '.join(map(self._tree, parts[1]))})"
        if kind in FUNCTIONS:
            return f"{FUNCTIONS[kind]}({', '.join(map(self._tree, parts))})"
        if kind in SUMS:
            return f"{self._tree(parts[0])} {SUMS[kind]} {self._tree(parts[1])}"
        if kind == VARIABLE:
            return self._numbers[parts[0]]
        if kind == PATH:
            return self._path(parts)
        raise ValueError(f"an expression has the unknown function {kind}")

    def _inside(self, outer: int, tree) -> str:
        """In brackets where they change something; others DynamoDB calls redundant."""
        text = self._tree(tree)
        return f"({text})" if tree[0] == OR != outer or (outer == NOT and tree[0] == AND) else text

    def _path(self, parts: list) -> str:
        text = self._name(parts[0])
        for part in parts[1:]:
            text += f"[{part.value}]" if isinstance(part, Tagged) else f".{self._name(part)}"
        return text


def paths(data: bytes) -> list[list]:
    """The paths of a projection, each a list of names and places in lists."""
    _version, trees = Reader(data).value()
    return [[part.value if isinstance(part, Tagged) and part.tag == ORDINAL else part for part in parts] for _, *parts in trees]


def at_path(item: dict, path: list) -> dict | None:
    """The attribute value there."""
    value: dict | None = {"M": item}
    for part in path:
        inside = value.get("L" if isinstance(part, int) else "M")
        if inside is None or (part >= len(inside) if isinstance(part, int) else part not in inside):
            return None
        value = inside[part]
    return value
