"""The words of numbers in English news: numerals, scales, bounds, currencies, units, measures of people.

>>> SCALES["dozen"], UNITS["mile"].name, MEASURE_OF["wounded"]
(12, 'km', 'injured')
"""

from __future__ import annotations

from dataclasses import dataclass


def _listed(table: dict[str, str]) -> dict[str, str]:
    """Turn `key → words` into `word → key`."""
    return {word: key for key, words in table.items() for word in words.split()}


SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10), "twenty thirty forty fifty sixty seventy eighty ninety".split(), strict=True
    )
}
SCALES: dict[str, float] = {
    "dozen": 12, "score": 20, "hundred": 100, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7,
    "billion": 1e9, "trillion": 1e12, "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9,
    "tn": 1e12,
}  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Fuzzy:
    """What a vague word may mean: the interval, and how far a fair use of the word strays from it."""

    low: float
    high: float | None
    slack: float = 0.0


FUZZY = {
    "dozens": Fuzzy(low=24, high=None, slack=4),
    "scores": Fuzzy(low=40, high=None, slack=10),
    "hundreds": Fuzzy(low=200, high=None, slack=50),
    "thousands": Fuzzy(low=2e3, high=None, slack=500),
    "millions": Fuzzy(low=2e6, high=None, slack=5e5),
    "billions": Fuzzy(low=2e9, high=None, slack=5e8),
    "tens of thousands": Fuzzy(low=2e4, high=2e5, slack=5e3),
    "hundreds of thousands": Fuzzy(low=2e5, high=2e6, slack=5e4),
    "tens of millions": Fuzzy(low=2e7, high=2e8, slack=5e6),
    "hundreds of millions": Fuzzy(low=2e8, high=2e9, slack=5e7),
    "several": Fuzzy(low=3, high=15),
    "a few": Fuzzy(low=2, high=9),
    "a handful": Fuzzy(low=2, high=9),
    "a couple": Fuzzy(low=2, high=3),
}
"""“Dozens” has no upper end: a desk that knows of 600 may still have printed it."""
AT_LEAST = (
    "at least|more than|over|no fewer than|no less than|not fewer than|upwards of|not less than|exceeding|exceeds|above|"
    "surpassing|in excess of|a minimum of|topped|surpassed|greater than"
)
AT_MOST = "at most|up to|fewer than|less than|no more than|not more than|as many as|as much as|under|below|a maximum of|within"
BELOW = "nearly|almost|just under|close to|just below|approaching|a little under|just short of"
BEYOND = "just over|just above|slightly over|slightly more than|a little over|a little more than|just more than"
ABOUT = "about|around|some|roughly|approximately|an estimated|estimated|more or less|approx\\.?|circa|or so|perhaps"
CURRENCIES = {
    "$": "usd", "us$": "usd", "a$": "aud", "c$": "cad", "nz$": "nzd", "hk$": "hkd", "€": "eur", "£": "gbp", "¥": "jpy",
    "₽": "rub", "₺": "try", "₹": "inr", "₴": "uah", "₦": "ngn", "₩": "krw", "usd": "usd", "eur": "eur", "gbp": "gbp",
    "chf": "chf", "dollar": "usd", "euro": "eur", "sterling": "gbp", "yen": "jpy", "ruble": "rub", "rouble": "rub",
    "lira": "try", "rupee": "inr", "yuan": "cny", "franc": "chf", "hryvnia": "uah", "manat": "azn", "peso": "mxn",
    "won": "krw", "naira": "ngn", "rand": "zar", "zloty": "pln", "crown": "crown", "krona": "sek", "shekel": "ils",
    "rial": "irr", "riyal": "sar", "dirham": "aed", "cent": "cent",
}  # fmt: skip
OTHER_DOLLARS = {"canadian": "cad", "australian": "aud", "zealand": "nzd", "kong": "hkd", "singapore": "sgd"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """A physical unit: the base that it is converted to, and its size in it."""

    name: str
    size: float
    offset: float = 0.0


_SIZES: dict[str, dict[float, str]] = {
    "km": {
        1.0: "km kms kilometer kilometre kilometers kilometres",
        1.609344: "mile miles mi",
        0.001: "m metre metres meter meters",
        0.0003048: "foot feet ft",
        0.00001: "cm centimetre centimetres centimeter centimeters",
        0.0000254: "inch inches",
        0.000001: "mm millimetre millimetres millimeter millimeters",
        0.0009144: "yard yards",
        1.852: "nautical-mile nautical-miles",
    },
    "kg": {
        1.0: "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
        1000.0: "tonne tonnes ton tons",
        0.45359237: "lb lbs pound-weight",
        0.001: "gram grams gramme grammes",
        0.028349523: "ounce ounces oz",
    },
    "litre": {
        1.0: "litre litres liter liters",
        158.987: "barrel barrels bbl",
        3.785412: "gallon gallons",
        1000.0: "cubic-metre cubic-metres cubic-meter cubic-meters",
    },
    "hectare": {
        1.0: "hectare hectares ha",
        0.40468564: "acre acres",
        100.0: "square-kilometre square-kilometres square-kilometer square-kilometers km²",
        258.998811: "square-mile square-miles",
        0.0001: "square-metre square-metres square-meter square-meters m²",
        0.0000092903: "square-foot square-feet",
    },
    "km/h": {
        1.0: "km/h kph kmh kilometres-an-hour kilometres-per-hour kilometers-an-hour kilometers-per-hour",
        1.609344: "mph miles-an-hour miles-per-hour",
        1.852: "knot knots",
        3.6: "metres-per-second meters-per-second m/s",
    },
    "mw": {1.0: "mw megawatt megawatts", 1000.0: "gw gigawatt gigawatts", 0.001: "kw kilowatt kilowatts"},
    "day": {
        1.0: "day days",
        1 / 24: "hour hours hr hrs",
        1 / 1440: "minute minutes min mins",
        1 / 86400: "second seconds sec secs",
        7.0: "week weeks",
        30.4375: "month months",
        365.25: "year years yr yrs",
        3652.5: "decade decades",
    },
    "percent": {1.0: "percent pct pc"},
    "percentage point": {1.0: "percentage-point percentage-points", 0.01: "basis-point basis-points"},
}
UNITS: dict[str, Measure] = {
    word: Measure(name=name, size=size)
    for name, sizes in _SIZES.items()
    for size, words in sizes.items()
    for word in words.split()
} | {
    "celsius": Measure(name="celsius", size=1.0),
    "centigrade": Measure(name="celsius", size=1.0),
    "°c": Measure(name="celsius", size=1.0),
    "°f": Measure(name="celsius", size=5 / 9, offset=-32.0),
    "fahrenheit": Measure(name="celsius", size=5 / 9, offset=-32.0),
    "degree": Measure(name="celsius", size=1.0),
    "degrees": Measure(name="celsius", size=1.0),
}
TONNES = frozenset({"ton", "tons"})
"""Short, long or metric: a ton is told from a tonne by nobody, so it is given 12 percent of slack."""

MEASURES = {
    "dead": "dead died die dies dying killed kills killing deaths death fatalities fatality toll perished perish bodies "
    "corpses lives drowned slain murdered drowning",
    "injured": "injured wounded hurt injuries injury injuring wounding injures wounds maimed",
    "casualty": "casualties casualty",
    "missing": "missing unaccounted",
    "arrested": "arrested detained arrests detentions arresting detaining arrest jailed imprisoned",
    "displaced": "displaced homeless displacing uprooted",
    "evacuated": "evacuated evacuations evacuating evacuees",
    "rescued": "rescued rescuing saved saving rescues",
    "survived": "survived survivors",
    "infected": "infected sickened infections ill infecting infection",
    "hospitalised": "hospitalised hospitalized",
    "abducted": "abducted kidnapped hostages hostage kidnapping abducting",
    "freed": "freed released releasing freeing",
    "charged": "charged indicted",
    "sacked": "sacked redundant",
    "stranded": "stranded stranding",
    "trapped": "trapped buried",
    "affected": "affected",
}
"""What may be said of people, with its words."""
MEASURE_OF = _listed(MEASURES)
STATES = {
    "destroyed": "destroyed destroying razed gutted levelled leveled flattened",
    "damaged": "damaged damaging",
    "burned": "burned burnt burning scorched torched blackened charred consumed",
    "seized": "seized seizing confiscated impounded",
    "cancelled": "cancelled canceled grounded scrapped",
    "delayed": "delayed postponed",
    "closed": "closed shut",
    "cut": "cut axed shed",
    "created": "created",
    "sold": "sold",
    "built": "built",
    "intercepted": "intercepted downed",
    "launched": "launched fired",
    "damage": "damage damages losses loss",
    "aid": "aid relief donated donations",
    "fine": "fine fined penalty",
    "profit": "profit profits earnings",
    "revenue": "revenue revenues sales turnover",
    "debt": "debt debts loan loans owed",
    "budget": "budget deficit",
}
"""What may be said of things and sums, with its words."""
STATE_OF = _listed(STATES) | MEASURE_OF
NOUNS_OF_MEASURE = frozenset(
    "dead deaths death fatalities fatality toll bodies injuries casualties casualty arrests injured wounded missing "
    "detentions evacuations infections survivors evacuees hostages damage losses loss aid relief fine profit revenue sales "
    "debt budget deficit turnover earnings donations penalty loan".split()
)
"""These may stand before “rose to 12”; the others are verbs, and must stand right before the number: “killing 12”."""

GENERAL = frozenset(
    "people person persons man men woman women human humans others other victim victims individual individuals those "
    "member members inhabitant inhabitants body bodies life live lives resident residents local locals them".split()
) - frozenset("man men woman women".split())
"""People, whoever they are."""
SUBSETS = frozenset(
    "child children baby babies infant infants toddler toddlers boy boys girl girls teenager teenagers teen teens "
    "woman women man men adult adults youth youths minor minors "
    "civilian civilians soldier soldiers troop troops serviceman servicemen marine marines officer officers police "
    "policeman policemen policewoman guard guards firefighter firefighters rescuer rescuers medic medics paramedic "
    "paramedics nurse nurses doctor doctors teacher teachers journalist journalists reporter reporters militant "
    "militants rebel rebels insurgent insurgents fighter fighters gunman gunmen attacker attackers bomber bombers "
    "terrorist terrorists suspect suspects hostage hostages foreigner foreigners national nationals citizen citizens tourist "
    "tourists pilot pilots driver drivers crew minister ministers leader leaders official officials worker workers "
    "employee employees volunteer volunteers bystander bystanders pedestrian pedestrians sibling siblings son sons "
    "daughter daughters brother brothers sister sisters grandchild relatives pensioner pensioners".split()
)
"""People who are some among others: a count of them does not answer how many people there were."""
HOUSEHOLDS = frozenset("family families household households couple couples group groups crew crews".split())
PEOPLE = (
    GENERAL
    | SUBSETS
    | frozenset(
        "passenger passengers miner miners student students pupil pupils protester protesters demonstrator demonstrators "
        "migrant migrants refugee refugees villager villagers sailor sailors fisherman fishermen guest guests fan fans "
        "spectator spectators pilgrim pilgrims hiker hikers climber climbers skier skiers worshipper worshippers patient "
        "patients prisoner prisoners inmate inmates detainee detainees shopper shoppers commuter commuters diner diners "
        "mourner mourners marcher marchers customer customers voter voters evacuee evacuees survivor survivors caller "
        "seafarer seafarers swimmer swimmers diver divers farmer farmers monk monks nun nuns athlete athletes".split()
    )
)
ANIMALS_AND_THINGS = frozenset(
    "cow cows cattle sheep goat goats horse horses dog dogs cat cats bird birds fish whale whales dolphin dolphins "
    "elephant elephants pig pigs chicken chickens hen hens duck ducks goose geese animal animals livestock bee bees "
    "house houses home homes building buildings car cars vehicle vehicles boat boats ship ships plane planes aircraft "
    "train trains bus buses truck trucks tree trees village villages town towns city cities school schools shop shops "
    "business businesses road roads bridge bridges job jobs post posts position positions firm firms company companies "
    "country countries flight flights drone drones missile missiles rocket rockets tank tanks weapon weapons rifle "
    "rifles hospital hospitals church churches mosque mosques case cases time times place places attack attacks strike "
    "strikes incident incidents raid raids".split()
)
PASSED_OVER = frozenset(
    "and or the a an in on at to for from by with after before was were is are had has have as per that who which but "
    "since than when while where into over under near during be been being it its he she they we i you his her their our "
    "this these so if not also said says would will could may might can must should did do does because about around "
    "later ago earlier between until up down off out against within across along inside outside through via".split()
)
"""Words that end what is counted."""
LABELS = frozenset(
    "flight highway route article articles section sections chapter page pages room gate platform resolution grade level "
    "number no no. nr phase stage rule bus channel psalm item question line unit apartment flat suite version model "
    "paragraph clause amendment proposition measure lot class episode season volume verse building form bulletin "
    "regiment division battalion brigade squadron pier berth track runway interstate junction exit ward precinct "
    "sector zone block aisle row seat lane caption  terminal reactor world".split()
)
"""A number right after one of these is a name, not a count."""
CHANGED = (
    r"(?:rose|risen|rises?|rising|grew|grown|grows?|climbed|climbs?|jumped|jumps?|increased|increases?|increasing|went\s+up|up|"
    r"fell|fallen|falls?|falling|dropped|drops?|dropping|declined|declines?|decreased|shrank|shrunk|slid|sank|down|cut|raised|"
    r"reduced|lowered|widened|narrowed|gained|lost|slipped|surged|soared|plunged|tumbled|revised|changed|expanded|contracted)"
)
EXTENTS = {
    "depth": frozenset("deep depth below underground".split()),
    "height": frozenset("tall high height altitude elevation".split()),
    "width": frozenset("wide width across".split()),
    "length": frozenset("long length".split()),
    "distance": frozenset(
        "away from off north south east west northeast northwest southeast southwest north-east north-west south-east "
        "south-west outside inland downstream upstream offshore".split()
    ),
    "radius": frozenset({"radius"}),
}
"""Which way a length is measured."""
