/**
 * The commonest words of each language. A word that several use counts for each in part; `other` holds those
 * of neighbours that would pass for one of the six: Portuguese, Swedish, Polish, Turkish, Romanian, Catalan.
 */
const lists = {
  fr: `le la les de des du un une en est et je vous nous pas que qui pour avec dans sur ce cette mon ma mes
    votre très tres trop bien mais plus tout ne c j ai l d a été sont au aux quand depuis ça rien merci`,
  en: `the a and is it i to of for with my this that you your not very was are have has on be but great good
    app so they when does no can`,
  es: 'el los las de un en muy y pero es una con por lo del mi está no me que desde gracias',
  de: 'der die das ist und nicht ich sehr mit ein eine zu den von auf mein wie aber kein danke',
  it: 'il gli un di è e non che sono molto per con della mio ma più grazie una la',
  nl: 'het een en is niet van ik op zeer met de mijn maar dat voor goed bedankt meer',
  other: 'não muito uma com obrigado os na em bom och är mycket jest bardzo bir çok foarte este amb molt og'
};

/** Small word -> the languages that use it. */
export const smallWords: ReadonlyMap<string, readonly string[]> = indexed();

function indexed(): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const [language, words] of Object.entries(lists))
    for (const word of words.split(/\s+/)) index.set(word, [...(index.get(word) ?? []), language]);
  return index;
}
