"""Where every page stands."""

from __future__ import annotations

from headwater.web.article import article_page, article_stamp
from headwater.web.audit import audit_page
from headwater.web.changes import changes_page
from headwater.web.correcting import correct_page
from headwater.web.front import front_page
from headwater.web.helping import help_page
from headwater.web.pairs import pair_page
from headwater.web.rejected import rejected_page
from headwater.web.searching import search_page
from headwater.web.serving import PageAt
from headwater.web.signing import sign_in_page
from headwater.web.speakers import speaker_page, speakers_page
from headwater.web.story import story_page, story_stamp

PAGES = (
    PageAt(path="/", read=front_page, menu="/", live=True),
    PageAt(path="/stories/{story}", read=story_page, stamp=story_stamp, live=True),
    PageAt(path="/stories/{story}/correct", read=correct_page),
    PageAt(path="/articles/{article}", read=article_page, stamp=article_stamp),
    PageAt(path="/articles/{article}/versions", read=changes_page, stamp=article_stamp),
    PageAt(path="/copies/{a}/{b}", read=pair_page),
    PageAt(path="/search", read=search_page, menu="/search"),
    PageAt(path="/speakers", read=speakers_page, menu="/speakers"),
    PageAt(path="/speaker", read=speaker_page, menu="/speakers"),
    PageAt(path="/corrections", read=audit_page, menu="/corrections"),
    PageAt(path="/rejected", read=rejected_page),
    PageAt(path="/help", read=help_page, stamp=lambda _site, _asked: "", menu="/help"),
    PageAt(path="/sign-in", read=sign_in_page),
)
"""The order does not matter: no two paths fit one address."""
