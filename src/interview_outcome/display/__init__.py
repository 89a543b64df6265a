"""What people see: every result as text, HTML and picture."""
