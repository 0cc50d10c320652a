"""Which words of a page name a supplier, and what kind of credit they are."""

import pytest

from headwater.articles.credits import find_credits, name_outlet
from headwater.model import Cut

CREDITED = [
    # datelines
    ("PORT VALE (Reuters) - Ferries stood still on Friday.", "Reuters", "republished"),
    ("PORT VALE, May 3 (AP) — Ferries stood still on Friday.", "Associated Press", "republished"),
    ("Port Vale, Riverland (AFP) – Ferries stood still on Friday.", "AFP", "republished"),
    ("PORT VALE, Riverland, Nov. 20 (Xinhua) -- Ferries stood still.", "Xinhua", "republished"),
    ("(Reuters) - A judge in Port Vale stopped the ferries.", "Reuters", "republished"),
    ("Port Vale /dpa/ - Ferries stood still on Friday.", "dpa", "republished"),
    ("PORT VALE (NORTHWIRE) — Ferries stood still on Friday.", "NORTHWIRE", "republished"),
    ("Port Vale, 3 May (Northern Wire) — Ferries stood still.", "Northern Wire", "republished"),
    ("МОСКВА, 3 мая (ТАСС) — Паромы остановились.", "TASS", "republished"),
    ("新华社瓦莱港5月3日电 渡轮周五停运。", "Xinhua", "republished"),
    ("(발레=연합뉴스) 여객선이 금요일에 멈췄다.", "Yonhap", "republished"),
    ("[ベール港 3日 ロイター] - フェリーが止まった。", "Reuters", "republished"),
    ("【共同通信】フェリーが止まった。", "Kyodo News", "republished"),
    # sign-offs
    ("The ferries will sail again on Monday. (AFP)", "AFP", "republished"),
    ("The ferries will sail again on Monday, she said.\n(PTI)", "Press Trust of India", "republished"),
    ("“We will sail again,” she said. (Reuters/AP)", "Reuters", "republished"),
    ("“We will sail again,” she said. (Reuters/AP)", "Associated Press", "republished"),
    ("Die Fähren fahren am Montag wieder. (dpa/abc)", "dpa", "republished"),
    ("Les ferries reprendront lundi. (avec AFP)", "AFP", "co-written"),
    ("Los transbordadores zarparán el lunes. EFE\n(EFE)", "EFE", "republished"),
    ("Паромы пойдут в понедельник. /Интерфакс/", "Interfax", "republished"),
    ("ستبحر العبارات يوم الإثنين. (رويترز)", "Reuters", "republished"),
    ("渡轮周一恢复。（路透社）", "Reuters", "republished"),
    ("The ferries will sail again on Monday. (NORWIRE)", "NORWIRE", "republished"),
    ("The ferries will sail again on Monday.\n/NORWIRE/", "NORWIRE", "republished"),
    ("The ferries will sail again on Monday. — Bernama", "Bernama", "republished"),
    # informs via, taken from
    ("Ferries stood still on Friday, Vale Herald informs via Reuters.", "Reuters", "republished"),
    ("Vale Herald informs via Northern Wire.", "Northern Wire", "republished"),
    ("Vale Herald reports via AFP that ferries stood still.", "AFP", "republished"),
    ("This story was first published by Moor Gazette.", "Moor Gazette", "republished"),
    ("This article first appeared in The Moor Gazette.", "Moor Gazette", "republished"),
    ("This article was originally published on Moor Online. Read it there.", "Moor Online", "republished"),
    ("Republished with permission from Moor Gazette.", "Moor Gazette", "republished"),
    ("Reprinted from Moor Gazette", "Moor Gazette", "republished"),
    ("Source: Moor Gazette", "Moor Gazette", "republished"),
    ("Source: Moor Press Bureau (MPB)", "Moor Press Bureau", "republished"),
    ("Sources: AFP, Reuters", "AFP", "republished"),
    ("Quelle: dpa", "dpa", "republished"),
    ("Fuente: EFE", "EFE", "republished"),
    ("Источник: Интерфакс", "Interfax", "republished"),
    ("المصدر: الأناضول", "Anadolu", "republished"),
    ("来源：新华社", "Xinhua", "republished"),
    ("출처: 연합뉴스", "Yonhap", "republished"),
    ("Kaynak: AA", "Anadolu", "republished"),
    ("© 2024 The Associated Press. All rights reserved.", "Associated Press", "republished"),
    ("© Moor Gazette. Republished with permission.", "Moor Gazette", "republished"),
    # bylines
    ("By The Associated Press", "Associated Press", "republished"),
    ("By Ana Ruiz, Associated Press", "Associated Press", "republished"),
    ("Ana Ruiz | AFP", "AFP", "republished"),
    ("By Ana Ruiz and Ben Oak | Reuters", "Reuters", "republished"),
    ("Von Ana Ruiz, dpa", "dpa", "republished"),
    ("By Reuters Staff", "Reuters", "republished"),
    ("By Moor Gazette staff, for Vale Herald", "Moor Gazette", "republished"),
    # made with
    ("(With inputs from Northern Wire)", "Northern Wire", "co-written"),
    ("With inputs from PTI and ANI.", "ANI", "co-written"),
    ("With files from The Canadian Press", "Canadian Press", "co-written"),
    ("The Associated Press contributed to this report.", "Associated Press", "co-written"),
    ("Moor Gazette contributed to this story.", "Moor Gazette", "co-written"),
    ("Con información de EFE", "EFE", "co-written"),
    ("Com informações da Agência Brasil", "Agência Brasil", "co-written"),
    ("Mit Material von dpa", "dpa", "co-written"),
    # cited
    ("Ferries stood still, according to Reuters.", "Reuters", "cited"),
    ("Ferries stood still, according to the state news agency TASS.", "TASS", "cited"),
    ("Vale Herald reports, citing Northern Wire.", "Northern Wire", "cited"),
    ("Bloomberg reported, citing two people, that ferries stood still.", "Bloomberg", "cited"),
    ("Ferries stood still, Kyodo News reported.", "Kyodo News", "cited"),
    ("Die Fähren standen still, berichtet die Nachrichtenagentur dpa.", "dpa", "cited"),
    ("Selon l'AFP, les ferries sont à l'arrêt.", "AFP", "cited"),
    ("Según la agencia EFE, los barcos no salen.", "EFE", "cited"),
    ("Паромы стоят, сообщает РИА Новости.", "RIA Novosti", "cited"),
    ("Паромы стоят, передаёт агентство «Интерфакс» со ссылкой на мэра.", "Interfax", "cited"),
    ("Пороми стоять, повідомляє Укрінформ.", "Ukrinform", "cited"),
    ("توقفت العبارات نقلا عن رويترز", "Reuters", "cited"),
    ("Promy stoją, podaje PAP.", "PAP", "cited"),
    ("توقفت العبارات وفقا لرويترز", "Reuters", "cited"),
    ("据路透社报道，渡轮停运。", "Reuters", "cited"),
    ("ロイター通信によると、フェリーが止まった。", "Reuters", "cited"),
    ("연합뉴스에 따르면 여객선이 멈췄다.", "Yonhap", "cited"),
    # source of a quotation
    ("“We will sail,” the mayor told Reuters.", "Reuters", "quoted-from"),
    ("The mayor told the AFP news agency that ferries would sail.", "AFP", "quoted-from"),
    ("In an interview with Bloomberg, the mayor said so.", "Bloomberg", "quoted-from"),
    ("« Nous partirons », a-t-il déclaré à l'AFP.", "AFP", "quoted-from"),
    ("Мэр рассказал агентству Рейтер, что паромы пойдут.", "Reuters", "quoted-from"),
    ("El alcalde dijo a EFE que zarparán.", "EFE", "quoted-from"),
    ("وقال رئيس البلدية: قال لرويترز إن العبارات ستبحر", "Reuters", "quoted-from"),
    ("市长告诉路透社，渡轮将恢复。", "Reuters", "quoted-from"),
    ("O prefeito disse à Reuters que partirão.", "Reuters", "quoted-from"),
]

