"""A copy graph → GraphML, for Gephi, yEd, Cytoscape, networkx and others.

>>> from headwater.outputs.graph import copy_graph
>>> from headwater.outputs.sample import sample_brief
>>> graph = copy_graph(sample_brief(), sample_brief().stories[0].copies)
>>> copy_graphml(graph).splitlines()[-4:-2]
['      <data key="reason">“Gull Press reports”</data>', '    </edge>']
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from headwater.outputs.graph import Edge, Graph, Node
from headwater.outputs.visible import one_line

_NODE_KEYS = ("kind", "name", "outlet", "published", "file", "story", "origin")
_EDGE_KEYS = (
    ("edge_kind", "kind", "string"),
    ("share", "share", "double"),
    ("verdict", "verdict", "string"),
    ("shared", "shared", "string"),
    ("directed", "directed", "boolean"),
    ("reason", "reason", "string"),
)


def copy_graphml(graph: Graph) -> str:
    """Return the graph as a GraphML document to be encoded as UTF-8; what has no value has no `data` element.

    An edge leads from the copy to what it takes from; `directed` says where nothing shows which is which. Control
    characters, which XML does not allow, are written as pictures. Source: GraphML specification, graphdrawing.org.

    >>> copy_graphml(Graph(clusters=(), outside=(), edges=())).splitlines()[-2]
    '  <graph id="copies" edgedefault="directed" />'
    """
    root = ET.Element("graphml", {"xmlns": "http://graphml.graphdrawing.org/xmlns"})
    for key in _NODE_KEYS:
        ET.SubElement(root, "key", {"id": key, "for": "node", "attr.name": key, "attr.type": "string"})
    for key, name, kind in _EDGE_KEYS:
        ET.SubElement(root, "key", {"id": key, "for": "edge", "attr.name": name, "attr.type": kind})
    drawn = ET.SubElement(root, "graph", {"id": "copies", "edgedefault": "directed"})
    for node in (*(node for cluster in graph.clusters for node in cluster.nodes), *graph.outside):
        _node(drawn, node)
    for number, edge in enumerate(graph.edges, start=1):
        _edge(drawn, edge, number)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _node(drawn: ET.Element, node: Node) -> None:
    held = ET.SubElement(drawn, "node", {"id": one_line(node.id)})
    values = (node.kind, node.name, node.outlet, node.published, node.file, node.story, node.origin)
    for key, value in zip(_NODE_KEYS, values, strict=True):
        _data(held, key, value)


def _edge(drawn: ET.Element, edge: Edge, number: int) -> None:
    held = ET.SubElement(
        drawn,
        "edge",
        {
            "id": f"e{number}",
            "source": one_line(edge.source),
            "target": one_line(edge.target),
            "directed": str(edge.directed).lower(),
        },
    )
    share = None if edge.share is None else f"{edge.share:.4f}"
    values = (edge.kind, share, edge.verdict, edge.shared, str(edge.directed).lower(), edge.reason or None)
    for (key, _, _), value in zip(_EDGE_KEYS, values, strict=True):
        _data(held, key, value)


def _data(held: ET.Element, key: str, value: str | None) -> None:
    if value is not None:
        ET.SubElement(held, "data", {"key": key}).text = one_line(value)
