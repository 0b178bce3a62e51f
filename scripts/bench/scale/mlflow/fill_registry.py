"""Fills the registry of an MLflow server, its tables made by its own migrations, with rows that come as lines of JSON: a table, and values."""

import itertools
import json
import sqlite3
import sys

STATEMENTS = {
    "model": "INSERT INTO registered_models (name, creation_time, last_updated_time, description) VALUES (?, ?, ?, ?)",
    "model_tag": "INSERT INTO registered_model_tags (name, key, value) VALUES (?, ?, ?)",
    "version": "INSERT INTO model_versions (name, version, creation_time, last_updated_time, description, user_id, current_stage,"
    " source, status, storage_location) VALUES (?, ?, ?, ?, '', 'local-owner', ?, ?, 'READY', ?)",
    "version_tag": "INSERT INTO model_version_tags (name, version, key, value) VALUES (?, ?, ?, ?)",
    "alias": "INSERT INTO registered_model_aliases (name, alias, version) VALUES (?, ?, ?)",
}

database = sqlite3.connect(sys.argv[1])
lines = (json.loads(line) for line in sys.stdin)
for table, group in itertools.groupby(lines, key=lambda line: line[0]):
    database.executemany(STATEMENTS[table], (values for _, values in group))
database.commit()
database.execute("ANALYZE")
database.close()