UNCREDITED = [
    "The Atlantic alliance (NATO) met in Port Vale on Friday.",
    "The World Health Organization (WHO) said ferries were safe.",
    "The minister flew home on Monday. She met the alliance (NATO) first.",
    "Ben Oak (Labour) – 4,512 votes, elected.",
    "Maria Sun (RIV) — gold in the high jump.",
    "The Athletic Association (AA) closed its pool.",
    "The Emirates News Agency (WAM) was founded in 1977.",
    "The trend is clear, and the report says so.",
    "Trend reports are published every week by the council.",
    "Report cards were handed out in Port Vale schools on Friday.",
    "The mayor told reporters that ferries would sail.",
    "The mayor told Ana Ruiz that ferries would sail.",
    "According to Ana Ruiz, ferries will sail on Monday.",
    "According to the harbour police, nobody was hurt.",
    "The sputnik was shown in the museum of Port Vale.",
    "Ships leave the port via Moor Strait.",
    "He travelled to Riverland via London.",
    "Photo: Reuters",
    "A ferry at anchor. (Photo by Ana Ruiz/AFP via Getty Images)",
    "FILE PHOTO: Ferries in Port Vale. REUTERS/Ana Ruiz",
    "By Ana Ruiz",
    "By Friday the ferries will sail again.",
    "By night and by day (MORE)",
    "The ferries will sail again on Monday. (END)",
    "The ferries will sail again on Monday. (sic)",
    "She scored twice (1-0, 2-1).",
    "The price rose to 40 crowns (USD)",
    "The PA system failed and the AP course was cancelled.",
    "He has an agreement with Reuters employees' union over pay.",
    "Bloomberg, the former mayor, spoke for an hour.",
    "The source: a spring above the village, cold even in the hottest summers and never dry.",
    "Kyodo Street was closed, and so was the fair on the Anadolu plain.",
    "The Guardian of the harbour, a bronze lion, was cleaned.",
    "He wrote the story with inputs from his sister.",
    "The novel was first published in Riverland.",
    "It was originally published in May 2018.",
    "With additional reporting from Ana Ruiz.",
    "By Ana Ruiz, Staff writer",
    "The paper reports, citing a Riverland official, that ferries stood still.",
]


