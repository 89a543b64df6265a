"""Learning weights from interviews with known results, and measuring how true the numbers are."""
