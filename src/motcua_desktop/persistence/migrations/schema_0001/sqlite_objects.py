"""Word indexes and triggers of this schema."""

# ruff: noqa: E501
# fmt: off
STATEMENTS = (
    'CREATE VIRTUAL TABLE dossiers_names USING fts5 (name_fold, content=\'dossiers\', content_rowid=\'id\', detail=none, tokenize="unicode61 remove_diacritics 0")',
    'CREATE TRIGGER dossiers_names_added AFTER INSERT ON dossiers BEGIN INSERT INTO dossiers_names (rowid, name_fold) VALUES (new.id, new.name_fold); END',
    "CREATE TRIGGER dossiers_names_removed AFTER DELETE ON dossiers BEGIN INSERT INTO dossiers_names (dossiers_names, rowid, name_fold) VALUES ('delete', old.id, old.name_fold); END",
    "CREATE TRIGGER dossiers_names_changed AFTER UPDATE OF name_fold ON dossiers WHEN old.name_fold IS NOT new.name_fold BEGIN INSERT INTO dossiers_names (dossiers_names, rowid, name_fold) VALUES ('delete', old.id, old.name_fold); INSERT INTO dossiers_names (rowid, name_fold) VALUES (new.id, new.name_fold); END",
    'CREATE VIRTUAL TABLE dossiers_marks USING fts5 (name, content=\'dossiers\', content_rowid=\'id\', detail=none, tokenize="unicode61 remove_diacritics 0")',
    'CREATE TRIGGER dossiers_marks_added AFTER INSERT ON dossiers BEGIN INSERT INTO dossiers_marks (rowid, name) VALUES (new.id, new.name); END',
    "CREATE TRIGGER dossiers_marks_removed AFTER DELETE ON dossiers BEGIN INSERT INTO dossiers_marks (dossiers_marks, rowid, name) VALUES ('delete', old.id, old.name); END",
    "CREATE TRIGGER dossiers_marks_changed AFTER UPDATE OF name ON dossiers WHEN old.name IS NOT new.name BEGIN INSERT INTO dossiers_marks (dossiers_marks, rowid, name) VALUES ('delete', old.id, old.name); INSERT INTO dossiers_marks (rowid, name) VALUES (new.id, new.name); END",
    'CREATE VIRTUAL TABLE dossiers_codes USING fts5 (code_key, content=\'dossiers\', content_rowid=\'id\', tokenize="trigram")',
    'CREATE TRIGGER dossiers_codes_added AFTER INSERT ON dossiers BEGIN INSERT INTO dossiers_codes (rowid, code_key) VALUES (new.id, new.code_key); END',
    "CREATE TRIGGER dossiers_codes_removed AFTER DELETE ON dossiers BEGIN INSERT INTO dossiers_codes (dossiers_codes, rowid, code_key) VALUES ('delete', old.id, old.code_key); END",
    "CREATE TRIGGER dossiers_codes_changed AFTER UPDATE OF code_key ON dossiers WHEN old.code_key IS NOT new.code_key BEGIN INSERT INTO dossiers_codes (dossiers_codes, rowid, code_key) VALUES ('delete', old.id, old.code_key); INSERT INTO dossiers_codes (rowid, code_key) VALUES (new.id, new.code_key); END",
    "CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events is append-only'); END",
    "CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events is append-only'); END",
    "CREATE TRIGGER promises_no_update BEFORE UPDATE ON promises BEGIN SELECT RAISE(ABORT, 'promises is append-only'); END",
    "CREATE TRIGGER promises_no_delete BEFORE DELETE ON promises BEGIN SELECT RAISE(ABORT, 'promises is append-only'); END",
    "CREATE TRIGGER apologies_no_update BEFORE UPDATE ON apologies BEGIN SELECT RAISE(ABORT, 'apologies is append-only'); END",
    "CREATE TRIGGER apologies_no_delete BEFORE DELETE ON apologies BEGIN SELECT RAISE(ABORT, 'apologies is append-only'); END",
    "CREATE TRIGGER calendar_editions_no_update BEFORE UPDATE ON calendar_editions BEGIN SELECT RAISE(ABORT, 'calendar_editions is append-only'); END",
    "CREATE TRIGGER calendar_editions_no_delete BEFORE DELETE ON calendar_editions BEGIN SELECT RAISE(ABORT, 'calendar_editions is append-only'); END",
)
