"""Scores → the model card that is shipped beside the model."""

from __future__ import annotations

from training.lines.fit import FOLDS, ROUNDS, Scores
from training.lines.gold import COLLECTIONS, RENDERINGS

CARD = """# dump_lines.onnx

Says of each line of a plain-text dump of a web page how likely it is part of the article. Used by
`headwater.articles.dumps.read_dump`.

- **Kind**: {rounds} gradient-boosted trees (LightGBM, as ONNX) over {columns} numbers for each line: its looks, its
  neighbours, its place, the page, and how many of its words other lines share. {size:.1f} MB.
- **Made by**: `python -m training.lines` (deterministic; about 10 minutes on one core); scored by
  `python -m training.lines --cross-validate`.
- **Data**: 80 news pages of 16 outlets from the Fundus evaluation set (MIT) and 160 article pages from the WCXB
  development set (CC BY 4.0), each as rendered by resiliparse, inscriptis and html2text, and variants made of them:
  shortened, wrapped, without indentation, without menu, with other articles put in, followed by sign-offs, invented
  legal notices and the first paragraphs of other articles. Those articles come from an article-bias collection and
  from sources listed by Wikinews. The model holds thresholds, no text of any of them.
- **Languages**: the pages are English but one (French). The word lists behind some features cover more than ten languages;
  for other languages than English nothing was measured.

F1 over 4-grams of words (as the article-extraction benchmark counts), {folds}-fold cross-validation, no site in both
training and test:

| rendering | {names} |
|---|{rules}|
{rows}

**Weak**: lists (award winners, prices, fixtures), live blogs and pages of letters, where every paragraph starts a new
topic; picture captions without a credit; promotional prose in the footer of very short articles.
"""


def write_card(scores: Scores, columns: int, size: int) -> str:
    """Return the model card in Markdown."""
    rows = [
        f"| {rendering} | " + " | ".join(f"{scores[rendering][name]:.3f}" for name in COLLECTIONS) + " |"
        for rendering in RENDERINGS
    ]
    return CARD.format(
        rounds=ROUNDS,
        columns=columns,
        size=size / 1e6,
        folds=FOLDS,
        names=" | ".join(COLLECTIONS),
        rules="|".join("---" for _ in COLLECTIONS),
        rows="\n".join(rows),
    )
