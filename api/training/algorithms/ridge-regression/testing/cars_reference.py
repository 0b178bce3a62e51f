"""Writes cars-reference.json: what scikit-learn predicts of a dozen cars that were held out, and its metrics on all of them.

Usage: python cars_reference.py ROWS.json, where ROWS.json is {"testSize", "seed", "train", "test"}: 0-based data rows as splitOf gives them.
"""

import csv
import json
import pathlib
import sys

import sklearn
from sklearn.compose import make_column_transformer
from sklearn.dummy import DummyRegressor
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.metrics import mean_absolute_error, r2_score, root_mean_squared_error
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

here = pathlib.Path(__file__).parent
run = json.loads(pathlib.Path(sys.argv[1]).read_text())
with open(here.parents[3] / "datasets/data/cars.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
numbers = ["cylinders", "displacement", "horsepower", "weight_lbs", "acceleration", "model_year"]


def table(indices):
    return [[rows[i]["origin"], *(float(rows[i][name]) for name in numbers)] for i in indices]


def targets(indices):
    return [float(rows[i]["miles_per_gallon"]) for i in indices]


def fitted(regressor):
    columns = make_column_transformer((OneHotEncoder(), [0]), (StandardScaler(), [1, 2, 3, 4, 5, 6]))
    return make_pipeline(columns, regressor).fit(table(run["train"]), targets(run["train"]))


ridge, linear, mean = fitted(Ridge(alpha=1)), fitted(LinearRegression()), fitted(DummyRegressor())
holdout, truth = table(run["test"]), targets(run["test"])
chosen = run["test"][:: len(run["test"]) // 12][:12]
reference = {
    "madeBy": f"scikit-learn {sklearn.__version__}: OneHotEncoder() and StandardScaler(), Ridge(alpha=1) and LinearRegression()",
    "testSize": run["testSize"],
    "seed": run["seed"],
    "trainRows": len(run["train"]),
    "metrics": {
        "rmse": root_mean_squared_error(truth, ridge.predict(holdout)),
        "mae": mean_absolute_error(truth, ridge.predict(holdout)),
        "r2": r2_score(truth, ridge.predict(holdout)),
        "baseline_rmse": root_mean_squared_error(truth, mean.predict(holdout)),
        "baseline_mae": mean_absolute_error(truth, mean.predict(holdout)),
    },
    "cases": [
        {
            "features": {**{name: float(rows[i][name]) for name in numbers}, "origin": rows[i]["origin"]},
            "ridge": float(ridge.predict(table([i]))[0]),
            "linear": float(linear.predict(table([i]))[0]),
        }
        for i in chosen
    ],
}
(here / "cars-reference.json").write_text(json.dumps(reference, indent=1) + "\n")
