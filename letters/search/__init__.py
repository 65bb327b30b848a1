"""One box over everything: letters, companies, the library, statutes and rules."""
