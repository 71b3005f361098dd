-- The steps of the customer journey, each with its mirror on the employees' side, and where verbatims come from.

create table public.journey_steps (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position smallint not null,
  customer_label_fr text not null,
  customer_label_en text not null,
  employee_label_fr text not null,
  employee_label_en text not null
);

create table public.sources (
  id uuid primary key default gen_random_uuid(),
  name text not null unique check (name = btrim(name) and name <> ''),
  kind text not null check (kind in ('import', 'api', 'webhook', 'table')),
  approves_itself boolean not null default false,
  created_at timestamptz not null default now()
);
comment on column public.sources.approves_itself is
  'New verbatims of this source are approved without a person, unless something holds them.';

alter table public.journey_steps enable row level security;
alter table public.sources enable row level security;

grant select on public.journey_steps, public.sources to authenticated;
grant insert, update, delete on public.journey_steps, public.sources to authenticated;
grant select, insert, update, delete on public.journey_steps, public.sources to service_role;

create policy "everyone in the company sees the journey" on public.journey_steps
  for select to authenticated using ((select private.my_person()) is not null);
create policy "an administrator draws the journey" on public.journey_steps
  for all to authenticated
  using ((select private.i_am('admin'))) with check ((select private.i_am('admin')));

create policy "everyone in the company sees the sources" on public.sources
  for select to authenticated using ((select private.my_person()) is not null);
create policy "a moderator or administrator connects a source" on public.sources
  for insert to authenticated with check ((select private.i_am('moderator', 'admin')));
create policy "an administrator sets up the sources" on public.sources
  for all to authenticated
  using ((select private.i_am('admin'))) with check ((select private.i_am('admin')));

-- A journey to start from; every company redraws it.
insert into public.journey_steps
  (slug, position, customer_label_fr, customer_label_en, employee_label_fr, employee_label_en)
values
  ('discovery', 1, 'Découvrir', 'Discovering', 'Accueillir', 'Welcoming'),
  ('advice', 2, 'Être conseillé', 'Being advised', 'Conseiller', 'Advising'),
  ('payment', 3, 'Payer', 'Paying', 'Encaisser', 'Taking payment'),
  ('delivery', 4, 'Être livré', 'Being delivered', 'Préparer et livrer', 'Preparing and delivering'),
  ('use', 5, 'Utiliser le produit', 'Using the product', 'Connaître le produit', 'Knowing the product'),
  ('service', 6, 'Demander de l’aide', 'Asking for help', 'Répondre et dépanner', 'Answering and repairing'),
  ('refund', 7, 'Demander un remboursement', 'Asking for a refund', 'Traiter un remboursement', 'Handling a refund');
