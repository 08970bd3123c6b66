"""The rules that content and placed decks are checked by, one function a rule."""
