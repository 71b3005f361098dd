-- What people did, never what they answered. Written by functions alone, changed by nobody.

create table public.audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  person_id uuid references public.people (id) on delete set null,
  action text not null,
  subject text not null,
  subject_id text,
  details jsonb not null default '{}'
);
create index audit_log_by_time on public.audit_log (at desc);
create index audit_log_by_person on public.audit_log (person_id);

alter table public.audit_log enable row level security;
grant select on public.audit_log to authenticated, service_role;

create policy "an administrator reads the audit log" on public.audit_log
  for select to authenticated using ((select private.i_am('admin')));

create function private.note_act(action text, subject text, subject_id text, details jsonb default '{}') returns void
  language sql volatile security definer set search_path = ''
as $$
  insert into public.audit_log (person_id, action, subject, subject_id, details)
  values (private.my_person(), action, subject, subject_id, details)
$$;
