"""The articles: what stands behind the breaks, in four minutes each."""
