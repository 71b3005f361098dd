import { phraseIndex } from './words';

/*
 * Words after which a name is expected, written folded (lower case, no accent; apostrophes and hyphens are
 * spaces). A plural in -s is understood. They are matched as whole words.
 */

/** What may stand between the cue and the name. */
export type Gap = 'civility' | 'space' | 'comma' | 'colon' | 'closing';

export interface Cue {
  rule: string;
  gap: Gap;
  /** False when the name is only doubted: a person looks, the text stays. */
  sure: boolean;
  /** Whether the cue must begin with a capital itself ("Ms", not 200 ms). */
  capital: boolean;
  /** A word without capital after the cue: a name, a doubt, or nothing. */
  lowercase: 'name' | 'doubt' | 'no';
}

const CIVILITY: Cue = {
  rule: 'name/civility',
  gap: 'civility',
  sure: true,
  capital: false,
  lowercase: 'doubt'
};
const INTRODUCTION: Cue = {
  rule: 'name/introduction',
  gap: 'comma',
  sure: true,
  capital: false,
  lowercase: 'name'
};
const ROLE: Cue = { rule: 'name/role', gap: 'comma', sure: true, capital: false, lowercase: 'no' };
const SERVED: Cue = { ...ROLE, rule: 'name/served', gap: 'space' };
const SIGNATURE: Cue = {
  rule: 'name/signature',
  gap: 'colon',
  sure: true,
  capital: false,
  lowercase: 'doubt'
};
const CLOSING: Cue = { ...SIGNATURE, rule: 'name/closing', gap: 'closing' };
const THANKS: Cue = { ...SERVED, rule: 'name/thanks', sure: false };

const ABBREVIATIONS = 'mme,mmes,mlle,mlles,mr,mrs';
const CIVILITIES =
  'monsieur,madame,mademoiselle,messieurs,mesdames,mesdemoiselles,mister,docteur,doctor,dr,maitre';
const CAPITAL_CIVILITIES = 'm,mm,ms,miss,pr,prof,professeur,professor';

const INTRODUCTIONS =
  'je m appelle,je me nomme,je me prenomme,mon nom est,mon nom c est,mon prenom est,mon prenom c est,' +
  'my name is,my name s,my name,name s,my first name is,i am called,i m called,il s appelle,elle s appelle,' +
  'his name is,her name is,his name was,her name was,prenomme,prenommee,denomme,denommee';

/** These go before any word; only a capital makes a name of it. */
const CAPITAL_INTRODUCTIONS = 'moi c est,un certain,une certaine,appelez moi,demandez,call me,ask for';

const ROLES =
  'vendeur,vendeuse,conseiller,conseillere,caissier,caissiere,hotesse,hotesse d accueil,hote de caisse,hotesse de caisse,' +
  'serveur,serveuse,livreur,livreuse,technicien,technicienne,directeur,directrice,responsable,gerant,gerante,' +
  'chauffeur,infirmier,infirmiere,employe,employee,collegue,manager,manageuse,receptionniste,coiffeur,coiffeuse,' +
  'opticien,opticienne,pharmacien,pharmacienne,teleconseiller,teleconseillere,interlocuteur,interlocutrice,' +
  'stagiaire,apprenti,apprentie,moniteur,monitrice,formateur,formatrice,assistant,assistante,preparateur,' +
  'preparatrice,installateur,plombier,electricien,mecanicien,commercial,commerciale,animateur,animatrice,' +
  'estheticienne,charge de clientele,chargee de clientele,chef de rayon,chef de magasin,cheffe de rayon,' +
  'patron,patronne,operateur,operatrice,secretaire,guichetier,guichetiere,' +
  'cashier,waiter,waitress,server,sales assistant,shop assistant,salesman,saleswoman,salesperson,advisor,adviser,' +
  'agent,representative,rep,driver,courier,technician,engineer,receptionist,colleague,nurse,pharmacist,hairdresser,' +
  'barista,bartender,host,hostess,supervisor,team leader,store manager,plumber,fitter';

const NAMED = [
  '',
  ' nomme',
  ' nommee',
  ' prenomme',
  ' prenommee',
  ' appele',
  ' appelee',
  ' du nom de',
  ' qui s appelle',
  ' s appelle',
  ' s appelait',
  ' se nomme',
  ' named',
  ' called',
  ' is called',
  ' was called',
  ' is',
  ' was'
];
const PERSONS =
  'homme,femme,personne,dame,jeune homme,jeune femme,jeune fille,garcon,type,mec,man,woman,guy,lady,person,girl,gentleman'.split(
    ','
  );

const SERVED_BY =
  'accueilli,servi,conseille,recu,renseigne,aide,assiste,oriente,guide,depanne,accompagne,pris en charge,recontacte,contacte,rappele'
    .split(',')
    .flatMap((verb) => ['', 'e', 's', 'es'].map((ending) => `${verb}${ending} par`));
const SERVED_BY_ENGLISH =
  'served by,helped by,assisted by,greeted by,welcomed by,looked after by,spoke to,spoke with,dealt with';

const SIGNATURES = 'signe,signee,signes,signe par,signee par,signed,signed by,de la part de';
const CLOSINGS =
  'cordialement,bien cordialement,tres cordialement,sincerement,amicalement,salutations,salutations distinguees,' +
  'sinceres salutations,bien a vous,regards,best regards,kind regards,warm regards,sincerely,yours sincerely,' +
  'yours faithfully,yours truly,best wishes';
const THANKED =
  'merci a,merci encore a,un grand merci a,bravo a,grace a,thanks to,thank you to,thank you,kudos to,mention speciale a';

/** Every cue by its words; `lowercase: 'name'` for abbreviations, which nothing but a name follows. */
export const CUES = phraseIndex<Cue>([
  ...each(CIVILITIES, CIVILITY),
  ...each(ABBREVIATIONS, { ...CIVILITY, lowercase: 'name' }),
  ...each(CAPITAL_CIVILITIES, { ...CIVILITY, capital: true, lowercase: 'no' }),
  ...each(INTRODUCTIONS, INTRODUCTION),
  ...each(CAPITAL_INTRODUCTIONS, { ...ROLE, rule: 'name/introduction', gap: 'space' }),
  ...ROLES.split(',').flatMap((role) => NAMED.map((named) => [role + named, ROLE] as const)),
  ...PERSONS.flatMap((person) => NAMED.slice(1).map((named) => [person + named, ROLE] as const)),
  ...SERVED_BY.map((phrase) => [phrase, SERVED] as const),
  ...each(SERVED_BY_ENGLISH, SERVED),
  ...each(SIGNATURES, SIGNATURE),
  ...each(CLOSINGS, CLOSING),
  ...each(THANKED, THANKS)
]);

function each(phrases: string, cue: Cue): (readonly [string, Cue])[] {
  return phrases.split(',').map((phrase) => [phrase, cue] as const);
}
