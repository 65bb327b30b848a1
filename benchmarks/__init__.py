"""How long things take, as ratios to something run beside them: `.venv/bin/python -m benchmarks [name …]`."""
