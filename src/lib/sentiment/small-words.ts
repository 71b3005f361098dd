import { hashOf } from './fold';
import { fold } from './scan';

/**
 * The commonest words of each language. A word that several use counts for each in part; `other` holds those
 * of neighbours that would pass for one of the six: Portuguese, Swedish, Polish, Turkish, Romanian, Catalan.
 */
const lists = {
  fr: `le la les de des du un une en est et je vous nous pas que qui pour avec dans sur ce cette mon ma mes
    votre très tres trop bien mais plus tout ne c j ai l d a été sont au aux quand depuis ça rien merci
    application appli bonne bon être avoir fait faire même sans toujours encore chez leur vos ses ils elle peut aussi comme
    jamais où y si par nul nulle trop bravo bonjour cela leurs notre nos quel quelle vraiment
    on m n s t qu se sa son m'a deux très ou ni dès lors ont étaient était`,
  en: `the a and is it i to of for with my this that you your not very was are have has on be but great good
    app so they when does no can
    in it's please nice from just there what would will we an at or if out get been had their after time don't doesn't i'm
    awesome love needs really cannot can't works won't`,
  es: `el los las de un en muy y pero es una con por lo del mi está no me que desde gracias
    para todo nada también cuando porque bueno buena esta este como más siempre hay ha fue
    ni siquiera nos cada mi mis se les desde cuando servicio nadie ya tan`,
  de: `der die das ist und nicht ich sehr mit ein eine zu den von auf mein wie aber kein danke
    das es im dem den einen einer für auch bei noch nur schon wird wurde kann immer alles gut leider sich
    nie mir man hat haben wir niemand sind oder nach mehr`,
  it: `il gli un di è e non che sono molto per con della mio ma più grazie una la
    ho ha sono stato stata anche ci nel alla della questo questa tutto sempre senza bene
    hanno mi si lo ci che non ogni volta nessuno servizio loro`,
  nl: `het een en is niet van ik op zeer met de mijn maar dat voor goed bedankt meer
    was ik je bij ook nog als naar wel heel geen wordt werd worden hebben heb om te
    wij terug nooit we mij bij jullie niemand zo`,
  other: 'não muito uma com obrigado os na em bom och är mycket jest bardzo bir çok foarte este amb molt og'
};

/** Hash of a small word, folded -> the languages that use it. */
export const smallWords: ReadonlyMap<number, readonly string[]> = indexed();

function indexed(): Map<number, string[]> {
  const index = new Map<number, string[]>();
  for (const [language, words] of Object.entries(lists))
    for (const hash of new Set(words.split(/\s+/).map((word) => hashOf(fold(word)))))
      index.set(hash, [...(index.get(hash) ?? []), language]);
  return index;
}
