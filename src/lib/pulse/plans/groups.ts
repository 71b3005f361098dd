import { m } from '$lib/i18n/paraglide/messages';
import { LEVERS, type Lever, type Question } from '../question';
import { LEVER_NAMES } from '../words';

interface Grouped {
  battery: Question['battery'];
  lever: Lever | null;
}

/** Questions under a heading: a lever, or a set of its own. */
interface Group<Q> {
  key: string;
  name: string;
  questions: Q[];
}

/** The library by lever, then the sets beside the levers. Groups may be empty. */
export function grouped<Q extends Grouped>(library: readonly Q[]): Group<Q>[] {
  return [
    ...LEVERS.map((lever) => ({
      key: lever as string,
      name: LEVER_NAMES[lever](),
      questions: library.filter((each) => each.battery === 'levers' && each.lever === lever)
    })),
    {
      key: 'recommendation',
      name: m.question_recommendation(),
      questions: library.filter(({ battery }) => battery === 'recommendation')
    },
    {
      key: 'perception',
      name: m.question_perception(),
      questions: library.filter(({ battery }) => battery === 'perception')
    },
    {
      key: 'digital',
      name: m.question_digital(),
      questions: library.filter(({ battery }) => battery === 'digital')
    }
  ];
}
