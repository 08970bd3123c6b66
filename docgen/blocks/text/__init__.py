"""Blocks of text: paragraphs, bullets, notes and legends.

In come strings with inline markup, out go text boxes and shapes whose heights are those of their lines.

text         TextBlock, and those made ready: headings, boxes of messages, statements
items        paragraphs and bullets with levels, as blocks and table cells hold them
notes        notes and sources, numbered, their lines aligned after the mark
legend       swatches with words in rows; explanations in columns
markup_cut   a text with markup parted at a character
"""
