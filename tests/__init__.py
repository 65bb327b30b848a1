"""Tests mirror letters/; whole stories are in journeys/, a real browser in browser/."""
