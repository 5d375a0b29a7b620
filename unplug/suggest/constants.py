"""Every number suggestions turn on; ``benchmarks.suggestions`` justifies changes."""

from datetime import timedelta

# When is usage high?
LEAST_DAYS = 3
"""With fewer days than this, nothing is usual yet."""
SURE_DAYS = 7
"""With fewer days than this, z counts less: n / (n + 7)."""
MAD_TO_SIGMA = 1.4826
SPREAD_FLOOR_MS = 15 * 60_000
Z_HIGH = 0.75
STRETCH_PERCENTILE = 85
STRETCH_LEAST_MS = 45 * 60_000
STRETCHES_LEAST = 20
"""Fewer stretches than this have no percentile worth the name."""

# May we speak now?
RETURN_IDLE_MS = 2 * 60_000
SAME_CLASS_MS = 10 * 60_000
SINCE_LAST = timedelta(hours=3)
SAME_PERSON = timedelta(hours=36)
PER_DAY = 1
PER_DAY_MOST = 2
FEWER = ((7, 5), (7, 3), (7, 2), (7, 1), (14, 1), (28, 1))
"""What each "fewer" leaves: at most so many in so many local days."""
PAUSE = timedelta(days=28)
IGNORED_AFTER = timedelta(hours=12)
SKIP_DAYS_MOST = 14
ASK_AFTER_IGNORED = 3
AHEAD_MOST = timedelta(days=1)
"""What is noted as later than this after now was noted by a clock that was wrong."""

# What has been learnt of the hours of the week?
HOURS_IN_BLOCK = 3
LEARN_FROM = timedelta(days=90)
LEARN_LEAST = 3
SELDOM = 0.25
"""Blocks of hours in which fewer than this share was welcome are left alone."""

# Whom?
CLOSENESS_MOST = 5
CALL_COUNTS = 0.5
FRESH_DIP = 0.5
FRESH_HALF_LIFE_D_MOST = 15.0
FAIR_DAYS = 60
FAIR_POWER = 0.25
OUTCOME_LEAST, OUTCOME_MOST = 0.7, 1.2
OUTCOME_PRIOR = 1.0
OUTCOME_PRIOR_WEIGHT = 2.0
OUTCOME_FADES = 0.7
"""What each earlier feeling weighs, compared with the one after it."""
OUTCOME_LATEST = 10
"""So many feelings count; what is older would weigh less than 3 %."""
TAKEN_PRIOR = 2.0
TAKEN_LEAST, TAKEN_MOST = 0.5, 1.3
"""How far it counts whether suggestions of this person were taken up before."""
OCCASION_DAYS = 7
OCCASION = 1.5
CALL_FEASIBLE = 0.6
TRAVEL_HALVES_MIN = 120
UNKNOWN_THEIRS = 0.5
UNKNOWN_OWN = 0.9
HABIT_PRIOR = 2.0
HABIT_LEAST = 0.3
NEED_LEAST = 0.4
"""Below this it is too early to meet again; 0.4 is half of the cadence."""
SCORE_LEAST = 0.12
"""Below this nobody is worth an interruption."""
TOP = 3
TEMPERATURE = 0.02
DORMANT_SHARE = 0.1
INSTEAD_MOST = 3
"""How often "someone else" is answered at once, before it is enough."""

# When could they meet?
HORIZON = timedelta(hours=72)
NOTICE_MEET_MIN = 180
NOTICE_CALL_MIN = 30
TRAVEL_MOST_MIN = 90
MEET_LEAST_MIN, MEET_MOST_MIN = 60, 120
CALL_LEAST_MIN, CALL_MOST_MIN = 15, 30
ROUND_MIN = 15

# Why?
WORDS_MOST = 20

# Afterwards
ASK_AFTER = timedelta(minutes=30)
ASK_UNTIL = timedelta(days=3)

# The quiet corner
LOW_MARKS = 3
LOW_WITHIN = timedelta(days=30)
