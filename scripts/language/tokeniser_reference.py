"""Writes what the reference tokeniser makes of hard texts, for the test of the TypeScript one."""

from __future__ import annotations

import json
from pathlib import Path

from tokenizers import Tokenizer

from base_weights import base_folder
from export import MOST_TOKENS

TEXTS = (
    "", " ", "promote titanic v2", "Train a NEW one, please!", "churn-2024 vs credit_risk_v2", "don't delete it",
    "naïve café Ångström", "ＦＵＬＬ ｗｉｄｔｈ", "東京 to Boston", "한국어 모델", "Привет, мир", "İstanbul", "ﬁne ligature", "e\u0301clair",
    "tab\tand\nnewline\r\nhere", "zero\u200bwidth\u00adsoft", "nul\u0000 and \ufffd", "a\u00a0b\u2003c", "👍 yes 👩‍👩‍👧", "½ of 30% = 0.15 €",
    "$5 < 6 > 4 ^ ` | ~ + =", "«quoted» “curly” ‘single’ — dash…", "x" * 101, "x" * 100, "unaffable", "word " * 80, "!?" * 50,
    "http://example.org/?q=1&r=2", "v1.2.3-rc.1+build", "ß STRASSE ẞ", "Ǆ ǅ ǆ", "ا ل ع ر ب ي ة", "हिन्दी", "\u0345 iota", "𝒎𝒂𝒕𝒉",
    "modelname version 3", "[CLS]", "I'm 34, 2nd class; fare £7.25", "\u2028line\u2029sep", "\ufeffbom", "٣ ४ 5",
)


def main() -> None:
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MOST_TOKENS)
    tokenizer.encode_special_tokens = True
    rows = [{"text": text, "ids": tokenizer.encode(text).ids} for text in TEXTS]
    target = Path(__file__).parents[2] / "api/language/built-in/encoder/testing/word-piece-reference.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text("[\n" + ",\n".join("  " + json.dumps(row) for row in rows) + "\n]\n", encoding="utf8")


if __name__ == "__main__":
    main()
