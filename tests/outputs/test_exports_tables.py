"""Articles, statements, copies, points and evidence as tables: CSV that no spreadsheet runs, Parquet with its own schema."""

import csv
import io
import sys
from dataclasses import replace

import pytest

from headwater.errors import MissingExtra
from headwater.outputs.exports import ExportSettings, story_table, table_csv, table_parquet
from headwater.outputs.exports.formats import TABLES
from headwater.outputs.exports.settings import ALONE


@pytest.fixture
def dam(brief):
    return brief.stories[0]


def rows(stories, name, settings=ALONE):
    sheet = io.StringIO(table_csv(story_table(stories, name, settings)), newline="")
    return list(csv.DictReader(sheet, strict=True))


def test_every_article_is_a_row_with_its_origin(dam):
    table = rows([dam], "articles")
    assert [row["outlet"] for row in table][:2] == ["The Daily Tern", "Harbour Post"]
    assert [row["origin_name"] for row in table][2:] == ["Norvia Press Service", "Quill Mail", "Karsal Vestnik"]
    assert table[0]["authors"] == "Odo Lind; Mira Sand"
    assert table[0]["credits"] == "Norvia Press Service (republished)"
    assert table[2]["file"] == "pages/gazette.warc.gz#2"


def test_texts_stay_with_their_outlets_but_for_full(dam):
    assert {row["text"] for row in rows([dam], "articles")} == {""}
    full = rows([dam], "articles", ExportSettings(full=True))
    assert [row["text"] for row in full] == [article.text for article in dam.articles]


def test_a_statement_keeps_its_words_speaker_and_place(dam):
    gates = next(row for row in rows([dam], "statements") if row["id"] == "statement-gates")
    assert (gates["speaker"], gates["speaker_kind"], gates["form"]) == ("Ilka Varnai", "named", "direct")
    assert gates["content"] == "We ordered the gates opened at noon … and nobody obeyed"
    assert gates["runs"] == "2"
    text = dam.articles[0].text
    assert text[int(gates["start"]) :].startswith("We ordered")
    assert text[: int(gates["end"])].endswith("nobody obeyed")


def test_unnamed_unresolved_and_the_outlets_own_voice_are_three_things(dam):
    kinds = {row["id"]: row["speaker_kind"] for row in rows([dam], "statements")}
    assert kinds["statement-cracks"] == "unnamed"
    assert kinds["statement-visit"] == "own voice"
    assert kinds["statement-toll"] == "named"


def test_a_copy_names_both_sides_and_how_sure_it_is(dam):
    first, *_, quotation = rows([dam], "copies")
    assert (first["copy_outlet"], first["original_outlet"]) == ("Harbour Post", "The Daily Tern")
    assert (first["verdict"], first["directed"], first["share"], first["passages"]) == ("yes", "true", "1", "1")
    assert {row["verdict"] for row in rows([dam], "copies")} == {"yes", "unsure", "no"}
    assert quotation["directed"] == "false"


def test_points_and_their_evidence_meet_by_the_id_of_the_point(dam):
    points, evidence = rows([dam], "points"), rows([dam], "evidence")
    assert {row["point"] for row in evidence} == {row["point"] for row in points}
    toll = [row for row in evidence if row["point"] == "point-toll"]
    assert [(row["answer"], row["value"], row["outlet"]) for row in toll] == [
        ("A", "at least 15", "The Daily Tern"),
        ("A", "at least 15", "Harbour Post"),
        ("B", "31", "Quill Mail"),
    ]
    assert next(row for row in points if row["point"] == "point-gates")["omitted_by"] == "Quill Mail"


def test_evidence_points_at_its_characters(dam):
    texts = {article.id: article.text for article in dam.articles}
    for row in rows([dam], "evidence"):
        assert texts[row["article"]][int(row["start"]) : int(row["end"])] == row["quote"]


@pytest.mark.parametrize("name", TABLES)
def test_no_cell_is_a_formula_and_no_line_is_broken(hostile, name):
    for told in hostile.stories:
        evil = replace(told, story=replace(told.story, id="=cmd|' /C calc'!A0"))
        table = rows([evil], name, ExportSettings(full=True))
        assert table
        for row in table:
            assert None not in row
            for cell in row.values():
                assert cell[:1] not in {"=", "+", "-", "@", "\t", "\r", "\n"}
                assert not {"\x00", "\x1b", "\u202e"} & set(cell)
        assert {row["story"] for row in table} == {"'=cmd|' /C calc'!A0"}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_does_not_depend_on_the_order_of_the_input(dam, name):
    turned = replace(
        dam, articles=dam.articles[::-1], statements=dam.statements[::-1], copies=dam.copies[::-1],
        comparison=replace(dam.comparison, points=dam.comparison.points[::-1]),
    )  # fmt: skip
    assert story_table([turned], name) == story_table([dam], name)


def test_many_stories_stand_in_one_table(brief):
    assert {row["story"] for row in rows(brief.stories, "articles")} == {"story-dam", "story-ferry"}


@pytest.mark.parametrize("name", TABLES)
def test_parquet_holds_the_same_rows_under_its_own_schema(brief, name):
    parquet = pytest.importorskip("pyarrow.parquet")
    table = story_table(brief.stories, name, ExportSettings(full=True))
    read = parquet.read_table(io.BytesIO(table_parquet(table)))
    assert read.schema.metadata[b"headwater.table"] == f"{name}/1".encode()
    kinds = {"text": "string", "texts": "list<element: string>", "whole": "int64", "number": "double", "flag": "bool"}
    assert [str(field.type) for field in read.schema] == [kinds[column.kind] for column in table.columns]
    values = [tuple(row[column.name] for column in table.columns) for row in read.to_pylist()]
    assert values == [tuple(list(cell) if isinstance(cell, tuple) else cell for cell in row) for row in table.rows]


def test_a_table_without_rows_keeps_its_schema():
    parquet = pytest.importorskip("pyarrow.parquet")
    empty = parquet.read_table(io.BytesIO(table_parquet(story_table([], "copies"))))
    assert (empty.num_rows, empty.schema.field("share").type) == (0, "double")


def test_parquet_is_the_same_to_the_byte_and_takes_any_text(hostile):
    pytest.importorskip("pyarrow")
    once, again = (table_parquet(story_table(hostile.stories, "articles")) for _ in range(2))
    assert once == again


def test_without_pyarrow_the_error_names_the_command(dam, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"pip install 'headwater\[parquet\]'"):
        table_parquet(story_table([dam], "articles"))
