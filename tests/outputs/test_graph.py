"""The copy graph as GraphML and DOT: valid whatever the pages hold, and undirected edges marked as such."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from headwater.model import Brief
from headwater.outputs import copy_dot, copy_graph, copy_graphml

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
STRING = r'"(?:[^"\\\x00-\x1f]|\\.)*"'
ATTRIBUTES = rf"\[(?:\w+={STRING}(?:, )?)+\]"
STATEMENT = re.compile(
    rf"digraph copies {{|  rankdir=BT;|  node \[shape=box\];|  subgraph {STRING} {{|    label={STRING};"
    rf"| *{STRING}(?: -> {STRING})? {ATTRIBUTES};| *}}"
)


def graph_of(brief, *more):
    return copy_graph(brief, [*(link for told in brief.stories for link in told.copies), *more])


def read(text):
    """Nodes and edges of a GraphML document: id → values, and source, target, directed, values."""
    root = ET.fromstring(text)  # noqa: S314 - our own output
    names = {key.attrib["id"]: key.attrib["attr.name"] for key in root.iter(f"{GRAPHML}key")}

    def values(element):
        return {names[data.attrib["key"]]: data.text for data in element.iter(f"{GRAPHML}data")}

    nodes = {node.attrib["id"]: values(node) for node in root.iter(f"{GRAPHML}node")}
    edges = [
        (edge.attrib["source"], edge.attrib["target"], edge.attrib["directed"], values(edge))
        for edge in root.iter(f"{GRAPHML}edge")
    ]
    return nodes, edges


def test_nodes_are_articles_and_origins_outside_the_collection(brief):
    nodes, edges = read(copy_graphml(graph_of(brief)))
    assert {key for key, node in nodes.items() if node["kind"] == "origin"} == {"origin-lantern", "origin-words"}
    assert nodes["article-tern"] == {
        "kind": "article", "name": "Dam breaks at Karsal, at least 15 dead", "outlet": "The Daily Tern",
        "published": "2031-05-13T18:05+02:00", "file": "pages/tern.html", "story": "story-dam", "origin": "origin-nps",
    }  # fmt: skip
    assert "outlet" not in nodes["article-ferry-a"], "what the page does not say is left out"
    assert {end for edge in edges for end in edge[:2]} <= set(nodes)


def test_edges_are_copies_with_what_decided_them_and_undirected_ones_say_so(brief):
    _, edges = read(copy_graphml(graph_of(brief)))
    found = {(source, target): (directed, values) for source, target, directed, values in edges}
    assert found["article-harbour", "article-tern"] == (
        "true",
        {"kind": "copies", "share": "1.0000", "verdict": "yes", "shared": "text", "directed": "true", "reason": "same text, later"},
    )  # fmt: skip
    assert found["article-ferry-b", "article-ferry-a"][0] == "false"
    directed, quoted = found["article-mail", "article-tern"]
    assert (directed, quoted["kind"], quoted["verdict"], quoted["shared"]) == ("false", "shares", "no", "quotation")
    assert found["article-mail", "origin-lantern"][1]["kind"] == "rests on"


def test_articles_lead_to_the_agency_that_they_credit_where_its_own_article_is_not_there(brief):
    told = brief.stories[1]
    agency = replace(told.origins[0], agency="Bay Wire", name="Bay Wire")
    nodes, edges = read(
        copy_graphml(graph_of(Brief(stories=(replace(told, origins=(agency,)),), pages=2, rejected=())))
    )
    assert nodes["origin-ferry"] == {"kind": "origin", "name": "Bay Wire", "story": "story-ferry"}
    assert {source for source, target, _, values in edges if target == "origin-ferry" and values["kind"] == "credits"} == {
        "article-ferry-a", "article-ferry-b",
    }  # fmt: skip


def test_links_between_stories_are_edges_too_and_each_once(brief, across):
    _, edges = read(copy_graphml(graph_of(brief, *across, *across)))
    assert [edge[:2] for edge in edges].count(("article-ferry-b", "article-tern")) == 1


@pytest.mark.parametrize("kind", ["brief", "hostile", "empty"])
def test_graphml_is_well_formed_and_dot_is_quoted(kind, request):
    graph = graph_of(request.getfixturevalue(kind))
    for text in (copy_graphml(graph), copy_dot(graph)):
        text.encode("utf-8")
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    nodes, edges = read(copy_graphml(graph))
    assert len(nodes) == sum(len(cluster.nodes) for cluster in graph.clusters) + len(graph.outside)
    assert len(edges) == len(graph.edges)
    for line in copy_dot(graph).splitlines():
        assert STATEMENT.fullmatch(line), line


def test_strings_that_end_a_string_elsewhere_end_nothing_here(brief):
    title = 'a"]; "b" -> "c\\ ]]> --> </data> \\N\nnext'
    told = brief.stories[1]
    odd = replace(told, articles=tuple(replace(article, title=title) for article in told.articles))
    graph = graph_of(Brief(stories=(odd,), pages=2, rejected=()))
    nodes, _ = read(copy_graphml(graph))
    assert nodes["article-ferry-a"]["name"] == " ".join(title.split())
    drawn = copy_dot(graph)
    assert r'title="a\"]; \"b\" -> \"c\\ ]]> --> </data> \\N\nnext"' in drawn
    assert all(STATEMENT.fullmatch(line) for line in drawn.splitlines())


def test_dot_draws_no_arrow_where_nothing_shows_a_direction(brief):
    drawn = copy_dot(graph_of(brief))
    (undecided,) = (line for line in drawn.splitlines() if '"article-ferry-b" -> "article-ferry-a"' in line)
    assert 'dir="none", style="dashed"' in undecided
    (quoted,) = (line for line in drawn.splitlines() if '"article-mail" -> "article-tern"' in line)
    assert 'label="quotation, no copy"' in quoted
    assert 'style="dotted"' in quoted


def test_the_order_of_the_input_makes_no_difference(brief, across):
    def turned(told):
        return replace(told, articles=told.articles[::-1], origins=told.origins[::-1], copies=told.copies[::-1])

    other = replace(brief, stories=tuple(map(turned, brief.stories[::-1])))
    assert copy_graphml(graph_of(other, *across[::-1])) == copy_graphml(graph_of(brief, *across))
    assert copy_dot(graph_of(other, *across[::-1])) == copy_dot(graph_of(brief, *across))
