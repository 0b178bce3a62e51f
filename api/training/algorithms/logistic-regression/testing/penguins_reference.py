"""Writes penguins-reference.json: scikit-learn's class probabilities of a dozen penguins that were held out.

Usage: python penguins_reference.py ROWS.json, where ROWS.json is {"testSize", "seed", "train", "test"}: 0-based data rows as splitOf gives them.
"""

import csv
import json
import pathlib
import sys

import sklearn
from sklearn.compose import make_column_transformer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

here = pathlib.Path(__file__).parent
run = json.loads(pathlib.Path(sys.argv[1]).read_text())
with open(here.parents[3] / "datasets/data/penguins.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
numbers = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]


def features(row):
    return {"island": row["island"], **{name: float(row[name]) for name in numbers}, "sex": row["sex"]}


def table(indices):
    return [[rows[i]["island"], rows[i]["sex"], *(float(rows[i][name]) for name in numbers)] for i in indices]


model = make_pipeline(
    make_column_transformer((OneHotEncoder(), [0, 1]), (StandardScaler(), [2, 3, 4, 5])),
    LogisticRegression(C=1, tol=1e-10, max_iter=100_000),
).fit(table(run["train"]), [rows[i]["species"] for i in run["train"]])

# Those that it is least sure of: where everything is certain nothing is compared.
probabilities = dict(zip(run["test"], model.predict_proba(table(run["test"]))))
chosen = sorted(run["test"], key=lambda i: max(probabilities[i]))[:12]
reference = {
    "madeBy": f"scikit-learn {sklearn.__version__}: OneHotEncoder() and StandardScaler(), LogisticRegression(C=1, tol=1e-10)",
    "testSize": run["testSize"],
    "seed": run["seed"],
    "trainRows": len(run["train"]),
    "cases": [
        {"features": features(rows[i]), "probabilities": dict(zip(model.classes_, map(float, probabilities[i])))}
        for i in chosen
    ],
}
(here / "penguins-reference.json").write_text(json.dumps(reference, indent=1) + "\n")
