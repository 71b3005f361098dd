import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linksFor, sendMessages } from '../../src/lib/pulse/waves/invitations.server';
import { launch } from '../../src/lib/pulse/waves/waves.server';
import { MailDown, openMail, type Mail } from '../../src/lib/server/mail';
import { onPglite, type Database } from '../support/engines';
import { openMailbox, readable, type Mailbox } from '../support/mailbox';
import { as } from './client';

const COMPANY = '00000000-0000-0000-0000-00000000000c';
const ORIGIN = 'https://vis-a-vis.example.com';
const LINK = /https:\/\/vis-a-vis\.example\.com\/answer\/([\w-]{43})(?![\w-])/g;
const PEOPLE = 45;

/** Forty-five people, more than go out in one batch; one has a name that is no friend of markup. */
async function seed(db: Database): Promise<void> {
  await db.sql(
    `insert into public.teams (id, kind, slug, name) values ($1, 'company', 'rivage', 'Rivage & Fils')`,
    [COMPANY]
  );
  await db.sql(
    `insert into public.people (team_id, role, full_name, email, joined_on)
     select $1, 'employee', case n when 7 then '<b>Personne</b> 07' else 'Personne ' || lpad(n::text, 2, '0') end,
       'p' || n || '@rivage.example', '2024-01-01' from generate_series(1, ${PEOPLE}) n`,
    [COMPANY]
  );
}

