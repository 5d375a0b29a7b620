from tests.ui.sessions.rig import rig

__all__ = ["rig"]
