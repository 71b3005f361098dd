import { factsOf, type Fact } from '$lib/pulse/results/facts';
import { reportOf } from '$lib/pulse/results/report';
import { materialOf } from '$lib/pulse/results/results.server';
import type { Client } from '$lib/server/supabase';
import { dayOf } from './period';

/** What the wall tells of the pulse: of the whole company, what was published, and read again only when that changed. */
export class PulseFacts {
  #facts: Fact[] = [];
  #told: Fact[] | null = null;
  #edition = '';
  #failing = false;

  constructor(private readonly service: Client) {}

  /** All there are if they are not those of the last call, else null. */
  async news(): Promise<Fact[] | null> {
    const facts = await this.read();
    if (facts === this.#told) return null;
    return (this.#told = facts);
  }

  /** All there are. A pulse that cannot be read leaves the wall to its customers. */
  async read(): Promise<Fact[]> {
    try {
      const today = dayOf(Date.now());
      const edition = `${today} ${await this.#lastPublished()}`;
      if (edition === this.#edition) return this.#facts;
      this.#facts = await this.#gather(today);
      this.#edition = edition;
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) console.error(`The wall cannot read the pulse: ${(error as Error).message}`);
      this.#failing = true;
    }
    return this.#facts;
  }

  async #lastPublished(): Promise<string> {
    const { data } = await this.service
      .from('waves')
      .select('published_at')
      .eq('status', 'published')
      .order('published_at', { ascending: false })
      .limit(1)
      .throwOnError();
    return data[0]?.published_at ?? '';
  }

  /** Cells of the topmost team are all that is asked for: no other ever comes near a screen. */
  async #gather(today: string): Promise<Fact[]> {
    const { data: topmost } = await this.service
      .from('teams')
      .select('id')
      .is('parent_id', null)
      .maybeSingle()
      .throwOnError();
    if (!topmost) return [];
    const company = topmost.id;
    return factsOf(reportOf(await materialOf(this.service, { team: company, company, at: null })), today);
  }
}
