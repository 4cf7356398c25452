.PHONY: help
help:
	@echo "targets will be listed here"
