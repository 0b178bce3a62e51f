"""Varies an utterance: fills its placeholders, misspells it, adds fillers, and joins several to one message."""

from __future__ import annotations

import random
import re

from corpus import ACTS, Utterance

# What the interpreter writes in place of a model that it has linked (api/language/built-in/encoder/index.ts).
MODEL_PLACEHOLDER = "modelname"
SHIPPED = ("titanic", "penguins", "cars", "the titanic model", "the penguin model", "titanic model", "the cars one")
OTHERS = (
    "churn-2024", "credit_risk_v2", "the churn model", "the wine model", "house_prices", "the house price model",
    "loan-default", "loan_default_2", "the fraud detector", "wine_quality", "the iris classifier", "iris_clf",
    "the spam filter", "diabetes-risk", "heart_disease", "the readmission model", "demand-forecast", "bike_sharing",
    "sales_forecast_eu", "the salary model", "taxi-fares", "my model", "the diamonds model", "customer_ltv", "xgb-test",
    "mushrooms_v3", "the attrition model", "flight_delays", "prod-scoring", "the crab age model", "ames_housing", "nyc-trips",
)
ALGORITHMS = (
    "logistic regression", "gradient boosting", "a random forest", "ridge regression", "linear regression", "boosted trees",
    "gbm", "logit", "decision tree", "multinomial logistic regression", "gradient_boosting", "logistic_regression",
    "ridge", "xgboost", "a neural net",
)
PERSONS = ("Anna", "Tom", "Priya", "Mr. Miller", "the intern", "Sven", "Fatima", "our lead", "Lee", "marketing")
RELATIVE = (
    "the latest version", "the newest one", "the latest", "the new version", "the newest version", "the candidate",
    "the last one", "version {v}", "v{v}", "version two", "the third version", "number {v}", "the one we just trained",
    "the most recent version", "ver {v}", "the previous one",
)
NUMBERS_AS_WORDS = ("one", "two", "three", "four", "five", "six")
PREFIXES = (
    "hey,", "ok", "ok so", "so", "um,", "well,", "quick question:", "btw", "please", "hi,", "hello,", "right,", "now",
    "alright,", "one thing:", "and", "also", "yo", "sorry to bother you, but", "hmm,", "good morning,", "then",
)
SUFFIXES = (
    "thanks", "please", "pls", "asap", "thank you", "now", "if you can", "cheers", "ok?", "thx!", "right now", "today",
    "will you", "for me", "mate",
)
JOINTS = (" and then ", " and ", ", then ", ". ", "; ", ", and after that ", " and also ", ". then ", ", ", " & ", ". Also, ", "\n")
STOPS = (". ", "; ", "\n", "! ", " - ")
NEIGHBOURS = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk", "k": "jl",
    "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "w", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb",
    "w": "qe", "x": "zc", "y": "tu", "z": "x",
}


def fill(text: str, rng: random.Random) -> str:
    """Puts a name, a number, an algorithm or a person in each place that the author left open."""

    def model() -> str:
        chance = rng.random()
        if chance < 0.45:
            return MODEL_PLACEHOLDER
        return rng.choice(SHIPPED) if chance < 0.7 else rng.choice(OTHERS)

    def version() -> str:
        return rng.choice(NUMBERS_AS_WORDS) if rng.random() < 0.1 else str(rng.randint(1, 9))

    fillers = {
        "m": model,
        "v": version,
        "a": lambda: rng.choice(ALGORITHMS),
        "n": lambda: str(rng.choice((rng.randint(1, 99), rng.randint(10, 60), rng.randint(100, 900)))),
        "p": lambda: rng.choice(PERSONS),
    }
    text = re.sub(r"\{ver\}", lambda _: rng.choice(RELATIVE), text)
    text = re.sub(r"v\{v\}", lambda _: f"v{rng.randint(1, 9)}", text)
    text = re.sub(r"the \{m\} model", lambda _: rng.choice((MODEL_PLACEHOLDER, f"the {MODEL_PLACEHOLDER} model", "the titanic model")), text)
    return re.sub(r"\{([mvanp])\}", lambda match: fillers[match.group(1)](), text)


