"""The desk: my letters, copying, the bin."""
