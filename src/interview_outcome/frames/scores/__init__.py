"""The rule layer and the model over whole columns: what each interview of a table scores, and why."""
