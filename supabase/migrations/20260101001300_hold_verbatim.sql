-- Puts a verbatim back among those that wait for a person: how approving or hiding one that was held is undone.
-- Without it, undoing "hide" could only approve, and show what was held for a reason.
create function public.hold_verbatim(verbatim uuid) returns void
  language sql volatile security definer set search_path = ''
as $$ select private.move_verbatim(verbatim, 'held', 'hold') $$;
grant execute on function public.hold_verbatim(uuid) to authenticated;
