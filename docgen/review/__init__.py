"""What a check tells: breaches numbered, with the slides that show them, in every form that somebody reads.

In: the breaches of a check, what a folder's accepted.yaml accepts, and what was covered. Out: a ``Review``, and its forms.

- ``sign``: that somebody reviewed a page as it is
- ``content``: the review of a content folder; ``recorded``: its deck with the manifest of all that
- ``review``: a review and its breaches; read this first
- ``listing``: for people at a terminal; ``rows``: for programs, as JSON; ``sarif``: for programs that show
  code; ``forms``: all of these by name
- ``outputs``: as a file, by its suffix; ``workbook``: a list for the bureaus; ``comments``: in a copy of the deck, each
  ``beside`` what it is about; ``slides``: which slides show a breach, and whose it is
- ``accept``: findings that a person accepts; ``accepted_file``: accepted.yaml; ``settle``: breaches against it;
  ``identity``: what tells a breach from another
- ``rules``: what each rule means, why and how a breach is mended; ``explain``: one of them for people
- ``excerpt``: the sentence that a breach is about; ``compared``: its two values, and where each stands
"""
