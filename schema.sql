table api_key (id uuid not null, name text not null, key_digest bytea not null, roles text[] not null, created_at timestamp with time zone not null, revoked_at timestamp with time zone)
table calendar_change (id integer not null generated always as identity, date date not null, kind text not null, name_en text not null, name_de text not null, source text not null, recorded_at timestamp with time zone not null, recorded_by text not null)
table calendar_change_followed (change_id integer not null, complaints integer not null, followed_at timestamp with time zone not null)
table clock_alert (complaint_id uuid not null, clock text not null, round integer not null, level integer not null, raised_at timestamp with time zone not null)
table complaint (id uuid not null, reference text not null, version integer not null, hash bytea not null, stage text not null, platform text not null, channel text not null, language text not null, subject text not null, category text, owner_id uuid, received_at timestamp with time zone not null, policy_version integer not null, next_due_at timestamp with time zone, next_due_clock text, updated_at timestamp with time zone not null, severity integer)
table complaint_clock (complaint_id uuid not null, kind text not null, round integer not null, started_at timestamp with time zone not null, due_at timestamp with time zone not null, met_at timestamp with time zone, not_applicable text, late_reason text, ended_at timestamp with time zone, warn_50 timestamp with time zone, warn_75 timestamp with time zone, warn_90 timestamp with time zone, target_at timestamp with time zone, policy_version integer, calendar_version text)
table complaint_conflict (complaint_id uuid not null, person_id uuid not null)
table complaint_contact (complaint_id uuid not null, digest bytea not null)
table complaint_event (position bigint not null generated always as identity, complaint_id uuid not null, version integer not null, type text not null, data jsonb not null, actor text not null, recorded_at timestamp with time zone not null, commitments jsonb not null, prev_hash bytea not null, hash bytea not null)
unlogged table complaint_search (complaint_id uuid not null, version integer not null, words tsvector not null)
table content (owner_id uuid not null, version integer not null, name text not null, part integer not null default 0, salt bytea, sealed bytea not null)
table customer_link (token_digest bytea not null, complaint_id uuid not null, created_at timestamp with time zone not null, revoked_at timestamp with time zone)
table data_key (owner_id uuid not null, key_id text not null, wrapped bytea not null)
table failed_attempt (digest bytea not null, failures integer not null, last_at timestamp with time zone not null)
table intake_message (id uuid not null, mailbox text not null, uid_validity bigint, uid bigint, digest bytea not null, size integer not null, received_at timestamp with time zone not null, due_at timestamp with time zone not null, disposition text, reason text, complaint_id uuid, placed_at timestamp with time zone, attempts integer not null default 0, verdicts jsonb not null default '{}'::jsonb)
table invitation (token_digest bytea not null, person_id uuid, expires_at timestamp with time zone not null, used_at timestamp with time zone)
table letter (id uuid not null, complaint_id uuid not null, version integer not null, kind text not null, message_id text not null, state text not null, attempts integer not null default 0, created_at timestamp with time zone not null, next_attempt_at timestamp with time zone, accepted_at timestamp with time zone, last_error text, template_version integer)
table letter_template (kind text not null, language text not null, version integer not null, subject text, body text, recorded_at timestamp with time zone not null, recorded_by text not null)
table migration (name text not null, sha256 text not null, applied_at timestamp with time zone not null default now())
table notice (id uuid not null, person_id uuid not null, kind text not null, subject text not null, complaint_id uuid, facts jsonb not null, message_id text not null, state text not null, attempts integer not null default 0, created_at timestamp with time zone not null, next_attempt_at timestamp with time zone, accepted_at timestamp with time zone, read_at timestamp with time zone, last_error text)
table office_setting (id bigint not null generated always as identity, name text not null, value jsonb not null, recorded_at timestamp with time zone not null, recorded_by text not null)
table period_run (work text not null, period text not null, run_at timestamp with time zone not null)
table person (id uuid not null, email text not null, name text not null, roles text[] not null, password_hash text, created_at timestamp with time zone not null, disabled_at timestamp with time zone, language text not null default 'de'::text)
table policy_approval (draft_id uuid not null, revision integer not null, approved_at timestamp with time zone not null, approved_by uuid not null)
table policy_draft (id uuid not null, based_on integer not null, created_at timestamp with time zone not null, created_by uuid not null, discarded_at timestamp with time zone, published_version integer)
table policy_draft_state (draft_id uuid not null, revision integer not null, document jsonb not null, saved_at timestamp with time zone not null, saved_by uuid not null)
table policy_version (version integer not null, effective_from timestamp with time zone not null, published_at timestamp with time zone not null, document jsonb not null, drafted_by uuid, approved_by uuid, published_by uuid)
table read_model (version integer not null)
table reference_counter (prefix text not null, year integer not null, last integer not null)
table request (key bytea not null, digest bytea not null, complaint_id uuid not null, version integer not null, recorded_at timestamp with time zone not null)
table session (token_digest bytea not null, person_id uuid not null, created_at timestamp with time zone not null, last_seen_at timestamp with time zone not null, expires_at timestamp with time zone not null)
table site_check (date date not null, platform text not null, language text not null, url text not null, state text not null, policy_version integer not null, missing jsonb not null default '[]'::jsonb, checked_at timestamp with time zone not null)
constraint api_key.api_key_key_digest_key UNIQUE (key_digest)
constraint api_key.api_key_pkey PRIMARY KEY (id)
constraint calendar_change.calendar_change_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'business_day'::text, 'as_calculated'::text])))
constraint calendar_change.calendar_change_pkey PRIMARY KEY (id)
constraint calendar_change_followed.calendar_change_followed_change_id_fkey FOREIGN KEY (change_id) REFERENCES calendar_change(id)
constraint calendar_change_followed.calendar_change_followed_pkey PRIMARY KEY (change_id)
constraint clock_alert.clock_alert_level_check CHECK (((level >= 1) AND (level <= 4)))
constraint clock_alert.clock_alert_pkey PRIMARY KEY (complaint_id, clock, round)
constraint complaint.complaint_pkey PRIMARY KEY (id)
constraint complaint.complaint_reference_key UNIQUE (reference)
constraint complaint_clock.complaint_clock_pkey PRIMARY KEY (complaint_id, kind, round)
constraint complaint_conflict.complaint_conflict_pkey PRIMARY KEY (complaint_id, person_id)
constraint complaint_contact.complaint_contact_pkey PRIMARY KEY (complaint_id, digest)
constraint complaint_event.complaint_event_complaint_id_version_key UNIQUE (complaint_id, version)
constraint complaint_event.complaint_event_hash_check CHECK ((length(hash) = 32))
constraint complaint_event.complaint_event_pkey PRIMARY KEY ("position")
constraint complaint_event.complaint_event_prev_hash_check CHECK ((length(prev_hash) = 32))
constraint complaint_event.complaint_event_version_check CHECK ((version > 0))
constraint complaint_search.complaint_search_pkey PRIMARY KEY (complaint_id, version)
constraint content.content_pkey PRIMARY KEY (owner_id, version, name, part)
constraint customer_link.customer_link_pkey PRIMARY KEY (token_digest)
constraint data_key.data_key_pkey PRIMARY KEY (owner_id)
constraint failed_attempt.failed_attempt_pkey PRIMARY KEY (digest)
constraint intake_message.intake_message_disposition_check CHECK ((disposition = ANY (ARRAY['complaint'::text, 'reply'::text, 'bounce'::text, 'automatic'::text, 'duplicate'::text, 'quarantine'::text, 'discarded'::text])))
constraint intake_message.intake_message_pkey PRIMARY KEY (id)
constraint invitation.invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
constraint invitation.invitation_pkey PRIMARY KEY (token_digest)
constraint letter.letter_complaint_id_version_kind_key UNIQUE (complaint_id, version, kind)
constraint letter.letter_message_id_key UNIQUE (message_id)
constraint letter.letter_pkey PRIMARY KEY (id)
constraint letter.letter_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'accepted'::text, 'failed'::text, 'bounced'::text])))
constraint letter_template.letter_template_check CHECK (((subject IS NULL) = (body IS NULL)))
constraint letter_template.letter_template_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text])))
constraint letter_template.letter_template_pkey PRIMARY KEY (kind, language, version)
constraint letter_template.letter_template_version_check CHECK ((version > 0))
constraint migration.migration_pkey PRIMARY KEY (name)
constraint notice.notice_kind_check CHECK ((kind = ANY (ARRAY['clock'::text, 'escalation'::text, 'assignment'::text, 'bounced'::text, 'digest'::text, 'site'::text, 'calendar'::text])))
constraint notice.notice_message_id_key UNIQUE (message_id)
constraint notice.notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
constraint notice.notice_person_id_kind_subject_key UNIQUE (person_id, kind, subject)
constraint notice.notice_pkey PRIMARY KEY (id)
constraint notice.notice_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'accepted'::text, 'failed'::text])))
constraint office_setting.office_setting_pkey PRIMARY KEY (id)
constraint period_run.period_run_pkey PRIMARY KEY (work, period)
constraint person.person_email_check CHECK ((email = lower(email)))
constraint person.person_email_key UNIQUE (email)
constraint person.person_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text])))
constraint person.person_pkey PRIMARY KEY (id)
constraint policy_approval.policy_approval_draft_id_revision_fkey FOREIGN KEY (draft_id, revision) REFERENCES policy_draft_state(draft_id, revision)
constraint policy_approval.policy_approval_pkey PRIMARY KEY (draft_id, revision)
constraint policy_draft.policy_draft_based_on_fkey FOREIGN KEY (based_on) REFERENCES policy_version(version)
constraint policy_draft.policy_draft_pkey PRIMARY KEY (id)
constraint policy_draft.policy_draft_published_version_fkey FOREIGN KEY (published_version) REFERENCES policy_version(version)
constraint policy_draft.policy_draft_published_version_key UNIQUE (published_version)
constraint policy_draft_state.policy_draft_state_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES policy_draft(id)
constraint policy_draft_state.policy_draft_state_pkey PRIMARY KEY (draft_id, revision)
constraint policy_draft_state.policy_draft_state_revision_check CHECK ((revision > 0))
constraint policy_version.policy_version_pkey PRIMARY KEY (version)
constraint policy_version.policy_version_version_check CHECK ((version > 0))
constraint reference_counter.reference_counter_pkey PRIMARY KEY (prefix, year)
constraint request.request_pkey PRIMARY KEY (key)
constraint session.session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
constraint session.session_pkey PRIMARY KEY (token_digest)
constraint site_check.site_check_pkey PRIMARY KEY (date, platform, language)
constraint site_check.site_check_state_check CHECK ((state = ANY (ARRAY['same'::text, 'embedded'::text, 'different'::text, 'unreachable'::text])))
CREATE INDEX complaint_clock_open ON public.complaint_clock USING btree (due_at) WHERE ((met_at IS NULL) AND (not_applicable IS NULL) AND (ended_at IS NULL))
CREATE INDEX complaint_clock_warned ON public.complaint_clock USING btree (warn_50) WHERE ((met_at IS NULL) AND (not_applicable IS NULL) AND (ended_at IS NULL))
CREATE INDEX complaint_conflict_person ON public.complaint_conflict USING btree (person_id, complaint_id)
CREATE INDEX complaint_contact_digest ON public.complaint_contact USING btree (digest)
CREATE INDEX complaint_due ON public.complaint USING btree (COALESCE(next_due_at, 'infinity'::timestamp with time zone), id)
CREATE INDEX complaint_owner_due ON public.complaint USING btree (owner_id, COALESCE(next_due_at, 'infinity'::timestamp with time zone), id)
CREATE INDEX complaint_received ON public.complaint USING btree (received_at DESC, id DESC)
CREATE INDEX complaint_search_words ON public.complaint_search USING gin (words)
CREATE INDEX customer_link_complaint ON public.customer_link USING btree (complaint_id)
CREATE INDEX data_key_key_id ON public.data_key USING btree (key_id)
CREATE INDEX intake_message_complaint ON public.intake_message USING btree (complaint_id)
CREATE INDEX intake_message_digest ON public.intake_message USING btree (digest, mailbox)
CREATE INDEX intake_message_received ON public.intake_message USING btree (received_at DESC, id DESC)
CREATE INDEX intake_message_unplaced ON public.intake_message USING btree (received_at) WHERE (disposition IS NULL)
CREATE INDEX letter_created ON public.letter USING btree (created_at DESC, id DESC)
CREATE INDEX letter_queued ON public.letter USING btree (next_attempt_at) WHERE (state = 'queued'::text)
CREATE INDEX notice_person ON public.notice USING btree (person_id, created_at DESC, id DESC)
CREATE INDEX notice_queued ON public.notice USING btree (next_attempt_at) WHERE (state = 'queued'::text)
CREATE INDEX office_setting_name ON public.office_setting USING btree (name, id DESC)
CREATE INDEX policy_version_effective ON public.policy_version USING btree (effective_from DESC)
CREATE INDEX request_recorded_at ON public.request USING btree (recorded_at)
CREATE INDEX session_person ON public.session USING btree (person_id)
CREATE UNIQUE INDEX api_key_key_digest_key ON public.api_key USING btree (key_digest)
CREATE UNIQUE INDEX api_key_pkey ON public.api_key USING btree (id)
CREATE UNIQUE INDEX calendar_change_followed_pkey ON public.calendar_change_followed USING btree (change_id)
CREATE UNIQUE INDEX calendar_change_pkey ON public.calendar_change USING btree (id)
CREATE UNIQUE INDEX clock_alert_pkey ON public.clock_alert USING btree (complaint_id, clock, round)
CREATE UNIQUE INDEX complaint_clock_pkey ON public.complaint_clock USING btree (complaint_id, kind, round)
CREATE UNIQUE INDEX complaint_conflict_pkey ON public.complaint_conflict USING btree (complaint_id, person_id)
CREATE UNIQUE INDEX complaint_contact_pkey ON public.complaint_contact USING btree (complaint_id, digest)
CREATE UNIQUE INDEX complaint_event_complaint_id_version_key ON public.complaint_event USING btree (complaint_id, version)
CREATE UNIQUE INDEX complaint_event_pkey ON public.complaint_event USING btree ("position")
CREATE UNIQUE INDEX complaint_pkey ON public.complaint USING btree (id)
CREATE UNIQUE INDEX complaint_reference_key ON public.complaint USING btree (reference)
CREATE UNIQUE INDEX complaint_search_pkey ON public.complaint_search USING btree (complaint_id, version)
CREATE UNIQUE INDEX content_pkey ON public.content USING btree (owner_id, version, name, part)
CREATE UNIQUE INDEX customer_link_pkey ON public.customer_link USING btree (token_digest)
CREATE UNIQUE INDEX data_key_pkey ON public.data_key USING btree (owner_id)
CREATE UNIQUE INDEX failed_attempt_pkey ON public.failed_attempt USING btree (digest)
CREATE UNIQUE INDEX intake_message_pkey ON public.intake_message USING btree (id)
CREATE UNIQUE INDEX intake_message_uid ON public.intake_message USING btree (mailbox, uid_validity, uid) WHERE (uid IS NOT NULL)
CREATE UNIQUE INDEX invitation_pkey ON public.invitation USING btree (token_digest)
CREATE UNIQUE INDEX letter_complaint_id_version_kind_key ON public.letter USING btree (complaint_id, version, kind)
CREATE UNIQUE INDEX letter_message_id_key ON public.letter USING btree (message_id)
CREATE UNIQUE INDEX letter_pkey ON public.letter USING btree (id)
CREATE UNIQUE INDEX letter_template_pkey ON public.letter_template USING btree (kind, language, version)
CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (name)
CREATE UNIQUE INDEX notice_message_id_key ON public.notice USING btree (message_id)
CREATE UNIQUE INDEX notice_person_id_kind_subject_key ON public.notice USING btree (person_id, kind, subject)
CREATE UNIQUE INDEX notice_pkey ON public.notice USING btree (id)
CREATE UNIQUE INDEX office_setting_pkey ON public.office_setting USING btree (id)
CREATE UNIQUE INDEX period_run_pkey ON public.period_run USING btree (work, period)
CREATE UNIQUE INDEX person_email_key ON public.person USING btree (email)
CREATE UNIQUE INDEX person_pkey ON public.person USING btree (id)
CREATE UNIQUE INDEX policy_approval_pkey ON public.policy_approval USING btree (draft_id, revision)
CREATE UNIQUE INDEX policy_draft_pkey ON public.policy_draft USING btree (id)
CREATE UNIQUE INDEX policy_draft_published_version_key ON public.policy_draft USING btree (published_version)
CREATE UNIQUE INDEX policy_draft_state_pkey ON public.policy_draft_state USING btree (draft_id, revision)
CREATE UNIQUE INDEX policy_version_pkey ON public.policy_version USING btree (version)
CREATE UNIQUE INDEX reference_counter_pkey ON public.reference_counter USING btree (prefix, year)
CREATE UNIQUE INDEX request_pkey ON public.request USING btree (key)
CREATE UNIQUE INDEX session_pkey ON public.session USING btree (token_digest)
CREATE UNIQUE INDEX site_check_pkey ON public.site_check USING btree (date, platform, language)
CREATE TRIGGER calendar_change_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.calendar_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER complaint_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.complaint_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER letter_template_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.letter_template FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER office_setting_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.office_setting FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER policy_approval_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.policy_approval FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER policy_draft_state_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.policy_draft_state FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER policy_version_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.policy_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $function$

