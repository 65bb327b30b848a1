"""Legal reads, remarks and decides: the queue, the review page, the decision, the redline, the history."""
