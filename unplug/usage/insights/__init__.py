"""Insights: what screen time, people, mood and sessions say when seen together.

Pure: `looking.look` is given values and a seeded generator, and tells at most three
insights a week, none where there is no pattern. Each is the parts of a sentence, the
rows it rests on, a picture and something to do; `words` puts it into English.
"""
