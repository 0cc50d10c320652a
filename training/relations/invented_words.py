"""Words of the invented pairs that `training/readers` has no list of, and how a headline is cut from a sentence."""

from __future__ import annotations

import random
import re

OWN: dict[str, tuple[str, ...]] = {
    "source": (
        "an official said", "officials said", "a source close to the matter said", "a diplomat said", "the ministry said",
        "the police said", "witnesses said", "a spokesman said", "two people familiar with the matter said",
        "the news agency reported", "according to an official", "according to residents", "the army said",
    ),
    "soonday": ("next week", "on Monday", "in the spring", "after the summer", "tomorrow", "next month"),
    "armed": (
        "the rebels", "the militia", "the separatists", "the northern front", "the insurgents", "the guerrillas",
        "the rebel army", "the Free Harbour Front", "the Red Lantern Brigade", "the mountain militia",
    ),
    "disaster": (
        "flood", "storm", "fire", "landslide", "earthquake", "blast", "crash", "explosion", "avalanche", "chemical leak",
        "stampede", "cyclone", "ambush", "shooting", "raid", "air strike", "drone attack", "bombing", "derailment", "collapse",
        "shipwreck", "clash", "riot", "gas leak", "tornado", "bus crash", "ferry accident", "knife attack",
    ),
    "people": ("a lone gunman", "two men", "three attackers", "five masked men", "a woman", "a group of ten", "four gunmen", "a single man"),
    "target": (
        "a fuel depot", "a grain silo", "a police station", "a market", "a bus", "a hotel", "a power plant", "an army base", "a church",
        "a bank", "a school", "a warehouse", "an office block", "a railway bridge", "a restaurant",
    ),
    "weapon": ("a knife", "a gun", "poison", "an axe", "a hammer", "a rifle", "a rope", "a pistol", "a stone"),
    "hour": ("3 a.m.", "noon", "midnight", "6 p.m.", "9.15 p.m.", "half past four", "7.40 a.m.", "11 p.m.", "dawn"),
    "bodypart": ("leg", "head", "arm", "chest", "shoulder", "back", "hand", "foot", "stomach"),
    "scene": (
        "in his car", "on the steps of his house", "in a restaurant", "outside a church", "at the airport", "in bed", "at a rally",
        "on a train", "in his office", "in front of the hotel", "in the street",
    ),
    "army": ("police", "army", "navy", "border guards", "riot police", "national guard"),
    "crime": (
        "fraud", "murder", "theft", "spying", "arson", "bribery", "kidnapping", "smuggling", "tax evasion", "robbery",
        "manslaughter", "perjury", "money laundering", "treason", "forgery", "assault",
    ),
    "workers": (
        "teachers", "nurses", "dockers", "miners", "pilots", "bus drivers", "bakers", "farmers", "doctors", "porters",
        "train drivers", "postmen", "cleaners", "firefighters", "fishermen", "students",
    ),
    "animal": ("crocodile", "lion", "octopus", "spider", "eagle", "whale", "snake", "bear", "goat", "pig", "shark"),
    "adj": ("giant", "two-headed", "white", "blue", "talking", "huge", "prehistoric", "three-legged", "tame", "old", "new"),
    "disease": (
        "river fever", "cholera", "measles", "bird flu", "malaria", "the plague", "typhoid", "polio", "meningitis", "rabies",
    ),
    "culprit": (
        "the rebels", "a lone gunman", "a gang from the south", "a former soldier", "the secret service", "two brothers",
        "an army officer", "a foreign agent", "smugglers", "a student", "the separatists", "a rival clan",
    ),
    "cause": (
        "a gas leak", "lightning", "a cigarette", "an electrical fault", "arson", "fireworks", "a candle", "an overheated stove",
        "burning rubbish", "a short circuit in the kitchen", "children playing with matches",
    ),
    "state": ("out of danger", "in a critical condition", "in a stable condition", "in a coma", "recovering well", "fully recovered"),
    "colour": ("red", "black", "white", "silver", "green", "blue", "yellow", "grey"),
}  # fmt: skip
GROUPS: dict[str, tuple[str, ...]] = {
    "when": ("this week", "overnight", "earlier this week", "after weeks of waiting", "at the weekend", "late in the evening")
}  # fmt: skip
KINDS: dict[str, tuple[str, ...]] = {
    "body": ("parliament", "the senate", "the council", "the lower house", "the assembly", "the city council", "the committee"),
    "court": ("the court", "the supreme court", "a judge", "a jury in {town}", "the court of appeal", "judges in {town}"),
    "police": ("the police", "police", "officers", "detectives", "border guards", "the police in {town}", "investigators"),
    "suspect": ("{full1}", "the former governor", "the banker {last1}", "the suspect", "two brothers", "the mayor's son", "the driver",
                "the opposition leader", "the journalist {full1}", "a student", "the ex-minister"),
    "person": ("{full1}", "{last1}", "the mayor", "{role} {last1}", "the president", "the prime minister", "the actor {full1}", "the general"),
    "post": ("mayor", "prime minister", "head of the bank", "police chief", "party leader", "president", "coach", "director", "governor"),
    "law": ("the budget", "the tax law", "the ban on smoking", "the pension reform", "the new election law", "the curfew", "the {thing1}",
            "the ban on night flights", "the treaty", "the rent law", "the emergency decree"),
    "plan": ("the plan", "the reform", "the {thing1}", "the new border", "the merger", "the union", "the pact", "a vote in autumn", "the project",
             "the proposal", "a change of the constitution", "the purchase of fighter jets", "the peace plan"),
    "company": ("{company1}", "{company1}", "the airline", "the railway", "the steel maker", "the bank", "the supermarket chain"),
    "rival": ("{company2}", "its rival {company2}", "the brewery", "a shipyard", "the newspaper", "the insurer"),
    "goods": ("the vaccine", "the drug", "the new phone", "bread", "the toy", "baby food", "the pill", "the car", "cheese", "tickets"),
    "worker": ("drivers", "nurses", "engineers", "{num} workers", "cleaners", "pilots", "welders", "clerks", "{few} drivers"),
    "site": ("the factory", "the {site1}", "the bridge in {town1}", "the power plant", "the hospital", "the school", "the hotel", "the mine",
             "the fuel depot", "the airport in {town1}", "the stadium"),
    "doctor": ("doctors", "the health agency", "the hospital", "researchers", "a study", "the chief physician", "scientists"),
    "army": ("the army", "the rebels", "{country1}", "government troops", "the militia", "the separatists", "the navy", "{country1}'s forces"),
    "town": ("{town1}", "{town2}", "the port of {town1}", "the airfield at {town1}", "the island of {town1}", "the valley of {town1}"),
    "plane": ("the plane", "a drone", "the airliner", "the helicopter", "a fighter jet", "the balloon"),
    "enemy": ("{full2}", "{country2}", "the rebel leader", "the governor", "the mayor of {town2}", "the guerrillas", "{last2}"),
    "team": ("{town1}", "{country1}", "the home side", "{town1} United", "the champions"),
    "country": ("{country1}", "{country2}", "{country3}", "the island republic"),
    "claim": ("the report", "the accusation", "the affair", "the rumour", "the allegations of fraud", "having met {last2}", "the story",
              "having paid {last2}", "the leak", "a split in the party"),
    "union": ("the dockers", "the union", "the teachers' union", "the pilots", "the nurses", "the railway workers"),
    "expert": ("the institute", "an expert", "inspectors", "the statistics office", "the commission", "the auditors", "analysts"),
    "figure": ("unemployment", "inflation", "exports", "crime", "the number of births", "tourism", "the price of oil", "debt", "growth", "rents"),
    "thing": ("the wreck", "the painting", "poison", "the black box", "the letter", "weapons", "the missing files", "the diary", "gold"),
    "rescuer": ("the fire brigade", "rescuers", "the coast guard", "firefighters", "the civil protection agency", "divers", "the mayor"),
    "victim": ("the crew", "the miners", "the hostages", "the climbers", "the child", "the pilot", "{few} passengers", "the sailors"),
    "official": ("the government", "the minister", "the mayor", "the ministry", "the agency", "the governor", "the company", "{country1}", "the bank"),
    "event": ("the election", "the festival", "the march", "the summit", "the match", "the trial", "the launch", "the referendum", "the concert"),
    "deed": ("the report", "the trip", "the letter", "the figures", "the campaign", "the video", "the arms", "the list of names"),
}  # fmt: skip
"""Who and what the lines of `invented_turns.txt` are about."""
SOURCES: dict[str, tuple[str, ...]] = {
    "plain": (
        "{lastname} said @.", "{lastname} said that @.", "{fullname}, the {role}, said @.", "{agency} reported that @.",
        "According to {org}, @.", "According to {lastname}, @.", "Officials confirmed that @.", "{org} confirmed that @.",
        "“#,” {lastname} said.", "“#,” a spokesman for {org} said on {day}.", "It was announced that @.", "{town} – #.",
        "{country}: #", "{lastname} told {audience} that @.", "As {paper} reported, @.", "On {day} it became known that @.",
        "The {role} announced that @.", "Breaking: #", "Update: #", "It is now clear that @.", "#, says {lastname}",
        "#: {lastname}", "{org}: #", "Yes, @.", "In the end @.", "A statement said @.", "{lastname} admitted that @.",
    ),
    "hedged": (
        "Reportedly, @.", "Reports say @.", "Report: #", "#, report says", "#, reports claim", "#, it is claimed", "Rumour: #",
        "There are rumours that @.", "Rumour has it that @.", "It is rumoured that @.", "Unconfirmed reports say @.",
        "According to unconfirmed reports, @.", "Allegedly, @.", "It is alleged that @.", "{lastname} claims @.",
        "{lastname} claimed that @.", "#, claims {lastname}", "#, {org} claims", "{paper} claims that @.",
        "Social media users say @.", "A video is said to show that @.", "It is not clear whether @.",
        "It could not be confirmed that @.", "Apparently @.", "Supposedly, @.", "There was speculation that @.",
        "#, sources say", "#, a source claims", "#, according to rumours", "Is it true that @?", "#?", "#? Reports say so",
        "Did it happen? “#,” they say", "Neighbours believe @.", "Some media say @, others doubt it.", "Could it be that @?",
        "An anonymous post says @.", "Fears grow that @.", "{org} is investigating reports that @.", "{org} cannot confirm that @.",
        "Unverified: #", "Viral post: #",
    ),
    "open": (
        "If @, there will be trouble.", "{lastname} demanded to know whether @.", "{lastname} asked whether @.",
        "{lastname} fears what happens if @.", "{lastname} dreams of a day when @.", "What would it mean if @?",
        "{lastname} bet {money} that @.", "In {lastname}'s novel, @.", "Nobody knows whether @.",
    ),
}  # fmt: skip
BLURRED = (
    ("at least", -1), ("more than", -1), ("over", -1), ("not fewer than", -1), ("up to", 1), ("fewer than", 1), ("almost", 1),
    ("nearly", 1),
)  # fmt: skip
SMALL = re.compile(r"\b(?:[Tt]he|[Aa]n?) (?=\w)")
AUXILIARY = re.compile(r" (?:is|are|was|were|has been|have been) (?=\w+(?:ed|ing|n)\b)")
WORDS = re.compile(r"\b[a-z](?=\w{3,})")


