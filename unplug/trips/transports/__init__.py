"""Ways for envelopes to get from member to member; none of them is trusted."""
