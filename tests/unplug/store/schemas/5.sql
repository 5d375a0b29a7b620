-- What an unplug with schema 5 left behind. Never change it: each later schema
-- has to read it.
PRAGMA application_id = 1970172012;
PRAGMA user_version = 5;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'unplug','m001_screen_time','2026-11-21 23:37:54+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'unplug','m002_sessions','2026-11-22 01:11:09.030734+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'unplug','m003_people','2026-11-27 00:32:47.631255+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'unplug','m004_trips','2026-11-27 00:46:35.268599+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'unplug','m005_suggestions','2026-11-27 00:55:37.118661+00:00');
CREATE TABLE batch (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, at_ms INTEGER NOT NULL, title TEXT NOT NULL);
INSERT INTO "batch" VALUES(1,'import',1767225600000,'people.vcf');
CREATE TABLE change (batch INTEGER NOT NULL, uid TEXT NOT NULL, before TEXT, after TEXT, print TEXT NOT NULL, since TEXT NOT NULL, PRIMARY KEY (batch, uid));
INSERT INTO "change" VALUES(1,'jose@example.org',NULL,NULL,'163fc1494064e1bd763f7a7e','2026-01-01');
INSERT INTO "change" VALUES(1,'mara@example.org',NULL,NULL,'6768fe522237d3b2ef3bb9f6','2026-01-01');
CREATE TABLE checkin (id TEXT PRIMARY KEY, kind TEXT NOT NULL, day TEXT NOT NULL, minutes INTEGER, felt INTEGER, topics TEXT NOT NULL, note TEXT NOT NULL, source TEXT);
INSERT INTO "checkin" VALUES('00000000000000000000000000000000','in person','2026-01-02',NULL,4,'["boats"]','a walk',NULL);
CREATE TABLE checkin_person (uid TEXT NOT NULL, checkin TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (uid, checkin, day)) WITHOUT ROWID;
INSERT INTO "checkin_person" VALUES('jose@example.org','00000000000000000000000000000000','2026-01-02');
CREATE TABLE circle (name TEXT PRIMARY KEY, place INTEGER NOT NULL, ideal_d INTEGER NOT NULL, longest_d INTEGER NOT NULL);
CREATE TABLE contact (uid TEXT PRIMARY KEY, name TEXT NOT NULL, circle TEXT NOT NULL, ideal_d INTEGER, longest_d INTEGER, closeness INTEGER, flags INTEGER NOT NULL, corner INTEGER NOT NULL, zone TEXT NOT NULL, city TEXT NOT NULL, free TEXT NOT NULL, days TEXT NOT NULL, interests TEXT NOT NULL, topics TEXT NOT NULL, since TEXT NOT NULL, met TEXT, called TEXT, felt TEXT NOT NULL, found BLOB NOT NULL, card TEXT NOT NULL);
INSERT INTO "contact" VALUES('jose@example.org','José Peña','close',NULL,NULL,5,0,0,'','','','','','boats','2026-01-01','2026-01-02',NULL,'4',X'0A6A6F73652070656E611F206A6F7365406578616D706C652E6F7267','{"uid":"jose@example.org","full_name":"José Peña","emails":[{"address":"jose@example.org"}],"circle":"close","closeness":5,"topics":["boats"],"photo":{"media_type":"image/png","digest":"070d3b3c795cd5e15ad12953ce31f4e3"}}');
INSERT INTO "contact" VALUES('mara@example.org','Mara Sol','',NULL,NULL,NULL,0,0,'','','','','','','2026-01-01',NULL,NULL,'',X'0A6D61726120736F6C','{"uid":"mara@example.org","full_name":"Mara Sol"}');
CREATE TABLE day (day INTEGER NOT NULL, app INTEGER NOT NULL, state INTEGER NOT NULL, ms INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (day, app, state)) WITHOUT ROWID;
INSERT INTO "day" VALUES(20454,0,2,200000,1);
INSERT INTO "day" VALUES(20454,1,0,60000,1);
INSERT INTO "day" VALUES(20454,3,0,30000,1);
CREATE TABLE link (id INTEGER PRIMARY KEY, folder TEXT NOT NULL, version TEXT NOT NULL, state TEXT NOT NULL);
CREATE TABLE link_base (link INTEGER NOT NULL, uid TEXT NOT NULL, file TEXT NOT NULL, digest TEXT NOT NULL, ours TEXT NOT NULL, PRIMARY KEY (link, uid)) WITHOUT ROWID;
CREATE TABLE merged (uid TEXT PRIMARY KEY, into_uid TEXT NOT NULL, batch INTEGER NOT NULL);
CREATE TABLE meta (key TEXT PRIMARY KEY, value);
INSERT INTO "meta" VALUES('database','1327533353c440adb8f5f8964c50b6da');
INSERT INTO "meta" VALUES('day_start_min',240);
INSERT INTO "meta" VALUES('commit_id',2);
INSERT INTO "meta" VALUES('note.suggest.asking','{"version": 1, "waiting": [], "plans": [{"key": "1767286800000-0a1b2c3d", "uid": "jose@example.org", "end": "2026-01-02T19:00:00+00:00"}], "ignored_in_row": 0, "last_ignored_at": null, "ignored_blocks": [], "question": "answered", "fewer": 1, "avoid": [], "paused_until": null, "stopped": false, "never": []}');
INSERT INTO "meta" VALUES('note.suggest.welcome','["Mon-Fri 18:00-20:00"]');
CREATE TABLE month (month INTEGER NOT NULL, app INTEGER NOT NULL, state INTEGER NOT NULL, ms INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (app, state, month)) WITHOUT ROWID;
INSERT INTO "month" VALUES(672,0,2,200000,1);
INSERT INTO "month" VALUES(672,1,0,60000,1);
INSERT INTO "month" VALUES(672,3,0,30000,1);
CREATE TABLE name (id INTEGER PRIMARY KEY, s TEXT NOT NULL UNIQUE);
INSERT INTO "name" VALUES(1,'org.mozilla.firefox');
INSERT INTO "name" VALUES(2,'A title');
INSERT INTO "name" VALUES(3,'org.gnome.TextEditor');
CREATE TABLE picture (digest TEXT PRIMARY KEY, media_type TEXT NOT NULL, data BLOB NOT NULL);
INSERT INTO "picture" VALUES('070d3b3c795cd5e15ad12953ce31f4e3','image/png',X'89504E47');
CREATE TABLE plan (uid TEXT PRIMARY KEY, kind TEXT NOT NULL, form TEXT NOT NULL);
INSERT INTO "plan" VALUES('evening@unplug','calendar','{"uid": "evening@unplug", "name": "Evening", "strictness": "gentle", "first": "2026-01-01T18:00:00", "lasting": "PT2H", "rule": "FREQ=DAILY", "zone": "Europe/Madrid", "left_out": [], "extra": [], "holidays_of": null, "pauses": [], "sequence": 0, "kept": []}');
CREATE TABLE seen (print TEXT PRIMARY KEY, uid TEXT NOT NULL, batch INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO "seen" VALUES('0123','mara@example.org',1);
CREATE TABLE session (id TEXT PRIMARY KEY, start_ms INTEGER NOT NULL, outcome TEXT NOT NULL, meant_ms INTEGER NOT NULL, began_ms INTEGER, kept_ms INTEGER NOT NULL, moved_ms INTEGER NOT NULL, why TEXT NOT NULL, title TEXT NOT NULL, person TEXT, felt INTEGER, note TEXT);
INSERT INTO "session" VALUES('@now:1767225600000.1000000',1767225600000,'kept',60000,1767225600000,60000,0,'','',NULL,4,'a walk');
CREATE TABLE session_part (plan TEXT NOT NULL, nominal TEXT NOT NULL, session TEXT NOT NULL, PRIMARY KEY (plan, nominal, session)) WITHOUT ROWID;
CREATE TABLE session_state (id INTEGER PRIMARY KEY, rests INTEGER NOT NULL, state TEXT NOT NULL);
INSERT INTO "session_state" VALUES(0,0,'{"version":1,"state":{"is":"SessionState","at":{"is":"Stamp","wall_ms":1767225660000,"mono_ms":1060000,"boot_ms":1060000},"phase":{"is":"Planned"},"upcoming":[{"is":"Appointment","plan":"evening@unplug","nominal":"2026-01-01","start_ms":1767286800000,"end_ms":1767294000000,"terms":{"is":"Terms","strictness":"gentle","deferring":["call","camera","do-not-disturb","full-screen","meeting","microphone","presenting","sharing"],"keeps_end":true,"do_not_disturb":true,"pause_media":false,"screens_off":false,"lock":false,"share":false,"title":"Evening","purpose":"","person":null,"heads_up_ms":[300000,60000]},"kind":"planned"},{"is":"Appointment","plan":"evening@unplug","nominal":"2026-01-02","start_ms":1767373200000,"end_ms":1767380400000,"terms":{"is":"Terms","strictness":"gentle","deferring":["call","camera","do-not-disturb","full-screen","meeting","microphone","presenting","sharing"],"keeps_end":true,"do_not_disturb":true,"pause_media":false,"screens_off":false,"lock":false,"share":false,"title":"Evening","purpose":"","person":null,"heads_up_ms":[300000,60000]},"kind":"planned"}],"intervals":[],"used_ms":[],"breaks":[],"rules":{"is":"Rules","postpone_ms":[300000,180000,120000],"skips_a_week":3,"exits_a_week":3,"ask_feeling":true},"seen":["@now:1767225600000.1000000"],"skipped":[],"skips_ms":[],"exits_ms":[],"held":[],"away":[],"away_boot_ms":null,"here_boot_ms":1060000,"returned_boot_ms":null,"paused_boot_ms":null}}');
CREATE TABLE span (start_ms INTEGER PRIMARY KEY, dur_ms INTEGER NOT NULL, app INTEGER NOT NULL, title INTEGER, state INTEGER NOT NULL, offset_q INTEGER NOT NULL);
INSERT INTO "span" VALUES(1767268800000,60000,1,2,0,4);
INSERT INTO "span" VALUES(1767268860000,200000,0,NULL,2,4);
INSERT INTO "span" VALUES(1767269060000,30000,3,NULL,0,4);
CREATE TABLE suggestion (key TEXT PRIMARY KEY, person TEXT NOT NULL, at_ms INTEGER NOT NULL, activity TEXT NOT NULL, way TEXT NOT NULL, slot_start_ms INTEGER NOT NULL, slot_end_ms INTEGER NOT NULL, why TEXT NOT NULL, instead INTEGER NOT NULL, answer TEXT, plan_start_ms INTEGER, plan_end_ms INTEGER, happened INTEGER, felt INTEGER, note TEXT);
INSERT INTO "suggestion" VALUES('1767286800000-0a1b2c3d','jose@example.org',1767286800000,'walk','meet',1767373200000,1767380400000,'3 h 40 today, usually 2 h 10. ￼: 31 days, every 30.',0,'planned',1767373200000,1767380400000,NULL,NULL,NULL);
CREATE TABLE trip (id TEXT PRIMARY KEY, form TEXT NOT NULL);
INSERT INTO "trip" VALUES('00112233445566778899aabbccddeeff','{"key":"trip-0011223344556677-01020304","name":"By the lake","me":"Ana","came_by":[],"expires_ms":null,"anchor":null,"window":null,"went":[],"shown":true}');
CREATE TABLE trip_envelope (trip TEXT NOT NULL, name TEXT NOT NULL, letter INTEGER NOT NULL, raw BLOB NOT NULL, UNIQUE (trip, name));
INSERT INTO "trip_envelope" VALUES('00112233445566778899aabbccddeeff','ea0d4bc663b6ee89cdf6947c',0,X'000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F202122232425262728292A2B2C2D2E2F303132333435363738393A3B3C3D3E3F404142434445464748494A4B4C4D4E4F505152535455565758595A5B5C5D5E5F606162636465666768696A6B6C6D6E6F707172737475767778797A7B7C7D7E7F808182838485868788898A8B8C8D8E8F909192939495969798999A9B9C9D9E9FA0A1A2A3A4A5A6A7A8A9AAABACADAEAFB0B1B2B3B4B5B6B7B8B9BABBBCBDBEBFC0C1C2C3C4C5C6C7C8C9CACBCCCDCECFD0D1D2D3D4D5D6D7D8D9DADBDCDDDEDFE0E1E2E3E4E5E6E7E8E9EAEBECEDEEEFF0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF');
INSERT INTO "trip_envelope" VALUES('00112233445566778899aabbccddeeff','52fb4b9e1a7d4095bb7574ae',1,X'FFFEFDFCFBFAF9F8F7F6F5F4F3F2F1F0EFEEEDECEBEAE9E8E7E6E5E4E3E2E1E0DFDEDDDCDBDAD9D8D7D6D5D4D3D2D1D0CFCECDCCCBCAC9C8C7C6C5C4C3C2C1C0BFBEBDBCBBBAB9B8B7B6B5B4B3B2B1B0AFAEADACABAAA9A8A7A6A5A4A3A2A1A09F9E9D9C9B9A999897969594939291908F8E8D8C8B8A898887868584838281807F7E7D7C7B7A797877767574737271706F6E6D6C6B6A696867666564636261605F5E5D5C5B5A595857565554535251504F4E4D4C4B4A494847464544434241403F3E3D3C3B3A393837363534333231302F2E2D2C2B2A292827262524232221201F1E1D1C1B1A191817161514131211100F0E0D0C0B0A09080706050403020100');
CREATE TABLE trip_way (trip TEXT NOT NULL, kind TEXT NOT NULL, place TEXT NOT NULL, form TEXT NOT NULL, UNIQUE (trip, kind, place));
INSERT INTO "trip_way" VALUES('00112233445566778899aabbccddeeff','folder','/shared','[1767225600000,1767225600000,0,""]');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX span_long ON span (start_ms) WHERE dur_ms >= 14400000;
CREATE INDEX session_start ON session (start_ms);
CREATE INDEX session_part_session ON session_part (session);
CREATE INDEX checkin_source ON checkin (source);
CREATE INDEX checkin_person_checkin ON checkin_person (checkin);
CREATE INDEX change_uid ON change (uid);
CREATE INDEX suggestion_at ON suggestion (at_ms);
CREATE INDEX suggestion_person ON suggestion (person);
COMMIT;
