import { describe, expect, it } from 'vitest';
import { shippedEngine } from '$lib/sentiment/tagger.server';
import { publicationOf as publish, type ClosedWave } from './publication';

const publicationOf = (wave: ClosedWave) => publish(wave, shippedEngine().tag);

const TEAMS = [
  { id: 'region', parent: null },
  { id: 'lyon', parent: 'region' },
  { id: 'nantes', parent: 'region' }
];

type Counts = Record<string, number>;
const counts = (of: Counts) => Object.entries(of).map(([team_id, n]) => ({ team_id, n }));

/** A wave in which everybody who was asked answered both questions, unless told otherwise. */
function wave(
  roster: Counts,
  { respondents = roster, rhythm = respondents, respect = respondents }: Partial<Record<string, Counts>> = {},
  comments: ClosedWave['comments'] = []
): ClosedWave {
  return {
    k_score: 5,
    k_distribution: 10,
    teams: TEAMS,
    scores: [
      ...counts(rhythm).map((count) => ({ question_id: 'rhythm', ...count })),
      ...counts(respect).map((count) => ({ question_id: 'respect', ...count }))
    ],
    roster: counts(roster),
    respondents: counts(respondents),
    comments
  };
}

const teamsOf = (figures: { question_id: string; team_id: string }[], question: string) =>
  figures
    .filter(({ question_id }) => question_id === question)
    .map(({ team_id }) => team_id)
    .sort();

describe('the scores of a wave', () => {
  it('are shown for every team with enough answers', () => {
    const { scores } = publicationOf(wave({ region: 5, lyon: 6, nantes: 9 }));
    expect(teamsOf(scores, 'rhythm')).toEqual(['lyon', 'nantes', 'region']);
    expect(teamsOf(scores, 'respect')).toEqual(['lyon', 'nantes', 'region']);
  });

  it('are left out for one question alone where somebody skipped it', () => {
    const everybody = { region: 5, lyon: 5, nantes: 9 };
    const { scores } = publicationOf(wave(everybody, { respect: { ...everybody, lyon: 4 } }));
    expect(teamsOf(scores, 'rhythm')).toEqual(['lyon', 'nantes', 'region']);
    expect(teamsOf(scores, 'respect')).toEqual(['nantes', 'region']);
  });

  it('do not tell whether a lone manager answered, neither by a difference nor by a missing cell', () => {
    const asked = { region: 1, lyon: 6, nantes: 9 };
    const silent = publicationOf(wave(asked, { respondents: { lyon: 6, nantes: 9 } }));
    const spoken = publicationOf(wave(asked));
    expect(teamsOf(silent.scores, 'rhythm')).toEqual(['nantes', 'region']);
    expect(silent.scores).toEqual(spoken.scores);
    expect(silent.participation).toEqual(spoken.participation);
  });

  it('never show shops that another question left out, whose counts together would tell who skipped one', () => {
    const asked = { region: 1, lyon: 8, nantes: 9 };
    const { scores } = publicationOf(wave(asked, { respect: { ...asked, nantes: 6 } }));
    expect(teamsOf(scores, 'rhythm')).toEqual(['nantes', 'region']);
    expect(teamsOf(scores, 'respect')).toEqual(['nantes', 'region']);
  });

  it('are none where nobody answered', () => {
    const { scores, distributions, comments, moods } = publicationOf(wave({ lyon: 8 }, { respondents: {} }));
    expect({ scores, distributions, comments, moods }).toEqual({
      scores: [],
      distributions: [],
      comments: [],
      moods: []
    });
  });
});

describe('distributions', () => {
  it('need ten people, and ten between them', () => {
    const { scores, distributions } = publicationOf(wave({ region: 5, lyon: 9, nantes: 12 }));
    expect(teamsOf(scores, 'rhythm')).toEqual(['lyon', 'nantes', 'region']);
    expect(teamsOf(distributions, 'rhythm')).toEqual(['nantes', 'region']);
  });

  it('leave out a large shop beside a small one', () => {
    const { distributions } = publicationOf(wave({ lyon: 9, nantes: 12 }));
    expect(teamsOf(distributions, 'rhythm')).toEqual(['region']);
  });

  it('are only shown beside a score, even where others would have more people', () => {
    const asked = { region: 1, lyon: 30, nantes: 20 };
    const { scores, distributions } = publicationOf(wave(asked, { respect: { ...asked, lyon: 12 } }));
    expect(teamsOf(scores, 'respect')).toEqual(['lyon', 'region']);
    expect(teamsOf(distributions, 'respect')).toEqual(['lyon', 'region']);
  });
});

describe('participation', () => {
  it('is shown for five who were asked, however few of them answered', () => {
    const { scores, participation } = publicationOf(
      wave({ region: 5, lyon: 8, nantes: 9 }, { respondents: { region: 4, lyon: 1, nantes: 2 } })
    );
    expect(teamsOf(scores, 'rhythm')).toEqual(['region']);
    expect(participation.sort()).toEqual(['lyon', 'nantes', 'region']);
  });

  it('shows the shops that the scores show, so that the two together tell no more than one', () => {
    // By their size alone it would be Lyon beside the region; the scores, however, show Nantes.
    const { scores, participation } = publicationOf(
      wave({ region: 1, lyon: 12, nantes: 9 }, { respondents: { region: 1, lyon: 5, nantes: 9 } })
    );
    expect(teamsOf(scores, 'rhythm')).toEqual(['nantes', 'region']);
    expect(participation.sort()).toEqual(['nantes', 'region']);
  });

  it('shows nothing of a shop where four are left, and neither do the scores, although one who left had answered', () => {
    const { scores, participation } = publicationOf(
      wave(
        { region: 6, lyon: 4, nantes: 9 },
        { respondents: { region: 6, lyon: 4, nantes: 9 }, rhythm: { region: 6, lyon: 5, nantes: 9 } }
      )
    );
    expect(teamsOf(scores, 'rhythm')).not.toContain('lyon');
    expect(participation).not.toContain('lyon');
  });
});

describe('comments', () => {
  const say = (team_id: string, times: number, text: string) =>
    Array.from({ length: times }, () => ({ team_id, text }));
  const GOOD = 'Une équipe formidable, merci.';
  const BAD = 'Les plannings sont nuls et toujours en retard.';

  it('go to the smallest cell of ten respondents around their author, and have a mood there from ten on', () => {
    const { comments, moods } = publicationOf(
      wave({ region: 3, lyon: 8, nantes: 14 }, {}, [
        ...say('nantes', 9, GOOD),
        ...say('nantes', 2, BAD),
        ...say('lyon', 6, BAD),
        ...say('region', 3, GOOD)
      ])
    );
    expect(comments.sort()).toEqual(['nantes', 'region']);
    // Of Lyon and the region's own people there are nine: no mood, although with Nantes there would be twenty.
    expect(moods).toEqual([{ team_id: 'nantes', positive: 9, neutral: 0, negative: 2 }]);
  });

  it('are dropped where no cell is large enough', () => {
    const { comments, moods } = publicationOf(wave({ lyon: 9 }, {}, say('lyon', 9, GOOD)));
    expect(comments).toEqual([]);
    expect(moods).toEqual([]);
  });
});
