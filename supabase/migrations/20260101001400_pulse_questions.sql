-- The questions a wave may ask: the six levers, the recommendation as a place to work, and the digital comfort set.

create table public.questions (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  battery text not null check (battery in ('levers', 'recommendation', 'digital')),
  lever text check (
    lever in ('onboarding', 'training', 'culture', 'autonomy', 'quality_of_work_life', 'tools')
  ),
  scale text not null check (scale in ('agreement', 'recommendation')),
  text_fr text not null check (text_fr = btrim(text_fr) and text_fr <> ''),
  text_en text not null check (text_en = btrim(text_en) and text_en <> ''),
  position smallint not null,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  check ((battery = 'recommendation') = (scale = 'recommendation')),
  check ((battery = 'recommendation') = (lever is null))
);
comment on column public.questions.scale is
  'agreement: 1 (strongly disagree) to 5 (strongly agree); recommendation: 0 to 10.';
comment on column public.questions.retired_at is 'Asked no more; what it found stays.';

alter table public.questions enable row level security;
grant select, insert, update, delete on public.questions to authenticated;
grant select on public.questions to service_role;

create policy "everyone in the company sees the questions" on public.questions
  for select to authenticated using ((select private.my_person()) is not null);
create policy "an administrator writes the questions" on public.questions
  for all to authenticated
  using ((select private.i_am('admin'))) with check ((select private.i_am('admin')));

-- The library to start from; a company words its own.
insert into public.questions (slug, battery, lever, scale, position, text_fr, text_en)
values
  ('welcome', 'levers', 'onboarding', 'agreement', 1,
   'Une personne qui rejoint mon équipe est attendue et bien accueillie.',
   'Someone who joins my team is expected and made welcome.'),
  ('skills', 'levers', 'training', 'agreement', 2,
   'On m’a appris ce qu’il faut savoir pour bien faire mon travail.',
   'I have been taught what I need to do my work well.'),
  ('respect', 'levers', 'culture', 'agreement', 3,
   'Dans mon équipe, on se parle avec respect, même en désaccord.',
   'In my team we speak to each other with respect, even when we disagree.'),
  ('decide', 'levers', 'autonomy', 'agreement', 4,
   'Je peux régler le problème d’un client sans demander la permission.',
   'I can solve a customer’s problem without asking for permission.'),
  ('rhythm', 'levers', 'quality_of_work_life', 'agreement', 5,
   'Mon rythme de travail est tenable dans la durée.',
   'The pace of my work is one I can keep up.'),
  ('equipment', 'levers', 'tools', 'agreement', 6,
   'Mes outils et mon matériel fonctionnent quand j’en ai besoin.',
   'My tools and equipment work when I need them.'),
  ('first-weeks', 'levers', 'onboarding', 'agreement', 7,
   'Après quelques semaines ici, on sait à qui demander quoi.',
   'After a few weeks here, you know whom to ask for what.'),
  ('progress', 'levers', 'training', 'agreement', 8,
   'J’ai appris quelque chose d’utile à mon métier ces derniers mois.',
   'I have learned something useful to my job in recent months.'),
  ('listened-to', 'levers', 'culture', 'agreement', 9,
   'Quand je signale un problème, quelqu’un en fait quelque chose.',
   'When I point out a problem, somebody does something about it.'),
  ('organise', 'levers', 'autonomy', 'agreement', 10,
   'J’organise mon travail comme il me semble le mieux.',
   'I organise my work the way that seems best to me.'),
  ('recovery', 'levers', 'quality_of_work_life', 'agreement', 11,
   'J’arrive à me reposer vraiment entre deux journées de travail.',
   'I manage to rest properly between two working days.'),
  ('information', 'levers', 'tools', 'agreement', 12,
   'Je trouve vite l’information dont j’ai besoin pour répondre à un client.',
   'I quickly find the information I need to answer a customer.'),
  ('role', 'levers', 'onboarding', 'agreement', 13,
   'Ce qu’on attend de moi m’a été expliqué clairement.',
   'What is expected of me has been explained clearly.'),
  ('time-to-learn', 'levers', 'training', 'agreement', 14,
   'J’ai le temps de me former pendant mes heures de travail.',
   'I have time to learn during my working hours.'),
  ('recognition', 'levers', 'culture', 'agreement', 15,
   'Le travail bien fait est remarqué ici.',
   'Work well done is noticed here.'),
  ('propose', 'levers', 'autonomy', 'agreement', 16,
   'Mes idées peuvent changer la façon dont on travaille.',
   'My ideas can change the way we work.'),
  ('schedule', 'levers', 'quality_of_work_life', 'agreement', 17,
   'Je connais mes horaires assez tôt pour organiser ma vie.',
   'I know my schedule early enough to organise my life.'),
  ('procedures', 'levers', 'tools', 'agreement', 18,
   'Nos procédures m’aident à bien servir les clients.',
   'Our procedures help me serve customers well.'),
  ('recommend', 'recommendation', null, 'recommendation', 19,
   'Recommanderiez-vous votre entreprise à un proche comme lieu de travail ?',
   'Would you recommend your company to someone close to you as a place to work?'),
  ('digital-ease', 'digital', 'tools', 'agreement', 20,
   'Je suis à l’aise avec les logiciels que mon travail demande.',
   'I am at ease with the software my work requires.'),
  ('digital-help', 'digital', 'training', 'agreement', 21,
   'Quand un logiciel me bloque, je sais qui peut m’aider.',
   'When software blocks me, I know who can help.'),
  ('digital-time', 'digital', 'tools', 'agreement', 22,
   'Nos logiciels me font gagner du temps plutôt qu’en perdre.',
   'Our software saves me time rather than costing me any.'),
  ('digital-change', 'digital', 'training', 'agreement', 23,
   'Avant l’arrivée d’un nouvel outil, on me montre comment m’en servir.',
   'Before a new tool arrives, I am shown how to use it.'),
  ('digital-calm', 'digital', 'quality_of_work_life', 'agreement', 24,
   'Les messages et notifications me laissent travailler tranquillement.',
   'Messages and notifications let me work in peace.');
