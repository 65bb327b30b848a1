"""Runs the benchmarks, all or those named: `.venv/bin/python -m benchmarks wizard desk`."""

import os
import sys
from importlib import import_module

import django

NAMES = ("wizard", "preview", "desk", "findings", "pdf", "docx_export", "render", "download", "redline")

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()
for name in sys.argv[1:] or NAMES:
    import_module(f"benchmarks.{name}").main()
