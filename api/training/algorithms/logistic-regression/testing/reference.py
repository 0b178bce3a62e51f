"""Writes titanic-reference.json: scikit-learn's probabilities of survival for all 36 titanic inputs.

Usage: python reference.py ROWS.json, where ROWS.json is {"testSize", "seed", "train": [0-based data rows]} as splitOf gives them.
"""

import csv
import itertools
import json
import pathlib
import sys

import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder

here = pathlib.Path(__file__).parent
run = json.loads(pathlib.Path(sys.argv[1]).read_text())
with open(here.parents[3] / "datasets/data/titanic.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
chosen = [rows[index] for index in run["train"]]
x = [[r["sex"], r["pclass"], r["embarked"], "child" if float(r["age"]) <= 18 else "adult"] for r in chosen]
y = [r["survived"] for r in chosen]
model = make_pipeline(OneHotEncoder(), LogisticRegression(C=1, tol=1e-10, max_iter=10_000)).fit(x, y)
inputs = list(itertools.product(["female", "male"], ["1", "2", "3"], ["C", "Q", "S"], ["child", "adult"]))
names = ["sex", "pclass", "embarked", "age_group"]
survived = model.predict_proba([list(values) for values in inputs])[:, 1]
reference = {
    "madeBy": f"scikit-learn {sklearn.__version__}: OneHotEncoder(), LogisticRegression(C=1, tol=1e-10)",
    "testSize": run["testSize"],
    "seed": run["seed"],
    "trainRows": len(chosen),
    "cases": [{"features": dict(zip(names, i)), "survived": p} for i, p in zip(inputs, survived)],
}
(here / "titanic-reference.json").write_text(json.dumps(reference, indent=1) + "\n")
