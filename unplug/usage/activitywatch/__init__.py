"""Translation from and to ActivityWatch's JSON export.

Its window events say which app was in front, its afk events whether somebody was
there. A span is ACTIVE where a window event and a not-afk event overlap, as
ActivityWatch's own pages count it; IDLE where it says afk; LOCKED where the window in
front was the lock screen. ActivityWatch does not know about watching or sleep. Events
of other kinds (browser tabs, editors) lie inside the window events and are passed over.
"""

from unplug.usage.activitywatch.reading import plain_name, read, read_file
from unplug.usage.activitywatch.recording import Recording
from unplug.usage.activitywatch.writing import chunks

__all__ = ["Recording", "chunks", "plain_name", "read", "read_file"]