def misspell(text: str, rng: random.Random, rate: float) -> str:
    """Swaps, drops, doubles or replaces a letter in a part `rate` of the words of four letters or more."""

    def one(match: re.Match[str]) -> str:
        word = match.group(0)
        if word == MODEL_PLACEHOLDER or rng.random() > rate:
            return word
        place = rng.randrange(1, len(word) - 1)
        kind = rng.randrange(4)
        if kind == 0:
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        if kind == 1:
            return word[:place] + word[place + 1 :]
        if kind == 2:
            return word[:place] + word[place] + word[place:]
        return word[:place] + rng.choice(NEIGHBOURS.get(word[place].lower(), "e")) + word[place + 1 :]

    return re.sub(r"[A-Za-z]{4,}", one, text)


def mask(text: str, rng: random.Random) -> str:
    """Half of the time, the words that name a shipped model are masked: the interpreter links them in whatever they stand."""
    if rng.random() < 0.5:
        return text
    return re.sub(r"\b(titanic|penguins?|cars?|fuel economy)\b", MODEL_PLACEHOLDER, text, flags=re.IGNORECASE)


def vary(text: str, rng: random.Random) -> str:
    """One variant: placeholders filled, sometimes misspelt, without its marks, or with a filler before or behind."""
    text = mask(fill(text, rng), rng)
    if rng.random() < 0.2:
        text = misspell(text, rng, 0.25)
    if rng.random() < 0.3:
        text = re.sub(r"[?!.,;:']+(?=\s|$)", "", text)
    elif rng.random() < 0.15:
        text = text.rstrip("?!. ") + rng.choice(("?", "!", ".", "??", "!!", "..."))
    if rng.random() < 0.12:
        text = f"{rng.choice(PREFIXES)} {text}"
    if rng.random() < 0.08:
        text = f"{text.rstrip('?!. ')} {rng.choice(SUFFIXES)}"
    return text


def join(parts: list[Utterance], rng: random.Random) -> Utterance:
    """Several utterances as one message; what asks for nothing adds nothing to what the others ask for."""
    text = fill(parts[0].text, rng).rstrip("?!. ")
    # After "don't delete it", an "and" would carry the negation on.
    joints = STOPS if any(part.intents == ("OUT_OF_SCOPE",) for part in parts) else JOINTS
    for part in parts[1:]:
        joint = rng.choice(joints)
        text += joint + fill(part.text, rng)
    text = mask(text, rng)
    asked = [intent for part in parts for intent in part.intents if intent != "OUT_OF_SCOPE"]
    intents = tuple(dict.fromkeys(asked)) or ("OUT_OF_SCOPE",)
    return Utterance(text, "joined", intents)


def joined(utterances: list[Utterance], count: int, rng: random.Random) -> list[Utterance]:
    """`count` messages of two or three requests, or of one request beside words that ask for nothing."""
    requests = [
        one for one in utterances
        if len(one.intents) == 1 and one.intents != ("OUT_OF_SCOPE",) and "contrast" not in one.family and "greet" not in one.family
    ]
    questions = [one for one in requests if one.intents[0] not in ACTS]
    nothing = [one for one in utterances if one.intents == ("OUT_OF_SCOPE",)]
    idle = [one for one in nothing if one.family.startswith(("neg-", "past-", "far-smalltalk", "trap-", "idle-remark"))]
    quoted = [one for one in nothing if one.family.startswith(("quote", "inject"))]
    messages: list[Utterance] = []
    while len(messages) < count:
        chance = rng.random()
        if chance < 0.5 or not idle or not quoted:
            pair = rng.sample(requests, 3 if rng.random() < 0.15 else 2)
        elif chance < 0.8:
            pair = [rng.choice(idle), rng.choice(requests)]
            rng.shuffle(pair)
        elif chance < 0.9:
            pair = [rng.choice(questions), rng.choice(quoted)]
        else:
            pair = rng.sample(idle + quoted, 2)
        if sum(len(part.text) for part in pair) < 220:
            messages.append(join(pair, rng))
    return messages
