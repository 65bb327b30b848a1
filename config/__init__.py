"""How the project is started and set up."""
