import { FRESH, factsOf } from '$lib/pulse/results/facts';
import { reportOf, type TeamReport } from '$lib/pulse/results/report';
import { materialOf } from '$lib/pulse/results/results.server';
import type { Client } from '$lib/server/supabase';
import { teamAndBelow, type Team } from '$lib/verbatims/teams';
import { places } from '$lib/verbatims/verbatims.server';
import { addDays, dayOf } from './period';
import type { Voice } from './voices';

/** A team has its turn rarely enough; more of each would be most of what a screen with many teams downloads. */
const MOST_FACTS_OF_A_TEAM = 6;
/** Both databases answer with at most 1000 rows. */
const PAGE = 1000;

/** The pulse as far as it was published: what the wall tells of it, read again only when that changed. */
export class PublishedPulse {
  #service: Client;
  #edition = '';
  #teams: Team[] = [];
  #reports = new Map<string, TeamReport>();
  #voices: Voice[] = [];
  #looking: Promise<boolean> | null = null;
  #failing = false;

  constructor(service: Client) {
    this.#service = service;
  }

  /**
   * Looks whether anything was published, or a day began, since the last look. A pulse that cannot be read leaves the
   * wall to its customers, and is looked at again the next time.
   *
   * @returns whether there may be something else to tell
   */
  look(): Promise<boolean> {
    return (this.#looking ??= this.#look().finally(() => (this.#looking = null)));
  }

  /**
   * What is told on a screen of these teams: what the company said, and they. Everybody who passes by reads a wall, so
   * a team's figures hang on no other than one that was set to it, or to a team above it.
   *
   * @param teams null for the whole company
   */
  async voicesFor(teams: readonly string[] | null): Promise<Voice[]> {
    if (this.#edition === '') await this.look();
    return this.#voices.filter(({ team }) => team === null || (teams !== null && teams.includes(team.id)));
  }

  /** The report behind figures of a team; null where nothing was published of it lately. @param team null for the company */
  async reportOf(team: string | null): Promise<TeamReport | null> {
    if (this.#edition === '') await this.look();
    return this.#reports.get(team ?? this.#company ?? '') ?? null;
  }

  /** The one team that these are, with all below it; null for all, and where they are several. */
  async rootOf(teams: readonly string[] | null): Promise<Team | null> {
    if (teams === null) return null;
    if (this.#edition === '') await this.look();
    const inside = this.#teams.filter(({ id }) => teams.includes(id));
    const roots = inside.filter(({ parent_id }) => parent_id === null || !teams.includes(parent_id));
    const [root] = roots;
    if (!root || roots.length > 1) return null;
    return teamAndBelow(this.#teams, root.id).length === inside.length ? root : null;
  }

  get #company(): string | null {
    return this.#teams.find(({ parent_id }) => parent_id === null)?.id ?? null;
  }

  async #look(): Promise<boolean> {
    try {
      const today = dayOf(Date.now());
      const [{ teams }, published] = await Promise.all([places(this.#service), this.#lastPublished()]);
      const edition = JSON.stringify([today, published, teams]);
      if (edition === this.#edition) return false;
      this.#teams = teams;
      await this.#gather(today);
      this.#edition = edition;
      this.#failing = false;
      return true;
    } catch (error) {
      if (!this.#failing) console.error(`The wall cannot read the pulse: ${(error as Error).message}`);
      this.#failing = true;
      return false;
    }
  }

  async #lastPublished(): Promise<string> {
    const { data } = await this.#service
      .from('waves')
      .select('published_at')
      .eq('status', 'published')
      .order('published_at', { ascending: false })
      .limit(1)
      .throwOnError();
    return data[0]?.published_at ?? '';
  }

  /** Reads the cells of one team after the other, each with the company's: the very report of the team's own page. */
  async #gather(today: string): Promise<void> {
    const company = this.#company;
    const reports = new Map<string, TeamReport>();
    for (const team of company === null ? [] : await this.#teamsWithCells(addDays(today, -FRESH)))
      reports.set(
        team,
        reportOf(await materialOf(this.#service, { team, company: company as string, at: null }))
      );
    this.#reports = reports;
    this.#voices = this.#teams.flatMap((team): Voice[] => {
      const report = reports.get(team.id);
      const facts = report ? factsOf(report, today) : [];
      if (facts.length === 0) return [];
      if (team.id === company) return [{ team: null, teams: [], facts }];
      const { id, name } = team;
      return [
        {
          team: { id, name },
          teams: teamAndBelow(this.#teams, id),
          facts: facts.slice(0, MOST_FACTS_OF_A_TEAM)
        }
      ];
    });
  }

  /** Ids of teams of which anything was published in a wave that closed since a day. */
  async #teamsWithCells(since: string): Promise<Set<string>> {
    const { data: waves } = await this.#service
      .from('waves')
      .select('id')
      .eq('status', 'published')
      .gte('closes_at', since)
      .throwOnError();
    const ids = waves.map(({ id }) => id);
    const found = new Set<string>();
    if (ids.length === 0) return found;
    for (const table of ['cells', 'participation'] as const) {
      for (let from = 0; ; from += PAGE) {
        const all = this.#service.from(table).select('team_id').in('wave_id', ids);
        const { data } = await all
          .order('wave_id')
          .order('team_id')
          .range(from, from + PAGE - 1)
          .throwOnError();
        for (const { team_id } of data) found.add(team_id);
        if (data.length < PAGE) break;
      }
    }
    return found;
  }
}
