"""The words from which generated teams build their goals."""

from __future__ import annotations

from dataclasses import dataclass

PLACES = (
    "the Baltic", "the Adriatic", "the Hebrides", "the Azores", "the Cyclades", "Lofoten",
    "Frisia", "Madeira", "Åland", "Dalmatia", "Brittany", "Galicia", "Sardinia", "Crete",
    "Orkney", "Zeeland", "Gotland", "Bornholm", "Corsica", "Elba", "Malta", "Ionia", "Normandy",
    "Skagen", "the Algarve", "the Canaries", "the Balearics", "Liguria", "Istria", "Kvarner",
    "the Sporades", "Rhodes", "Jersey", "Guernsey", "Anglesey", "Arran", "Islay", "Mull", "Skye",
    "Uist",
)  # fmt: skip
DOMAINS: dict[str, tuple[str, str, str]] = {
    "payments": ("refunds", "card payments", "monthly bills"),
    "search": ("saved routes", "price alerts", "travel ideas"),
    "seats": ("seat maps", "cabin choices", "window seats"),
    "boarding": ("gangway checks", "boarding times", "waiting rooms"),
    "freight": ("parcel runs", "pallet spaces", "cold rooms"),
    "weather": ("storm warnings", "tide tables", "fog reports"),
    "loyalty": ("season passes", "islander fares", "family cards"),
    "languages": ("translations", "local signs", "spoken announcements"),
    "access": ("wheelchair places", "quiet corners", "large-print tickets"),
    "insurance": ("travel policies", "damage claims", "luggage tags"),
    "catering": ("early breakfasts", "galley menus", "picnic boxes"),
    "crews": ("crew rosters", "shift swaps", "licence renewals"),
    "engines": ("engine checks", "spare parts", "dry-dock weeks"),
    "customs": ("passport checks", "customs forms", "pet papers"),
    "parking": ("pier car parks", "bicycle decks", "car lanes"),
    "groups": ("school outings", "wedding charters", "club trips"),
    "wallets": ("phone tickets", "paper tickets", "gift vouchers"),
    "signals": ("radio masts", "position beacons", "night lights"),
    "reports": ("sales figures", "occupancy charts", "fuel logs"),
    "training": ("deckhand courses", "safety drills", "welcome weeks"),
    "harbours": ("berth plans", "harbour dues", "pilot bookings"),
    "fuel": ("bunker orders", "shore sockets", "battery runs"),
    "events": ("concert ferries", "market days", "firework cruises"),
    "medical": ("first-aid kits", "doctor flights", "medicine runs"),
}
AREA_THINGS = (
    ("winter timetables", "storm plans", "island passes"),
    ("night ferries", "rescue drills", "through tickets"),
    ("summer routes", "fog detours", "local partners"),
    ("mail boats", "spare vessels", "village agents"),
    ("school ferries", "ice winters", "harbour kiosks"),
    ("car ferries", "tide windows", "fair contracts"),
    ("weekend boats", "engine alarms", "joint tariffs"),
    ("lighthouse tours", "cancelled sailings", "new moorings"),
)
WHO = (
    "Skippers", "Islanders", "Commuters", "Families", "Operators", "Harbour masters", "Cyclists",
    "Newcomers", "Pensioners", "Day-trippers", "Crews", "Hikers", "Guests",
)  # fmt: skip
PHRASES = (
    "{who} in {place} swear by {thing}",
    "{who} around {place} never wait for {thing}",
    "Nothing about {thing} puzzles {who} near {place}",
    "{who} from {place} praise {thing} to strangers",
    "{thing} feel effortless to {who} across {place}",
    "{who} along {place} rely blindly on {thing}",
    "{who} off {place} look forward to {thing}",
    "{who} in {place} lose no sleep over {thing}",
    "{who} of {place} would miss {thing} dearly",
    "{thing} win back the trust of {who} in {place}",
    "{who} at {place} master {thing} without any manual",
    "{thing} turn {who} into friends of {place}",
    "{who} by {place} forget that {thing} were ever hard",
    "Thanks to {thing}, {who} love {place} in any season",
    "{who} beyond {place} envy the way we handle {thing}",
    "Around {place}, {thing} are a pleasure for {who}",
    "{thing} speak the language of {who} from {place}",
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A metric that fits any subject: its words, and where it usually begins and ends."""

    id: str
    title: str
    unit: str
    baseline: float
    target: float
    digits: int = 0
    counts: bool = False


MEASURES = (
    Measure("content", "Travellers content with {thing}, {place}", "%", 61, 80),
    Measure("open-questions", "Open questions about {thing}, {place}", "questions", 140, 60),
    Measure("waiting", "Median wait for {thing} in {place}", "minutes", 34, 14, 1),
    Measure("relying", "Operators relying on {thing}, {place}", "operators", 40, 96, counts=True),
    Measure("failures", "Failures with {thing} in a thousand, {place}", "failures", 9, 3, 1),
    Measure("alone", "Travellers who manage {thing} alone, {place}", "%", 42, 68),
    Measure("cost", "Cost of {thing} per ticket in {place}", "cents", 38, 26, 1),
    Measure("return", "Travellers who come back for {thing}, {place}", "%", 17, 29, 1),
    Measure("late", "Crossings delayed by {thing} in {place}", "%", 6.4, 2.5, 1),
    Measure("ports", "Ports in {place} that offer {thing}", "ports", 8, 31, counts=True),
    Measure("first-time", "{thing} right at the first attempt, {place}", "%", 71, 90, 1),
    Measure("complaints", "Complaints over {thing} in {place} a month", "complaints", 52, 20),
)  # fmt: skip
WORK = (
    "the trial with three crews", "the shorter form", "the new partner in the port",
    "the clearer wording", "the nightly check", "the pocket guide", "the change of supplier",
    "the second shift", "the printed card", "the data from the boats", "the weekly review",
    "the fix for old phones",
)  # fmt: skip
WHYS = (
    "Every second complaint we read begins here.",
    "Small boats cannot afford the detours that big lines can.",
    "What works on this coast will work on the next one.",
    "We lose regulars here, and seldom win them back.",
    "The crews have asked for it for two seasons.",
    "It is the first thing that a newcomer notices.",
)
LESSONS = (
    "Ask the crews before drawing the screens.",
    "Begin with one port, and only then take the coast.",
    "Count by hand for a week before building the counter.",
    "Tell the operators the date only once it is certain.",
    "Finish one change before the next begins.",
)
CLOSING_WHYS = (
    "The plan held until the storms of the last month.",
    "A port joined late, and the rest had to wait for it.",
    "Most of it came from one small change in the second week.",
    "We had fewer hands than we had planned with.",
    "The easy part went fast, and the last steps took their time.",
)
