import { bytesOf, type WallEvent } from './events';

/** Something that changes as a whole and that all of an audience is told: read once for all of them, encoded once. */
export class Topic<Member> {
  readonly members = new Set<Member>();
  #json = '';
  #bytes: Uint8Array | null = null;
  #reading: Promise<Uint8Array | null> | null = null;

  constructor(private readonly read: () => Promise<WallEvent>) {}

  /** As it was last read: whoever changes it refreshes it, too. */
  async now(): Promise<Uint8Array> {
    if (!this.#bytes) await (this.#reading ?? this.#look());
    return this.#bytes as Uint8Array;
  }

  /** Reads it again. @returns what to tell the members; null where it is the same */
  async refresh(): Promise<Uint8Array | null> {
    // One that is under way may have begun before the change.
    await this.#reading?.catch(() => undefined);
    return this.#look();
  }

  #look(): Promise<Uint8Array | null> {
    this.#reading = this.read()
      .then((event) => {
        const json = JSON.stringify(event);
        if (json === this.#json) return null;
        this.#json = json;
        return (this.#bytes = bytesOf([event]));
      })
      .finally(() => (this.#reading = null));
    return this.#reading;
  }
}

/** Topics by name, for as long as they have members. One that cannot be read is told another time. */
export class Topics<Member> {
  #topics = new Map<string, Topic<Member>>();

  constructor(private readonly complain: (error: Error) => void) {}

  join(member: Member, name: string, read: () => Promise<WallEvent>): void {
    const topic = this.#topics.get(name) ?? new Topic<Member>(read);
    this.#topics.set(name, topic);
    topic.members.add(member);
  }

  leave(member: Member): void {
    for (const [name, { members }] of this.#topics) {
      if (members.delete(member) && members.size === 0) this.#topics.delete(name);
    }
  }

  /** All that a member is to be told. */
  async now(member: Member): Promise<Uint8Array[]> {
    const topics = [...this.#topics.values()].filter(({ members }) => members.has(member));
    const known = await Promise.all(topics.map((topic) => topic.now().catch(this.complain)));
    return known.filter((bytes) => bytes !== undefined);
  }

  /**
   * Reads topics again, one after the other, and tells of those that changed.
   *
   * @param kind the first word of their names
   */
  async refresh(kind: string, tell: (bytes: Uint8Array, members: Set<Member>) => void): Promise<void> {
    for (const [name, topic] of this.#topics) {
      if (!name.startsWith(`${kind} `)) continue;
      const bytes = await topic.refresh().catch(this.complain);
      if (bytes) tell(bytes, topic.members);
    }
  }
}