onPglite('Messages of the pulse', seed, (db) => {
  const service = () => as(db, 'service');
  let mailbox: Mailbox;
  let mail: Mail;
  let wave: string;

  beforeAll(async () => {
    mailbox = await openMailbox();
    mail = openMail({ smtp: mailbox.url, from: 'Vis-à-vis <pulse@rivage.example>' });
  });
  afterAll(async () => {
    mail.close();
    await mailbox.close();
  });

  /** Each test has a wave of its own, in a week of its own. */
  let month = 0;
  const day = (date: number) => new Date(Date.UTC(2026, month, date, 9));
  beforeEach(async () => {
    await db.sql(`update public.waves set status = 'cancelled' where status = 'open'`);
    mailbox.received.length = 0;
    mailbox.refused.clear();
    month++;
    const [row] = await db.sql<{ id: string }>(
      `insert into public.waves (name, opens_at, closes_at) values ('Vague', $1, $2) returning id`,
      [day(1).toISOString(), day(8).toISOString()]
    );
    wave = row!.id;
    await db.sql(
      `insert into public.wave_questions select $1, id, position from public.questions where position <= 3`,
      [wave]
    );
    await launch(service(), wave, day(1));
  });

  const send = (at: Date) => sendMessages(service(), { mail, origin: ORIGIN, zone: 'Europe/Paris', at });
  const tokens = (raw: string) => [...readable(raw).matchAll(LINK)].map(([, token]) => token!);
  const addressees = () => mailbox.received.map(({ to }) => to).sort();
  const everybody = Array.from({ length: PEOPLE }, (_, i) => `p${i + 1}@rivage.example`).sort();

  it('go once to everybody, each with a link of their own that opens for them', async () => {
    expect(await send(day(1))).toEqual({ sent: PEOPLE, refused: 0 });
    expect(addressees()).toEqual(everybody);
    expect(await send(day(1))).toEqual({ sent: 0, refused: 0 });
    const links = mailbox.received.map(({ raw }) => new Set(tokens(raw)));
    expect(links.every(({ size }) => size === 1)).toBe(true);
    const distinct = new Set(links.flatMap((each) => [...each]));
    expect(distinct.size).toBe(PEOPLE);
    const [token] = [...links[0]!];
    const [owner] = await db.sql<{ email: string }>(
      `select email from public.answer_links join public.people on people.id = person_id where hash = $1`,
      [createHash('sha256').update(token!).digest('hex')]
    );
    expect(owner?.email).toBe(mailbox.received[0]?.to);
  });

  it('leave no link behind but in the message', async () => {
    await send(day(1));
    const kept = await db.sql(`select answer_links::text as row from public.answer_links`);
    for (const { raw } of mailbox.received) {
      for (const token of tokens(raw)) expect(JSON.stringify(kept)).not.toContain(token);
    }
  });

  it('say in French and in English who sees what, from how many answers, and until when', async () => {
    await send(day(1));
    const letter = readable(mailbox.received.find(({ to }) => to === 'p7@rivage.example')!.raw);
    expect(letter).toContain('à partir de 5 réponses');
    expect(letter).toContain('from 5 answers up');
    expect(letter).toContain('Rivage & Fils vous pose 3 questions');
    expect(letter).toContain('Rivage & Fils has 3 questions for you');
    expect(letter).toMatch(/jusqu’au \S+ 8 \S+ (à )?\S* ?1[01]:00/);
    expect(letter).toContain('&lt;b&gt;Personne&lt;/b&gt;');
    expect(letter.slice(letter.indexOf('<!doctype'))).not.toContain('<b>');
    expect(letter).toContain('Rivage &amp; Fils');
  });

  it('reach the others when one address is refused, which is tried again an hour later', async () => {
    mailbox.refused.add('p3@rivage.example');
    expect(await send(day(1))).toEqual({ sent: PEOPLE - 1, refused: 1 });
    mailbox.refused.clear();
    expect(await send(new Date(day(1).getTime() + 60_000))).toEqual({ sent: 0, refused: 0 });
    expect(await send(new Date(day(1).getTime() + 3_600_000))).toEqual({ sent: 1, refused: 0 });
    expect(addressees()).toEqual(everybody);
  });

  it('wait while the mail server is away: nobody counts as invited, and no link is stored', async () => {
    const away = openMail({ smtp: 'smtp://127.0.0.1:1', from: 'pulse@rivage.example' });
    const sending = { mail: away, origin: ORIGIN, zone: 'Europe/Paris', at: day(1) };
    const failure = await sendMessages(service(), sending).catch((error: unknown) => error);
    away.close();
    expect(failure).toBeInstanceOf(MailDown);
    expect(String(failure)).not.toMatch(/rivage|answer/);
    const links = await db.sql(`select from public.answer_links where wave_id = $1`, [wave]);
    expect(links).toEqual([]);
    expect(await send(day(1))).toEqual({ sent: PEOPLE, refused: 0 });
  });

  describe('that remind', () => {
    const answer = (people: string) =>
      db.sql(
        `update public.roster set state = 'answered' where wave_id = $1
         and person_id in (select id from public.people where email ~ $2)`,
        [wave, people]
      );

    it('go once, in the second half, to who has not answered', async () => {
      await send(day(1));
      await answer('^p[1-9]@');
      mailbox.received.length = 0;
      expect(await send(day(4))).toEqual({ sent: 0, refused: 0 });
      expect(await send(day(5))).toEqual({ sent: PEOPLE - 9, refused: 0 });
      expect(addressees()).toEqual(everybody.filter((each) => !/^p\d@/.test(each)));
      expect(readable(mailbox.received[0]!.raw)).toContain('there will be no other reminder');
      expect(await send(day(6))).toEqual({ sent: 0, refused: 0 });
    });

    it('go to nobody who was reminded of another wave less than 14 days before', async () => {
      await db.sql(
        `insert into public.waves (id, name, status, opens_at, closes_at)
         values (gen_random_uuid(), 'Avant', 'cancelled', $1, $2)`,
        [day(-9).toISOString(), day(-2).toISOString()]
      );
      await db.sql(
        `insert into public.roster (wave_id, person_id, team_id, reminded_on)
         select (select id from public.waves where name = 'Avant' order by created_at desc limit 1), id, team_id, $1::date
         from public.people where email = 'p4@rivage.example'`,
        [day(-5).toISOString()]
      );
      await send(day(1));
      mailbox.received.length = 0;
      await send(day(5));
      expect(addressees()).toEqual(everybody.filter((each) => each !== 'p4@rivage.example'));
    });

    it('do not go where the wave does not remind', async () => {
      await db.sql(`update public.waves set reminds = false where id = $1`, [wave]);
      await send(day(1));
      expect(await send(day(6))).toEqual({ sent: 0, refused: 0 });
    });
  });

  it('may be replaced by links handed out, which are for everybody, whoever has answered', async () => {
    const [row] = await db.sql<{ id: string }>(
      `insert into public.waves (name, opens_at, closes_at) values ('À remettre', now(), now() + interval '7 days')
       returning id`
    );
    await db.sql(
      `insert into public.wave_questions select $1, id, 1 from public.questions where position = 1`,
      [row!.id]
    );
    await launch(service(), row!.id);
    await db.sql(
      `update public.roster set state = 'answered' where wave_id = $1
       and person_id in (select id from public.people where email ~ '^p[1-9]@')`,
      [row!.id]
    );
    const links = await linksFor(service(), row!.id, ORIGIN);
    expect(links.map(({ email }) => email).sort()).toEqual(everybody);
    expect(new Set(links.map(({ link }) => link)).size).toBe(PEOPLE);
    const again = await linksFor(service(), row!.id, ORIGIN);
    expect(again.some(({ link }) => links.some((before) => before.link === link))).toBe(false);
    const { data } = await service()
      .rpc('open_link', {
        link: createHash('sha256').update(links[0]!.link.split('/answer/')[1]!).digest('hex')
      })
      .throwOnError();
    expect(data[0]?.wave_id).toBe(row!.id);
  });
});
