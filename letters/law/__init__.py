"""What the law says about the answers of a letter: limits, contradictions, wording, and the duties that it creates."""
