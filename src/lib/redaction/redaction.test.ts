import { describe, expect, it } from 'vitest';
import { redact } from './redaction';

describe('phone numbers', () => {
  it.each([
    ['Rappelez-moi au 06 39 98 12 34 svp', 'Rappelez-moi au [téléphone] svp'],
    ['Mon numéro : 06.39.98.12.34.', 'Mon numéro : [téléphone].'],
    ['Joignable au 0639981234 le soir', 'Joignable au [téléphone] le soir'],
    ['Bureau 01-99-00-12-34, portable 06/39/98/12/34', 'Bureau [téléphone], portable [téléphone]'],
    ['Depuis la Suisse : +33 (0)6 39 98 12 34', 'Depuis la Suisse : [téléphone]'],
    ['+33639981234 ou 0033 6 39 98 12 34', '[téléphone] ou [téléphone]'],
    ['Une erreur (06 39 98 12 34) sur la facture', 'Une erreur ([téléphone]) sur la facture'],
    ['(+33) 6 39 98 12 34', '[téléphone]'],
    ['０６ ３９ ９８ １２ ３４ répond toujours', '[téléphone] répond toujours'],
    ['06\u200b39\u200b98\u200b12\u200b34', '[téléphone]'],
    ['06\u00a039\u202f98\u00a012\u00a034', '[téléphone]'],
    ['06‑39‑98‑12‑34', '[téléphone]'],
    ['٠٦ ٣٩ ٩٨ ١٢ ٣٤', '[téléphone]'],
    ['⓪⑥ ③⑨ ⑨⑧ ①② ③④', '[téléphone]'],
    ['O6 39 98 12 34', '[téléphone]'],
    ['0 6 3 9 9 8 1 2 3 4', '[téléphone]'],
    ['06 39\n98 12 34', '[téléphone]'],
    ['06,39,98,12,34', '[téléphone]'],
    ['commande du 05/06/2024 06 39 98 12 34', 'commande du 05/06/2024 [téléphone]'],
    ['Dossier 0123 06 39 98 12 34', 'Dossier 0123 [téléphone]'],
    ['06 39 98 12 34 2 fois par jour', '[téléphone] 2 fois par jour'],
    ['01 99 00 12 34 06 39 98 12 34', '[téléphone] [téléphone]'],
    ['Londres : +44 20 7946 0018 après 9 h', 'Londres : [téléphone] après 9 h'],
    ['tél. 12345678', 'tél. [téléphone]'],
    ['33 6 39 98 12 34', '[téléphone]'],
    ['06 : 39 : 98 : 12 : 34', '[téléphone]'],
    ['06*39*98*12*34', '[téléphone]'],
    ['zéro six 39 98 12 34', '[téléphone]']
  ])('are hidden in "%s"', hides);

  it.each([
    ['Call me on 07700 900123 please', 'Call me on [phone] please'],
    ['Ring +44 7700 900123 2 times', 'Ring [phone] 2 times'],
    ['My office is (202) 555-0143', 'My office is [phone]'],
    ['Text 202-555-0143 after six', 'Text [phone] after six'],
    ['My number is 555 0143 22', 'My number is [phone]']
  ])('are hidden in "%s"', hidesInEnglish);
});

