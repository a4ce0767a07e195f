"""The watch folder: files that arrive are cleaned, each once; decides nothing about text."""