@pytest.mark.parametrize(("words", "agency", "kind"), CREDITED)
def test_names_the_supplier_and_the_kind(words, agency, kind):
    assert (agency, kind) in {(credit.agency, credit.kind) for credit in find_credits(words, ())}


@pytest.mark.parametrize("words", UNCREDITED)
def test_leaves_what_only_looks_like_a_credit(words):
    assert find_credits(words, ()) == ()


def test_the_tables_are_as_long_as_promised():
    assert len(CREDITED) >= 60
    assert len(UNCREDITED) >= 30


def test_spans_hold_the_words():
    text = "PORT VALE (AP) — Ferries stood still.\n\n“We will sail,” the mayor told Reuters. (AFP)"
    credits_found = find_credits(text, ())
    assert [credit.agency for credit in credits_found] == ["Associated Press", "Reuters", "AFP"]
    assert all(credit.span is not None and credit.span.of(text) == credit.words for credit in credits_found)


def test_a_cut_line_gives_a_credit_without_a_span():
    (credit,) = find_credits("Ferries stood still.", (Cut(role="byline", text="Ana Ruiz | Reuters"),))
    assert (credit.agency, credit.span, credit.words) == ("Reuters", None, "Ana Ruiz | Reuters")


@pytest.mark.parametrize("role", ["caption", "feed", "teaser", "social", "menu"])
def test_lines_about_pictures_and_other_stories_are_no_credits(role):
    assert find_credits("Ferries stood still.", (Cut(role=role, text="(Reuters)"),)) == ()


@pytest.mark.parametrize(
    ("text", "rights", "outlet"),
    [
        ("Ferries stood still, Vale Herald informs via Northern Wire.", None, "Vale Herald"),
        ("Vale Herald reports, citing Northern Wire.", None, "Vale Herald"),
        ("By Moor Gazette staff, for Vale Herald", None, "Vale Herald"),
        ("Ferries stood still.", "© 2024 Vale Herald. All rights reserved.", "Vale Herald"),
        ("Ferries stood still.", "Copyright 2024 The Vale Herald, LLC", "Vale Herald"),
        ("Ferries stood still.", "All rights to the text are reserved by AA.", "Anadolu"),
        ("Ferries stood still. (AA)", "All rights to the text are reserved by Anadolu Agency.", "Anadolu"),
        ("Ferries stood still. (NOWIA)", "All rights are reserved by Northern Wire Agency Ltd.", "NOWIA"),
        ("Ferries stood still. (NWX)", "All rights are reserved by Moor Gazette Ltd.", "Moor Gazette"),
        ("Ferries stood still. (AFP)", None, None),
        ("Ferries stood still.", None, None),
        ("PORT VALE (Reuters) - Ferries stood still.", "All rights reserved.", None),
    ],
)
def test_names_the_outlet_only_from_the_pages_own_words(text, rights, outlet):
    assert name_outlet(text, (), find_credits(text, ()), rights) == outlet


@pytest.mark.parametrize(
    "text",
    [
        "(" * 50_000,
        "told " * 20_000,
        "informs via " * 20_000,
        "A" * 200_000,
        "© " * 50_000,
        "\ud800\x00(AP" * 20_000,
        "Reuters " * 30_000,
    ],
    ids=["brackets", "told", "via", "one word", "rights", "broken", "names"],
)
def test_hostile_text_takes_linear_time(text):
    assert isinstance(find_credits(text, ()), tuple)


def test_a_source_between_paragraphs_is_that_of_a_table():
    assert (
        find_credits("Prices rose.\n\nMore in spring.\n\nSource: Moor Institute\n\nThey fell again.\n\nThen rose.", ())
        == ()
    )


def test_two_suppliers_of_one_report_are_two_credits():
    found = find_credits("Ana Ruiz of Radio Moor and the Associated Press contributed to this report.", ())
    assert "Associated Press" in {credit.agency for credit in found}
