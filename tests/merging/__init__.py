"""Hand edits carried over: their tests, and a program that tries edits by chance on decks that other programs saved."""
