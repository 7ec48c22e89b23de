"""Which language a text is in, and which language a block is surely not in.

Cheap signals first: the script of the letters, then function words, and a detector
only where doubt is left. Every answer is that of the text alone: the same text gives
the same answer in any order and any company.
"""
