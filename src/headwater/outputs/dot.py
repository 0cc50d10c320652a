r"""A copy graph → DOT, for Graphviz: `dot -Tsvg copies.dot -o copies.svg`.

>>> from headwater.outputs.graph import copy_graph
>>> from headwater.outputs.sample import sample_brief
>>> graph = copy_graph(sample_brief(), sample_brief().stories[0].copies)
>>> print(copy_dot(graph).splitlines()[-5])
  "a2" -> "a1" [label="100 %", tooltip="earlier", kind="copies", share="1.0000", verdict="yes", shared="text"];
"""

from __future__ import annotations

from collections.abc import Iterator

from headwater.outputs.graph import Edge, Graph, Node
from headwater.outputs.labels import percent
from headwater.outputs.times import readable
from headwater.outputs.visible import one_line, short

_TITLE = 60


def copy_dot(graph: Graph) -> str:
    r"""Return the graph in the DOT language, a box around each story, edges from the copy up to what it takes from.

    Edges without a direction are dashed and have no arrow head; shared quotations and notices are dotted. Every string
    stands in quote marks with backslashes and quote marks escaped. Source: the DOT language, graphviz.org.

    >>> copy_dot(Graph(clusters=(), outside=(), edges=()))
    'digraph copies {\n  rankdir=BT;\n  node [shape=box];\n}\n'
    """
    return "\n".join(_lines(graph)) + "\n"


def _lines(graph: Graph) -> Iterator[str]:
    yield from ("digraph copies {", "  rankdir=BT;", "  node [shape=box];")
    for cluster in graph.clusters:
        yield f"  subgraph {_quoted(f'cluster_{cluster.id}')} {{"
        yield f"    label={_quoted(short(cluster.title, _TITLE))};"
        yield from (f"    {_node(node)}" for node in cluster.nodes)
        yield "  }"
    yield from (f"  {_node(node)}" for node in graph.outside)
    yield from (f"  {_edge(edge)}" for edge in graph.edges)
    yield "}"


def _node(node: Node) -> str:
    lines = (node.outlet or "", short(node.name, _TITLE), readable(node.published))
    given = {
        "label": "\n".join(one_line(line) for line in lines if line),
        "shape": "ellipse" if node.kind == "origin" else None,
        "kind": node.kind,
        "title": node.name,
        "outlet": node.outlet,
        "published": node.published,
        "file": node.file,
        "story": node.story,
        "origin": node.origin,
    }
    return f"{_quoted(node.id)} {_attributes(given)};"


def _edge(edge: Edge) -> str:
    styles = {"copies": None if edge.directed else "dashed", "shares": "dotted", "credits": None, "rests on": "dashed"}
    known = "" if edge.share is None else percent(edge.share)
    named = {
        "copies": known,
        "shares": f"{edge.shared}, no copy",
        "credits": "credits",
        "rests on": f"{known} rests on",
    }
    given = {
        "label": named[edge.kind] + (" ?" if edge.verdict == "unsure" else ""),
        "tooltip": edge.reason or None,
        "dir": None if edge.directed else "none",
        "style": styles[edge.kind],
        "kind": edge.kind,
        "share": None if edge.share is None else f"{edge.share:.4f}",
        "verdict": edge.verdict,
        "shared": edge.shared,
    }
    return f"{_quoted(edge.source)} -> {_quoted(edge.target)} {_attributes(given)};"


def _attributes(given: dict[str, str | None]) -> str:
    return "[" + ", ".join(f"{name}={_quoted(value)}" for name, value in given.items() if value is not None) + "]"


def _quoted(words: str) -> str:
    lines = (one_line(line).replace("\\", "\\\\").replace('"', '\\"') for line in words.split("\n"))
    return '"' + "\\n".join(lines) + '"'
