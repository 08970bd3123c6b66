"""Blocks that hold blocks: they share out the room of a page among those inside them.

In come blocks, out goes one block that lays them out at their widths, parts between or inside them, and draws
each in a box of its own.

stack      one below the other, the spare height shared out; empty room; page breaks
columns    side by side, widths by weights or in points; blocks of one height in a row
balanced   two columns that are as equally high as can be
choice     the largest size or the lowest arrangement that suits the room
panel      a framed box with a heading in a band
steps      numbered steps with arrows between them
"""
