/** The small words of a language that turn, strengthen or part opinions. All folded, as `scan` gives them. */
export interface Grammar {
  /** Word that negates what follows -> how many words it reaches. */
  negators: Map<string, number>;
  /** Negators that also work from behind a verb ("marche pas", "funktioniert nicht"). */
  afterVerb: Set<string>;
  /** Words that flip only praise ("peu pratique", "moins bien"). */
  lessening: Set<string>;
  /** Word before or after an opinion -> factor on its weight. */
  degrees: Map<string, number>;
  /** Words where the reach of a negation ends. */
  barriers: Set<string>;
  /** Words after which the writer says what counts. */
  contrasts: Set<string>;
}

export const grammars: Record<'fr' | 'en' | 'es' | 'de' | 'it' | 'nl', Grammar> = {
  fr: grammar({
    negators: `pas:4 pa:3 jamais:4 aucun:2 aucune:2 aucuns:2 sans:3 ni:2 guere:3 nullement:2 aucunement:2
      point:1 non:1 rien+ne:2 personne+ne:2 loin+d+etre:3`,
    afterVerb: 'pas pa jamais plus rien guere point aucunement nullement',
    lessening: 'peu moins',
    degrees: `tres:1.3 trop:1.3 vraiment:1.3 tellement:1.3 extremement:1.5 hyper:1.4 ultra:1.4 totalement:1.3
      absolument:1.3 completement:1.3 particulierement:1.3 si:1.2 beaucoup:1.2 enormement:1.4 vivement:1.2
      fortement:1.2 franchement:1.2 plutot:0.8 assez:0.8 relativement:0.7 parfois:0.6 legerement:0.5
      quelques:0.7`,
    barriers: 'et ou que qui car parce puisque quand donc mais si pour alors comme',
    contrasts: `mais cependant toutefois neanmoins sauf hormis dommage malheureusement helas pourtant excepte
      par+contre en+revanche`
  }),
  en: grammar({
    negators: `not:3 no:2 never:3 none:2 nor:2 without:2 nothing:2 hardly:2 barely:2 cannot:3 can't:3 cant:3
      don't:3 dont:3 doesn't:3 doesnt:3 didn't:3 didnt:3 won't:3 wont:3 isn't:3 isnt:3 wasn't:3 wasnt:3
      aren't:3 arent:3 wouldn't:3 couldn't:3 haven't:3 hasn't:3`,
    lessening: 'less',
    degrees: `very:1.3 really:1.3 so:1.3 too:1.2 extremely:1.5 absolutely:1.4 totally:1.3 completely:1.3
      super:1.4 pretty:0.9 quite:0.9 fairly:0.8 somewhat:0.6 slightly:0.5 bit:0.5 sometimes:0.6`,
    barriers: 'and or that which because when so but if then',
    contrasts: 'but however except although unfortunately though yet'
  }),
  es: grammar({
    negators: 'no:3 nunca:3 sin:2 ni:2 tampoco:2',
    lessening: 'poco menos',
    degrees: 'muy:1.3',
    contrasts: 'pero'
  }),
  de: grammar({
    negators: 'nicht:3 kein:2 keine:2 keinen:2 nie:3 ohne:2',
    afterVerb: 'nicht nie',
    lessening: 'wenig weniger',
    degrees: 'sehr:1.3 zu:1.2',
    contrasts: 'aber leider'
  }),
  it: grammar({
    negators: 'non:3 mai:3 senza:2 nessun:2',
    lessening: 'poco meno',
    degrees: 'molto:1.3',
    contrasts: 'ma pero'
  }),
  nl: grammar({
    negators: 'niet:3 geen:2 nooit:3 zonder:2',
    afterVerb: 'niet nooit',
    lessening: 'weinig minder',
    degrees: 'heel:1.3 erg:1.3 zeer:1.3',
    contrasts: 'maar helaas'
  })
};

function grammar(lists: Partial<Record<keyof Grammar, string>>): Grammar {
  const words = (list = '') => list.split(/\s+/).filter(Boolean);
  return {
    negators: new Map(words(lists.negators).map(pair)),
    afterVerb: new Set(words(lists.afterVerb)),
    lessening: new Set(words(lists.lessening)),
    degrees: new Map(words(lists.degrees).map(pair)),
    barriers: new Set(words(lists.barriers)),
    contrasts: new Set(words(lists.contrasts))
  };
}

function pair(entry: string): [string, number] {
  const [word = '', value] = entry.split(':');
  return [word, Number(value)];
}
