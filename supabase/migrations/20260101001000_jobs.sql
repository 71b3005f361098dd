-- Background work that several servers share: whoever holds the lease runs the job.

create table public.jobs (
  name text primary key,
  due_at timestamptz not null default now(),
  leased_until timestamptz,
  last_ended_at timestamptz,
  last_error text
);
alter table public.jobs enable row level security;
grant select on public.jobs to service_role;

-- Takes the job if it is due and nobody has it; false otherwise.
create function public.lease_job(job text, lease interval) returns boolean
  language plpgsql volatile security definer set search_path = ''
as $$
begin
  insert into public.jobs (name) values (job) on conflict do nothing;
  update public.jobs set leased_until = now() + lease
  where name = (
    select name from public.jobs
    where name = job and due_at <= now() and (leased_until is null or leased_until < now())
    for update skip locked
  );
  return found;
end
$$;

create function public.finish_job(job text, next_in interval, error text default null) returns void
  language sql volatile security definer set search_path = ''
as $$
  update public.jobs
  set leased_until = null, due_at = now() + next_in, last_ended_at = now(), last_error = error
  where name = job
$$;

grant execute on function public.lease_job(text, interval), public.finish_job(text, interval, text) to service_role;