describe('e-mail addresses', () => {
  it.each([
    ['Écrivez à jean.dupont@example.com, merci', 'Écrivez à [e-mail], merci'],
    ['<jean-paul_75+avis@mail.example.org>', '<[e-mail]>'],
    ['jean.dupont @ example.com', '[e-mail]'],
    ['jean.dupont＠example.com', '[e-mail]'],
    ['jean\u200b.dupont@exam\u00adple.com', '[e-mail]'],
    ['hélène@example.com', '[e-mail]'],
    ['jean point dupont arobase exemple point fr', '[e-mail]'],
    ['Contact : karim arobase example.com', 'Contact : [e-mail]'],
    ['karim(at)example.com et sophie[at]example[point]org', '[e-mail] et [e-mail]'],
    ['jean tiret paul arobas ma tiret boite point fr merci', '[e-mail] merci'],
    ['JEAN.DUPONT@EXAMPLE.COM', '[e-mail]']
  ])('are hidden in "%s"', hides);

  it.each([
    ['write to tom dot baker at example dot com today', 'write to [email] today'],
    ['my email is tom at example dot com', 'my email is [email]'],
    ['jean.dupont at example.com', '[email]'],
    ['tom_baker [at] example [dot] org', '[email]']
  ])('are hidden in "%s"', hidesInEnglish);
});

describe('bank accounts', () => {
  it.each([
    ['Remboursez sur FR76 3000 6000 0112 3456 7890 189 merci', 'Remboursez sur [IBAN] merci'],
    ['fr1420041010050500013m02606', '[IBAN]'],
    ['DE89 3704 0044 0532 0130 00, à Berlin', '[IBAN], à Berlin'],
    ['GB29-NWBK-6016-1331-9268-19', '[IBAN]'],
    ['FR76.3000.6000.0112.3456.7890.189', '[IBAN]'],
    ['FR76\u00a03000\u00a06000\u00a00112\u00a03456\u00a07890\u00a0189', '[IBAN]'],
    ['Mon IBAN est FR76 3000 6000 0112 3456 7890 188', 'Mon IBAN est [IBAN]'],
    ['FR76 3000 6000 0112 3456 7890 188 (IBAN)', '[IBAN] (IBAN)'],
    ['Voici mon RIB : 30006 00001 12345678901 89', 'Voici mon RIB : [IBAN]']
  ])('are hidden in "%s"', hides);
});

describe('names after a civility', () => {
  it.each([
    ['Mme Dupont a été parfaite', 'Mme [nom] a été parfaite'],
    ['M. Le Goff est venu tout de suite', 'M. [nom] est venu tout de suite'],
    ['Merci à Monsieur Carpentier !', 'Merci à Monsieur [nom] !'],
    ['Mlle Durand et Dr Martin', 'Mlle [nom] et Dr [nom]'],
    ['Madame De La Tour nous a reçus', 'Madame [nom] nous a reçus'],
    ['M. de Villiers et Mme d’Ornans', 'M. [nom] et Mme [nom]'],
    ['Mme Jeanne-Marie Lefèvre-Petit, accueil', 'Mme [nom], accueil'],
    ["M. J.-P. O'Connor est absent", 'M. [nom] est absent'],
    ['MME DUPONT EST ABSENTE', 'MME [nom] EST ABSENTE'],
    ['mme dupont est absente', 'mme [nom] est absente'],
    ['M Dupont ne répond pas', 'M [nom] ne répond pas'],
    ['M.Dupont ne répond pas', 'M.[nom] ne répond pas'],
    ['Mme D. ne répond pas', 'Mme [nom] ne répond pas'],
    ['M. Petit a vu un Petit Robert', 'M. [nom] a vu un Petit Robert'],
    ['Mme Leclerc travaille chez Leclerc', 'Mme [nom] travaille chez Leclerc'],
    ['Mme Dupont Carrefour Market', 'Mme [nom] Carrefour Market'],
    ['M. Carpentier de la Maison Bellerive', 'M. [nom] de la Maison Bellerive'],
    ['Le docteur Roux est en retard', 'Le docteur [nom] est en retard'],
    ["Mme N'Diaye et M. Avril", 'Mme [nom] et M. [nom]'],
    ['Mme   Dupont', 'Mme   [nom]'],
    ['M\u200bme Du\u00adpont', 'Mme [nom]']
  ])('are hidden in "%s"', hides);

  it.each([
    ['Mr Smith was rude', 'Mr [name] was rude'],
    ['Thank you Mrs Jones and Ms Baker', 'Thank you Mrs [name] and Ms [name]'],
    ["Miss Taylor's advice helped", "Miss [name]'s advice helped"]
  ])('are hidden in "%s"', hidesInEnglish);
});

