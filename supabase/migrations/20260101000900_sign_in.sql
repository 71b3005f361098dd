-- Failed sign-ins, so that passwords cannot be tried one after the other. Accounts and addresses are kept as hashes.

create table public.sign_in_failures (
  id bigint generated always as identity primary key,
  account text not null,
  address text not null,
  at timestamptz not null default now()
);
create index sign_in_failures_by_account on public.sign_in_failures (account, at);
create index sign_in_failures_by_address on public.sign_in_failures (address, at);
alter table public.sign_in_failures enable row level security;
grant select, delete on public.sign_in_failures to service_role;

-- Counts an attempt as failed until it succeeds, so that attempts made at once cannot slip through together.
-- Returns its id, or null when the account or the address already failed 10 times in the last 15 minutes.
create function public.begin_sign_in(of_account text, from_address text) returns bigint
  language plpgsql volatile security definer set search_path = ''
as $$
declare
  attempt bigint;
begin
  perform pg_advisory_xact_lock(hashtext('sign-in ' || of_account));
  perform pg_advisory_xact_lock(hashtext('sign-in ' || from_address));
  delete from public.sign_in_failures where at < now() - interval '1 day';
  if 10 <= (select count(*) from public.sign_in_failures where account = of_account and at > now() - interval '15 minutes')
    or 10 <= (select count(*) from public.sign_in_failures where address = from_address and at > now() - interval '15 minutes')
  then
    return null;
  end if;
  insert into public.sign_in_failures (account, address) values (of_account, from_address) returning id into attempt;
  return attempt;
end
$$;

-- The attempt succeeded after all; earlier failures of the account are forgiven.
create function public.finish_sign_in(attempt bigint) returns void
  language sql volatile security definer set search_path = ''
as $$
  delete from public.sign_in_failures
  where id = attempt or account = (select account from public.sign_in_failures where id = attempt)
$$;

grant execute on function public.begin_sign_in(text, text), public.finish_sign_in(bigint) to service_role;
