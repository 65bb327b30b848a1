"""Who promises: the list of companies, one company's record and profile, and taking it out of use."""
