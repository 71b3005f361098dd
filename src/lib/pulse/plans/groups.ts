import { m } from '$lib/i18n/paraglide/messages';
import { LEVERS, type Lever } from '../question';
import { LEVER_NAMES } from '../words';

interface Grouped {
  battery: 'levers' | 'recommendation' | 'digital';
  lever: Lever | null;
}

/** Questions under a heading: a lever, the recommendation, or the digital comfort set. */
interface Group<Q> {
  key: string;
  name: string;
  questions: Q[];
}

/** The library by lever, then the recommendation and the digital comfort set. Groups may be empty. */
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
      key: 'digital',
      name: m.question_digital(),
      questions: library.filter(({ battery }) => battery === 'digital')
    }
  ];
}
