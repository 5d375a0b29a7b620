"""Travelling at work: trips of this device, how they travel, and who hears of them."""
