-- What an unplug with schema 1 left behind. Never change it: each later schema
-- has to read it.
PRAGMA application_id = 1970172012;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'unplug','m001_screen_time','2026-11-21 23:37:54+00:00');
CREATE TABLE day (day INTEGER NOT NULL, app INTEGER NOT NULL, state INTEGER NOT NULL, ms INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (day, app, state)) WITHOUT ROWID;
INSERT INTO "day" VALUES(20454,0,2,200000,1);
INSERT INTO "day" VALUES(20454,1,0,60000,1);
INSERT INTO "day" VALUES(20454,3,0,30000,1);
CREATE TABLE meta (key TEXT PRIMARY KEY, value);
INSERT INTO "meta" VALUES('database','1327533353c440adb8f5f8964c50b6da');
INSERT INTO "meta" VALUES('day_start_min',240);
INSERT INTO "meta" VALUES('commit_id',2);
CREATE TABLE month (month INTEGER NOT NULL, app INTEGER NOT NULL, state INTEGER NOT NULL, ms INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (app, state, month)) WITHOUT ROWID;
INSERT INTO "month" VALUES(672,0,2,200000,1);
INSERT INTO "month" VALUES(672,1,0,60000,1);
INSERT INTO "month" VALUES(672,3,0,30000,1);
CREATE TABLE name (id INTEGER PRIMARY KEY, s TEXT NOT NULL UNIQUE);
INSERT INTO "name" VALUES(1,'org.mozilla.firefox');
INSERT INTO "name" VALUES(2,'A title');
INSERT INTO "name" VALUES(3,'org.gnome.TextEditor');
CREATE TABLE span (start_ms INTEGER PRIMARY KEY, dur_ms INTEGER NOT NULL, app INTEGER NOT NULL, title INTEGER, state INTEGER NOT NULL, offset_q INTEGER NOT NULL);
INSERT INTO "span" VALUES(1767268800000,60000,1,2,0,4);
INSERT INTO "span" VALUES(1767268860000,200000,0,NULL,2,4);
INSERT INTO "span" VALUES(1767269060000,30000,3,NULL,0,4);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX span_long ON span (start_ms) WHERE dur_ms >= 14400000;
COMMIT;