describe('names that are introduced', () => {
  it.each([
    ['signé Karim', 'signé [nom]'],
    ['Signé : Karim B.', 'Signé : [nom]'],
    ['La vendeuse Sophie a pris le temps', 'La vendeuse [nom] a pris le temps'],
    ['la vendeuse, Sophie, a pris le temps', 'la vendeuse, [nom], a pris le temps'],
    ['les vendeuses Sophie et Nadia', 'les vendeuses [nom] et [nom]'],
    ['le technicien (Karim) est venu', 'le technicien ([nom]) est venu'],
    ["ma conseillère s'appelle Julie", "ma conseillère s'appelle [nom]"],
    ['signé Karim, or Karim est parti', 'signé [nom], or [nom] est parti'],
    ['un conseiller nommé Karim', 'un conseiller nommé [nom]'],
    ["je m'appelle Jean Dupont et j'attends", "je m'appelle [nom] et j'attends"],
    ['Je m’appelle karim', 'Je m’appelle [nom]'],
    ['mon nom est Dupont', 'mon nom est [nom]'],
    ['accueillie par Nadia avec le sourire', 'accueillie par [nom] avec le sourire'],
    ['Très déçu.\nCordialement,\nJean Dupont', 'Très déçu.\nCordialement,\n[nom]']
  ])('are hidden in "%s"', hides);

  it.each([
    ['My name is Tom Baker and I waited', 'My name is [name] and I waited'],
    ['The cashier Emma was kind', 'The cashier [name] was kind'],
    ['I was served by Emma', 'I was served by [name]'],
    ['Best regards, Tom Baker', 'Best regards, [name]']
  ])('are hidden in "%s"', hidesInEnglish);
});

describe('what identifies nobody', () => {
  it.each([
    'Carrefour Market Paris 15 est propre',
    'Merci à Leroy Merlin et à Maison Bellerive',
    'Le vendeur Darty et le livreur Amazon',
    'La responsable Maison Bellerive était là',
    'Mr Bricolage, Monsieur Meuble, Dr Martens',
    'Table de 120 x 60 cm à 1 299,00 €',
    'Payé 49,90 € le 12/03/2024 à 10:30',
    'Le 12/03/2024 12/04/2024 et le 05.06.24 07.08.24',
    'Le 12 03 2024 14h30, le 2024-03-12 14:30:00, le 5.3.2024',
    'Ouvert 9h30-12h et 14h-18h30',
    'Ouvert 08.30-12.30 14.00-18.30',
    'Horaires : 08:30 12:30 14:00 18:00',
    '2019-2020-2021-2022',
    'Depuis 2019, puis 2020, 2021 et 2022',
    'Commande de 1 250 000 euros, 10 000 pièces',
    'Version 10.15.7 sur 3 appareils, note 4,5/5',
    'Un écart de 10 m. De plus, 3 m. de long',
    'Taille M Rouge, puis L ou XL',
    'Mme, M., veuillez noter mon avis',
    'Madame, Monsieur, bonjour',
    'Bonjour Madame. Très bon accueil',
    'Monsieur le Directeur, je suis déçu',
    'MADAME EST TRÈS AIMABLE',
    'mme est très gentille',
    'La vendeuse Très agréable, le vendeur aussi',
    'J’ai signé le contrat lundi',
    'Depuis un certain temps, tout va bien',
    'je m’appelle pas souvent à ce service',
    'Rendez-vous @ la gare, suivez @carrefour',
    'Le 3949 et le 36 31 répondent vite',
    'Code postal 75015, bâtiment B12, étage 3',
    'Cordialement, la direction',
    'Parfait ½ tarif… 👨‍👩‍👧 ☺️ ﬁn',
    'I bought my iPhone 15 at example.com',
    'Me and my family love it',
    'The waiter was great, Monday to Friday',
    'I Miss the old app. 200 ms is slow',
    'Thanks to Google and Amazon',
    'iPhone 15, Windows 11, Galaxy S23',
    '20 % de remise sur 3 articles'
  ])('stays as it is: "%s"', (text) => {
    const { text: output, redactions, held } = redact(text);
    expect(output).toBe(text);
    expect(redactions).toEqual([]);
    expect(held).toEqual([]);
  });
});

