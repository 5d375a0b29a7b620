"""The windows of trips: from the first idea to looking back together."""
