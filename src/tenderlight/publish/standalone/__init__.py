"""The file that checks a dossier without us, and the page on checking by hand; both lie in every dossier."""
