"""Trained weights for soat; nothing here runs."""
