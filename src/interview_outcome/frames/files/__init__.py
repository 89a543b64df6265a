"""Tables in files: read, scored and written in batches, whole or not at all."""
