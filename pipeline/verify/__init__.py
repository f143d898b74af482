"""Which numbers hold: checks over the fact tables, article by article, across translations and across articles."""
