"""What to do after an interview: what else to notice, how long to wait, when to write and what."""
