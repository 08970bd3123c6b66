"""What a new content folder begins with: in comes a place for it, out goes a folder that builds at once.

copied      the starter content that docgen carries (content/starter), copied whole
"""
