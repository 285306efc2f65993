"""How the code is laid out: imports go one way, each module keeps to its part, and nothing is large."""

import ast
import re
import sys
from functools import cache

from conftest import CHECKOUT

PACKAGE = CHECKOUT / "sadkpop"
TREES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): ast.parse(
        path.read_text("utf-8")
    )
    for path in sorted(PACKAGE.rglob("*.py"))
}
NODES = {name: list(ast.walk(tree)) for name, tree in TREES.items()}
FILES = {name: PACKAGE.joinpath(*name.split(".")).with_suffix(".py") for name in TREES}
FILES |= {name: file.with_suffix("") / "__init__.py" for name, file in FILES.items() if not file.exists()}

KNOW_CLICK = {"cli", "session", "options", "completion", "terminal", "errors"}
PRINT = {"cli", "terminal", "errors"}


@cache
def imports(name, typed=False):
    """Return what a module imports, wherever in it: modules of the package by their names here, others as they are.

    Imports for types alone are passed over unless they are wanted.
    """
    for_types = {
        id(child)
        for node in NODES[name]
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for child in ast.walk(node)
    }
    parents = name.split(".") if FILES[name].name == "__init__.py" else name.split(".")[:-1]
    found = []
    for node in NODES[name]:
        if id(node) in for_types and not typed:
            continue
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found += [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = [*parents[: len(parents) - node.level + 1], *(node.module or "").split(".")]
            base = ".".join(filter(None, base))
            inner = [f"{base}.{alias.name}".strip(".") for alias in node.names]
            found += [one if one in TREES else base for one in inner]
    return frozenset(found)


def test_the_modules_are_found():
    """There is something to look at, or else what follows would test nothing."""
    assert {"cli", "catalog", "catalog.reader", "messages", "__main__"} <= set(TREES)
    assert "messages" in imports("cli")
    assert "text" in imports("catalog")
    assert "click" in imports("cli")


def test_the_core_is_small():
    """Who opens the core reads it to the end."""
    assert len(FILES["catalog"].read_text("utf-8").splitlines()) <= 120


def test_modules_and_functions_are_short():
    """No module has more than three hundred lines, no body of a function more than forty."""
    assert [name for name in TREES if len(FILES[name].read_text("utf-8").splitlines()) > 300] == []
    for name in TREES:
        for node in NODES[name]:
            if isinstance(node, ast.FunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                assert not body or body[-1].end_lineno - body[0].lineno < 40, (name, node.name)


def levels(below):
    """Return names in levels, each of which needs those before it alone. Fails if some need each other."""
    found = []
    while below:
        lowest = {name for name, others in below.items() if not others}
        assert lowest, f"these import each other: {sorted(below)}"
        found.append(lowest)
        below = {name: others - lowest for name, others in below.items() if name not in lowest}
    return found


def test_imports_go_one_way():
    """No module imports one that imports it, directly or by way of others, not even inside a function.

    The catalog is one here: its core imports the reader when a catalog is loaded.
    """
    below = {}
    for name in TREES:
        others = {other.split(".")[0] for other in imports(name) if other in TREES}
        below.setdefault(name.split(".")[0], set()).update(others - {name.split(".")[0]})
    place = {name: level for level, names in enumerate(levels(below)) for name in names}
    assert place["text"] < place["vocabulary"] < place["reading"] < place["picking"] < place["cli"] < place["__main__"]
    assert place["catalog"] < place["search"] < place["offers"]
    inside = {
        name: {other for other in imports(name) if other in TREES} for name in TREES if name.startswith("catalog.")
    }
    assert levels({name: others & set(inside) for name, others in inside.items()})


def test_who_knows_what():
    """Only some know click, only the tables know rich, only the reader knows YAML."""
    for name in TREES:
        names = {imported.split(".")[0] for imported in imports(name, typed=True)}
        assert "click" not in names or name in KNOW_CLICK, name
        assert "yaml" not in names or name == "catalog.reader", name
        rich = {imported for imported in imports(name, typed=True) if imported.split(".")[0] == "rich"}
        assert name == "tables" or all(imported.startswith("rich.cells") for imported in rich), name
        assert not (KNOW_CLICK - {name}) & set(imports(name)) or name in KNOW_CLICK | {"__main__"}, name


def test_who_prints():
    """Only the edge prints: all else returns text."""
    printing = {"print", "click.echo", "click.secho", "print_note", "print_page"}
    for name in TREES:
        called = {ast.unparse(node.func) for node in NODES[name] if isinstance(node, ast.Call)}
        assert name in PRINT or called.isdisjoint(printing), name
        assert "sys.stdout.write" not in called, name


def test_private_names_stay_private():
    """Nothing with an underscore is imported from a module, or used of it."""
    for name in TREES:
        for node in NODES[name]:
            if isinstance(node, ast.ImportFrom) and node.level:
                assert not [alias.name for alias in node.names if re.match("_[^_]", alias.name)]


def test_dependencies_are_four():
    """Nothing is imported but the standard library and the packages that the project may have."""
    outside = {
        imported.split(".")[0] for name in TREES for imported in imports(name, typed=True) if imported not in TREES
    }
    assert outside - {"sadkpop", "", "catalog"} - set(sys.stdlib_module_names) <= {"click", "rich", "yaml"}
