-- A screen of one team or one step shows their verbatims alone, so a card says which they are.

create or replace view public.wall_cards with (security_invoker = true) as
  select
    verbatims.id, verbatims.revision, verbatims.changed_at, verbatims.text, verbatims.language, verbatims.sentiment,
    verbatims.channel, verbatims.day, verbatims.said_on, verbatims.received_at, verbatims.answer,
    teams.name as team,
    owners.name as owner,
    steps.customer_label_fr as step_fr,
    steps.customer_label_en as step_en,
    verbatims.team_id,
    verbatims.step_id
  from public.verbatims
  left join public.teams on teams.id = verbatims.team_id
  left join public.teams as owners on owners.id = verbatims.owner_team_id
  left join public.journey_steps as steps on steps.id = verbatims.step_id
  where verbatims.status = 'approved';
