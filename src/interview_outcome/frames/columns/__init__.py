"""Columns of any frame, read and checked: a table of answers, context and days as plain numbers."""
