import type { Lesson } from '$lib/sentiment/learned/lesson';
import type { Label, Language } from '$lib/sentiment/sentiment';
import type { Client } from '$lib/server/supabase';

/** The newest are enough: more teach little and take seconds. */
const MOST = 20_000;

const PAGE = 1000;

/** As `sentiment_lessons` answers; one of the last two is always known. */
interface Row {
  id: string;
  day: string;
  text: string;
  language: Language;
  rated: Label | null;
  corrected: Label | null;
}

/** The newest texts whose sentiment is known, by a person or else by the rating that came with them, newest first. */
export async function lessonsOf(service: Client): Promise<Lesson[]> {
  const lessons: Lesson[] = [];
  let last: Row | undefined;
  do {
    const { data } = await service
      .rpc('sentiment_lessons', {
        before_day: last?.day ?? null,
        before_id: last?.id ?? null,
        size: Math.min(PAGE, MOST - lessons.length)
      })
      .throwOnError();
    const rows = data as unknown as Row[];
    lessons.push(...rows.map(lessonOf));
    last = rows.length === PAGE ? rows.at(-1) : undefined;
  } while (last && lessons.length < MOST);
  return lessons;
}

function lessonOf({ id, text, language, rated, corrected }: Row): Lesson {
  return { id, text, language, label: (corrected ?? rated)!, corrected: corrected !== null };
}
