"""Closed classes of English that mark where a noun phrase or a clause begins and ends.

Sets of lower-case words only, for `phrases`, `clauses` and `speakers`.

>>> "the" in DETERMINERS, is_temporal("thursday")
(True, True)
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DETERMINERS = _set(
    "the a an this these those his her its their my our your some many several few most all both each every another any no "
    "one two three four five six seven eight nine ten dozens hundreds thousands"
)
PRONOUNS = _set(
    "he she they it i we you who which that everyone everybody someone somebody nobody others anyone many some critics"
)
PERSONAL = _set("he she they it i we you")
RELATIVES = _set("who which that")
INNER_PREPOSITIONS = _set(
    "of for in at from with on to under near against among between behind by about over within inside outside"
)
PREPOSITIONS = INNER_PREPOSITIONS | _set(
    "after before during since until through despite amid into across via without as than like alongside"
)
BOUNDARIES = _set(
    "that because while when if although though as since whether where whose whom but what how why until unless so than "
    "or nor which who after before yet not whereas once amid despite during through"
)
AUXILIARIES = _set(
    "is are was were be been being am has have had having do does did will would can could may might must shall should "
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't cannot "
    "ought gets get got"
)
NEGATIONS = _set(
    "not never n't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't cannot neither nor hardly"
)
MODALS = _set("will would can could may might must shall should won't wouldn't can't couldn't cannot")
BE = _set("is are was were be been being am isn't aren't wasn't weren't gets get got")
ADVERBS = _set(
    "also then later now once again still never even just always often soon ever already too long first further "
    "earlier instead therefore thus similarly likewise meanwhile however herself himself themselves itself all both "
    "yesterday today not n't so twice sometimes almost yet"
)
OPENERS = _set(
    "but and or so yet however meanwhile still then now later instead also nevertheless nonetheless moreover "
    "furthermore today yesterday earlier separately similarly indeed afterwards afterward elsewhere finally perhaps "
    "thus therefore first second third only even once again not just in besides likewise"
)
TEMPORAL = _set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december today yesterday tonight tomorrow morning afternoon evening night week month year "
    "weekend jan feb mar apr jun jul aug sept sep oct nov dec hours hour days weeks months years noon midnight"
)
TIME_LEADS = _set("on in at last this late early earlier next late-night overnight later during over since by")
CLAUSE_HEADS = _set(
    "the a an this these those his her its their my our your there he she they it i we you no some many most all both "
    "each every another any nobody nothing everyone everybody such what"
)
QUESTION_WORDS = _set("whether if how why what who where when which")

TITLES = _set(
    "president minister premier chancellor king queen prince princess senator governor mayor secretary ambassador envoy "
    "spokesman spokeswoman spokesperson chairman chairwoman chair chairperson chief director general colonel captain "
    "lieutenant sergeant admiral judge justice professor doctor analyst economist author historian lawyer attorney "
    "prosecutor coach player captain manager pilot pastor bishop pope rabbi imam sheikh sultan emir officer detective "
    "sheriff commissioner commander leader lawmaker congressman congresswoman representative deputy councillor councilman "
    "councilwoman alderman adviser advisor aide consultant strategist pollster candidate nominee contender rival "
    "billionaire businessman businesswoman executive founder ceo owner host anchor reporter correspondent journalist "
    "editor columnist writer blogger activist organiser organizer campaigner researcher scientist expert scholar "
    "critic actor actress singer artist director teacher farmer resident voter witness survivor veteran delegate "
    "negotiator mediator diplomat speaker whip frontrunner front-runner incumbent counterpart colleague wife husband son "
    "daughter brother sister mother father widow uncle aunt cousin friend head boss co-founder co-host operative "
    "supporter participant student worker engineer inspector superintendent constable nurse surgeon physician "
    "photographer mechanic fisherman neighbour neighbor passenger employee tourist shopkeeper driver firefighter "
    "paramedic rescuer pupil parent hydrologist historian spokesperson woman man teenager person boy girl user "
    "psychologist sociologist biologist geologist seismologist meteorologist climatologist"
)
HONORIFICS = _set(
    "mr mrs ms miss dr prof sen rep gov gen col lt sgt capt rev hon sir dame lord lady madam mr. mrs. ms. dr. prof. sen. rep. gov. gen. col. lt. sgt. capt. rev. hon. pres. st."
)
GROUPS = _set(
    "ministry government police army military parliament congress senate house court council commission committee agency "
    "company firm bank party campaign office department embassy union league association federation organisation "
    "organization group administration cabinet team board club university institute foundation centre center authority "
    "authorities officials leaders allies opposition coalition alliance kremlin bureau service directorate court "
    "statement report survey study poll newspaper network magazine channel website broadcaster outlet outlets media "
    "memo letter document documents court judge panel inquiry investigation prosecutors lawyers doctors rescuers "
    "residents witnesses scientists researchers experts analysts economists critics opponents supporters activists "
    "campaigners lawmakers republicans democrats conservatives voters polls pollsters reports studies surveys figures"
)
UNNAMED = _set(
    "sources source officials official reports people person insiders insider aides aide diplomats diplomat "
    "observers critics analysts experts witnesses witness lawmakers advisers advisors others some many several "
    "employee employees staffer staffers executive executives residents resident passers-by bystanders briefings rumours "
    "rumors operatives operative strategist strategists"
)
"""Heads of phrases that may stand for somebody the outlet leaves unnamed."""


def is_temporal(low: str) -> bool:
    """Say whether a lower-case word names a time."""
    return low.rstrip(".") in TEMPORAL or (low.endswith("'s") and low[:-2] in TEMPORAL)


def is_adverb(low: str) -> bool:
    """Say whether a lower-case word can stand between a subject and its verb."""
    return low in ADVERBS or (
        low.endswith("ly")
        and low.islower()
        and len(low) > 4
        and low not in {"family", "ally", "only", "assembly", "italy", "july", "reply"}
    )


PERSON_NOUNS = TITLES | _set(
    "politician legislator statesman stateswoman mogul magnate tycoon pensioner republican democrat socialist conservative "
    "newcomer star veteran grandmother grandfather comedian presenter broadcaster novelist poet playwright musician "
    "composer filmmaker chef designer architect developer trader banker financier investor entrepreneur industrialist "
    "barrister solicitor magistrate clerk curator librarian trainer manager winger striker goalkeeper champion athlete "
    "runner swimmer skipper rower referee soldier marine airman astronaut cleric priest imam monk nun theologian "
    "physicist chemist mathematician statistician epidemiologist virologist ecologist zoologist botanist archaeologist "
    "linguist philosopher sociologist pathologist psychiatrist paediatrician pediatrician dentist pharmacist midwife vet "
    "suspect defendant plaintiff accused victim hero heroine whistleblower hostage refugee migrant tenant landlord "
    "builder carpenter plumber electrician miner welder sailor fisher gardener baker butcher grocer cook waiter waitress "
    "niece nephew grandson granddaughter fiance fiancee girlfriend boyfriend partner classmate roommate official ruler monarch dictator premier taoiseach vicar archbishop cardinal patriarch ayatollah"
)
"""Singular nouns that stand for one person."""
OTHER_OFFICE = _set(
    "vice deputy assistant associate former ex late acting shadow junior interim honorary onetime one-time"
)
"""Words before a title that make it another one: a vice president is no president."""
