"""What run.py does before Django can: standard library only, one job per module."""
