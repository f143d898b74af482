"""soat turns news articles into fact tables that a person can check."""