def headline(line: str, chance: random.Random) -> str:
    """Return a line as a headline: articles and auxiliaries dropped, sometimes Capitals on Every Word.

    >>> headline("The harbour was closed.", random.Random(1))
    'Harbour closed'
    """
    text = AUXILIARY.sub(" ", SMALL.sub("", line)).rstrip(".")
    text = text[:1].upper() + text[1:]
    return WORDS.sub(lambda found: found.group().upper(), text) if chance.random() < 0.4 else text


OPPOSITE = (
    ("close", "open"), ("reopen", "close"), ("open", "close"), ("buy", "sell"), ("sell", "retain"), ("withdraw", "deploy"),
    ("raise", "lower"), ("cut", "raise"), ("lower", "raise"), ("win", "lose"), ("lose", "win"), ("begin", "stop"),
    ("import", "export"), ("export", "import"), ("lift", "extend"), ("extend", "shorten"), ("hire", "dismiss"),
    ("lay off", "hire"), ("freeze", "release"), ("jail", "free"), ("arrest", "release"), ("pardon", "punish"),
    ("expel", "welcome"), ("recognise", "reject"), ("halve", "double"), ("double", "halve"), ("build", "demolish"),
    ("demolish", "restore"), ("launch", "stop"), ("cancel", "retain"), ("renew", "end"), ("scrap", "retain"), ("seize", "return"),
    ("deploy", "withdraw"), ("erect", "remove"), ("appoint", "dismiss"), ("veto", "approve"), ("sign", "reject"),
    ("postpone", "move forward"), ("beat", "lose to"), ("shut down", "start up"), ("pull out of", "stay in"),
    ("take control of", "lose control of"), ("hand over", "retain"), ("lend", "borrow"), ("find", "lose"),
    ("replace", "retain"), ("return", "retain"), ("dismiss", "promote"), ("evacuate", "abandon"),
)  # fmt: skip
"""Verbs and what stands against them."""
SAME: dict[str, tuple[str, ...]] = {
    "close": ("shut",), "buy": ("purchase", "acquire"), "arrest": ("detain",), "postpone": ("delay",), "scrap": ("drop", "abandon"),
    "begin": ("start",), "finish": ("complete",), "hire": ("recruit", "employ"), "rescue": ("save",), "seize": ("confiscate",),
    "jail": ("imprison",), "appoint": ("name",), "demolish": ("pull down",), "deploy": ("send",), "expel": ("turn out",),
    "repair": ("mend",), "launch": ("start",), "dismiss": ("sack",), "evacuate": ("move to safety",),
    "raise": ("increase",), "cut": ("reduce", "lower"), "lower": ("reduce",), "win": ("claim",), "bomb": ("shell",),
    "build": ("raise",), "erect": ("raise",), "search": ("comb",), "occupy": ("enter and hold",),
    "deliver": ("hand over",), "cancel": ("call off",), "inspect": ("examine",),
    "soldiers": ("troops",), "villagers": ("people from the villages",), "teachers": ("school staff",), "jobs": ("posts",),
    "vehicles": ("cars and lorries",), "homes": ("houses",), "nurses": ("hospital staff",), "new": ("newly made",),
}  # fmt: skip
"""Words and others that mean the same."""
ALIKE = (
    ("soldiers", "troops"), ("police", "officers"), ("villagers", "residents"), ("lawmakers", "members of parliament"),
    ("the cabinet", "the government"), ("the army", "the military"), ("scientists", "researchers"), ("firefighters", "firemen"),
)  # fmt: skip
"""The same in subjects."""
