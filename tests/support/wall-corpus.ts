/** Sentences as customers write them, some long, some of two words: their order decides where lines break. */
const FRENCH = [
  'Livraison reportée deux fois sans un appel, puis un camion à sept heures du matin !',
  'L’équipe, elle, a été charmante.',
  'Le buffet en chêne que nous attendions depuis mars est arrivé avec une porte voilée ; le monteur l’a vu avant nous, l’a photographiée et a commandé l’autre sur-le-champ.',
  'Rien à redire sur le prix : 1 249 €, livraison comprise.',
  'Au téléphone, on m’a répondu « c’est noté » trois fois, et trois fois il a fallu tout recommencer depuis le début.',
  'Bravo à Malika.',
  'Impossible de joindre quelqu’un après 18 h, alors que l’annonce promettait une assistance jusqu’à 20 h…',
  'Montage rapide, emballages repris, sol protégé.'
];
const ENGLISH = [
  'The sofa came two weeks early and nobody had told us, so it spent a night in the hallway.',
  'Lovely people, though.',
  'When I wrote to complain about the scratch on the armrest I expected a form letter; instead, somebody who had clearly read my message rang back within the hour and offered a repair, a discount, or a new one.',
  'Worth every penny.',
  'Your website shows “in stock” for items that are six weeks away — please mend that, it’s the only thing which keeps me from giving five stars out of five.',
  'Assembly took 40 minutes & left no mess at all.'
];
const ARABIC = [
  'وصلت الأريكة قبل موعدها بيومين، وكان الفريق لطيفًا للغاية.',
  'انتظرت المكالمة طوال الأسبوع ولم يتصل بي أحد من خدمة الزبائن!',
  'السعر مناسب والجودة ممتازة.',
  'عندما اكتشفنا الخدش على الطاولة أرسلوا عاملًا في اليوم نفسه ليصلحها، دون أن نطلب ذلك مرتين.',
  'شكرًا لكم جميعًا على صبركم.'
];
const EMOJI = [
  'Canapé reçu 🛋️ et déjà adopté par toute la famille 👨‍👩‍👧‍👦 !',
  'Merci 🙏🏽🙏🏽🙏🏽',
  'Le livreur a souri 😀, le chien aussi 🐶, et la table est parfaite 👍🏻 : on recommande ❤️',
  'Seul bémol 😡 : deux heures de retard ⏰ sans prévenir 📵 !!!',
  'Vu de 🇧🇪 comme de 🇫🇷, c’est du sérieux 💯🔥'
];
const CAPITALS = [
  'INADMISSIBLE !!! TROIS SEMAINES DE RETARD ET PERSONNE POUR NOUS RÉPONDRE.',
  'JE VEUX ÊTRE REMBOURSÉE DE 2 380 € AVANT LE 12/09/2026.',
  'WWW.MAMMOUTH-MOBILIER.EXAMPLE NE MARCHE PAS, LE 0 800 000 000 NON PLUS.',
  'HONTE À VOUS !',
  'MAXIMUM 1 ÉTOILE, MINIMUM 0 : CE SERA 0.'
];
const MIXED = [
  'Rdv pris le 3, annulé le 5, repris le 9, re-annulé le 11.',
  'ok',
  'Anticonstitutionnellement incompréhensible : remboursement proportionnellement insuffisant, désassemblage particulièrement laborieux.',
  'il ou elle a dit lundi, il y a fait un tri, et il a filé',
  'Le mode d’emploi (p. 12-14, fig. 3/b) est faux ; la vis M6×40 n’y est pas, le n° 7 non plus.'
];

export const VOICES = [
  { language: 'fr', sentences: FRENCH },
  { language: 'en', sentences: ENGLISH },
  { language: 'ar', sentences: ARABIC },
  { language: 'fr', sentences: EMOJI },
  { language: 'fr', sentences: CAPITALS },
  { language: 'fr', sentences: MIXED }
] as const;

/** A few words in each of the scripts that are drawn in other fonts. */
export const OTHER_SCRIPTS = [
  'انتظرت المكالمة طوال الأسبوع ولم يتصل بي أحد!',
  'השליח הקדים בשעה והרכיב הכול בסבלנות. תודה!',
  'Кресло привезли на день раньше, мастер был очень внимателен.',
  'Το τραπέζι ήρθε γρατζουνισμένο, αλλά το άλλαξαν την επόμενη μέρα.',
  '桌子很漂亮，安装师傅也很耐心，谢谢！',
  'ソファーは予定より早く届きました。',
  'Bàn rất đẹp, người giao hàng chu đáo.',
  'Łóżko skrzypiało, lecz naprawiono je od ręki.',
  'Parfait 👍🏽 👨‍👩‍👧‍👦 ❤️ 🇫🇷 !'
];

/**
 * As many characters of these sentences as wanted, or some fewer: no word is cut.
 *
 * @param from with which of them it begins
 */
export function wordsOf(sentences: readonly string[], from: number, characters: number): string {
  let text = '';
  for (let at = from; text.length <= characters; at += 1) text += `${sentences[at % sentences.length]} `;
  return text.slice(0, text.lastIndexOf(' ', characters)).trim();
}
