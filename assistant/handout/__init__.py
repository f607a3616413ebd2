"""One printed page to hand out: breaks, how to stop, who helps, what is known; or a checklist to write on."""