describe('what only a person can judge', () => {
  it.each([
    'Ma commande 123456789 est perdue',
    'Carte 4970 1000 0000 0000 débitée',
    'Le 12-03-2024 4970 1000 0000 0000 débitée',
    'FR76 3000 6000 0112 3456 7890 188',
    '06 39 98 12',
    'zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre',
    'jean arobase chez nous',
    'jean@maboite',
    'contact jeandupont gmail.com',
    'signé karim',
    'Madame durand est passée',
    'Merci à Sophie',
    'LA VENDEUSE SOPHIE EST AIMABLE'
  ])('is kept and held: "%s"', (text) => {
    expect(redact(text)).toEqual({ text, redactions: [], held: ['personal_data'] });
  });
});

describe('insults and health', () => {
  it.each([
    ['Quel con ce vendeur', ['insult']],
    ['Bande de connards', ['insult']],
    ['What an asshole', ['insult']],
    ['Je suis malade depuis hier', ['health']],
    ['Mon mari a un cancer', ['health']],
    ['Mon père a fait un AVC', ['health']],
    ['On y va avc une bougie', []],
    ['Je suis enceinte de six mois', ['health']],
    ['My wheelchair did not fit', ['health']],
    ['MON DIABÈTE, CRÉTIN', ['insult', 'health']],
    ['Mme Dupont est une connasse', ['personal_data', 'insult']],
    ['Très bon conseil dans une salle propre', []],
    ['Le livreur est en retard, confort moyen', []],
    ['Chili con carne, pros and cons', []],
    ['Muy contento con la compra', []],
    ['Enceinte bluetooth parfaite', []],
    ['Notifications are disabled, sick of it', []]
  ])('"%s" is held for %j', (text, reasons) => {
    expect(redact(text).held).toEqual(reasons);
  });
});

describe('the labels', () => {
  const text = 'Mme Dupont, 06 39 98 12 34, a@example.com, FR76 3000 6000 0112 3456 7890 189';

  it('speak English to English readers and French to all others', () => {
    expect(redact(text, 'en').text).toBe('Mme [name], [phone], [email], [IBAN]');
    expect(redact(text, 'fr').text).toBe('Mme [nom], [téléphone], [e-mail], [IBAN]');
    expect(redact(text, 'de').text).toBe(redact(text).text);
  });

  it('are located and named after what they replace', () => {
    expect(redact(text, 'en').redactions).toEqual([
      { kind: 'name', start: 4, end: 10, rule: 'name/civility' },
      { kind: 'phone', start: 12, end: 19, rule: 'phone/french' },
      { kind: 'email', start: 21, end: 28, rule: 'email/written' },
      { kind: 'iban', start: 30, end: 36, rule: 'iban/checksum' }
    ]);
  });

  it('typed by the customer are text like any other', () => {
    expect(redact('[nom] a rappelé [téléphone]')).toEqual({
      text: '[nom] a rappelé [téléphone]',
      redactions: [],
      held: []
    });
  });
});

function hides(text: string, expected: string) {
  const { text: output, held } = redact(text, 'fr');
  expect(output).toBe(expected);
  expect(held).toContain('personal_data');
}

function hidesInEnglish(text: string, expected: string) {
  const { text: output, held } = redact(text, 'en');
  expect(output).toBe(expected);
  expect(held).toContain('personal_data');
}