grant insert, select, update on api_key to redress_app
grant insert, select on calendar_change to redress_app
grant insert, select on calendar_change_followed to redress_app
grant insert, select, update on clock_alert to redress_app
grant delete, insert, select, update on complaint to redress_app
grant delete, insert, select, update on complaint_clock to redress_app
grant delete, insert, select, update on complaint_conflict to redress_app
grant delete, insert, select, update on complaint_contact to redress_app
grant insert, select on complaint_event to redress_app
grant delete, insert, select, update on complaint_search to redress_app
grant insert, select on content to redress_app
grant delete, select on content to redress_erase
grant insert, select, update on customer_link to redress_app
grant insert, select on data_key to redress_app
grant delete, select on data_key to redress_erase
grant delete, insert, select, update on failed_attempt to redress_app
grant insert, select, update on intake_message to redress_app
grant insert, select, update on invitation to redress_app
grant insert, select, update on letter to redress_app
grant insert, select on letter_template to redress_app
grant select on migration to redress_app
grant insert, select, update on notice to redress_app
grant insert, select on office_setting to redress_app
grant insert, select on period_run to redress_app
grant insert, select, update on person to redress_app
grant insert, select on policy_approval to redress_app
grant insert, select, update on policy_draft to redress_app
grant insert, select on policy_draft_state to redress_app
grant insert, select on policy_version to redress_app
grant insert, select, update on read_model to redress_app
grant insert, select, update on reference_counter to redress_app
grant delete, insert, select on request to redress_app
grant delete, insert, select, update on session to redress_app
grant insert, select, update on site_check to redress_app
