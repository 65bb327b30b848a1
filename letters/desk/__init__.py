"""The desk: my letters, choosing a new one, copying, the bin; and the library they are chosen from."""
