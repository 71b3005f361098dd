/**
 * The written forms of a French lemma, accents kept.
 * @param lemma dictionary form, or forms parted by commas when no rule gives them
 * @param kind class letter of the lexicon: a, n, v, w or =
 */
export function inflect(lemma: string, kind: string): string[] {
  const forms = lemma.split(',');
  if (kind === '=' || kind === 'w') return forms;
  if (kind === 'v') return forms.flatMap(conjugate);
  if (kind === 'n') return forms.flatMap(withPlural);
  if (forms.length > 1) return forms;
  return [...withPlural(lemma), ...withPlural(feminine(lemma))];
}

/** Indicative, participles and conditional of a regular verb: what people write in a review. */
function conjugate(infinitive: string): string[] {
  const stem = infinitive.slice(0, -2);
  return infinitive.endsWith('ir') ? finishing(stem) : loving(stem);
}

/** As "finir". */
function finishing(stem: string): string[] {
  const ends = 'i ie is ies it ir ira irai irait iront isse issent issez issons issais issait issaient';
  return [...ends.split(' '), 'issant', 'issante', 'issants', 'issantes'].map((end) => stem + end);
}

/** As "aimer". */
function loving(stem: string): string[] {
  const soft = stem.endsWith('g') ? `${stem}e` : stem.endsWith('c') ? `${stem.slice(0, -1)}ç` : stem;
  return [
    ...['é', 'ée', 'és', 'ées', 'er', 'ez', 'ions', 'iez'].map((end) => stem + end),
    ...['ons', 'ais', 'ait', 'aient', 'ant', 'ante', 'ants', 'antes'].map((end) => soft + end),
    ...stressed(stem).flatMap((each) => 'e es ent era erai erait eront'.split(' ').map((end) => each + end))
  ];
}

/** The stem before a silent e, beside the one of the infinitive: "nettoie", "appelle", "rejette". */
function stressed(stem: string): string[] {
  if (/[aou]y$/.test(stem)) return [stem, stem.replace(/y$/, 'i')];
  return /e[lt]$/.test(stem) ? [stem, stem + stem.slice(-1)] : [stem];
}

function withPlural(form: string): string[] {
  if (/[sxz]$/.test(form)) return [form];
  if (form.endsWith('al')) return [form, `${form.slice(0, -1)}ux`];
  return [form, form.endsWith('eau') ? `${form}x` : `${form}s`];
}

/** Masculine ending -> feminine ending, the first that fits; any other masculine takes an e. */
const feminineEndings: [RegExp, string][] = [
  [/e$/, 'e'],
  [/teur$/, 'trice'],
  [/eu[rx]$/, 'euse'],
  [/f$/, 've'],
  [/er$/, 'ère'],
  [/et$/, 'ette'],
  [/os$/, 'osse'],
  [/(l|n)$/, '$1$1e']
];

/** Endings in l or n that do not double: "normal", "fin", "opportun". */
const single = /(al|[aeo]il|in|an|un)$/;

function feminine(masculine: string): string {
  const rule = single.test(masculine)
    ? undefined
    : feminineEndings.find(([ending]) => ending.test(masculine));
  return rule ? masculine.replace(...rule) : `${masculine}e`;
}
