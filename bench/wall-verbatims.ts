import type { Client } from '../src/lib/server/supabase';

const SENTIMENTS = ['positive', 'positive', 'positive', 'neutral', 'negative'] as const;

/** Approves verbatims of our own, one after the other. */
export class Approving {
  #count = 0;

  private constructor(
    private readonly service: Client,
    private readonly source: string
  ) {}

  static async on(service: Client): Promise<Approving> {
    const { data } = await service.from('sources').select('id').limit(1).single().throwOnError();
    return new Approving(service, data.id);
  }

  /** @returns when it was sent and when the database said it was done, in milliseconds since 1970 */
  async approve(id: string = crypto.randomUUID()): Promise<{ id: string; sent: number; done: number }> {
    const i = (this.#count += 1);
    const sentiment = SENTIMENTS[i % SENTIMENTS.length] ?? 'positive';
    const text = `Verbatim de mesure numéro ${i}, aussi long que la plupart de ceux que les clients laissent.`;
    const sent = now();
    await this.service
      .from('verbatims')
      .insert({
        id,
        source_id: this.source,
        external_id: id,
        raw_text: text,
        text,
        language: 'fr',
        status: 'approved',
        sentiment,
        score: 0,
        confidence: 1,
        answer: sentiment === 'negative' ? 'Nous avons rappelé ce client.' : null
      })
      .throwOnError();
    return { id, sent, done: now() };
  }

  /** @returns when it was asked for, in milliseconds since 1970 */
  async withdraw(id: string): Promise<number> {
    const sent = now();
    await this.service.from('verbatims').update({ status: 'hidden' }).eq('id', id).throwOnError();
    return sent;
  }
}

/** The same clock as a page's on this machine, to a fraction of a millisecond. */
export const now = () => performance.timeOrigin + performance.now();
